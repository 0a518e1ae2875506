#include "scenarios/sections/read_drivers.hpp"

#include "scenarios/sections/read_heading.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Key, 10> keys = {{
    {"value", Use::required, shapes::figure, "today's value"},
    {"unit", Use::optional, shapes::unit, "what it counts (section 4)"},
    {"name", Use::optional, shapes::text, "how reports call it"},
    {"growth", Use::optional, shapes::figure_with_percent,
     "growth without any initiative, compounded smoothly from the start"},
    {"min", Use::optional, shapes::constant, "effects cannot take it lower"},
    {"max", Use::optional, shapes::constant, "effects cannot take it higher"},
    source_key,
    evidence_key,
    {"seasonality", Use::not_supported_yet},
    {"series", Use::not_supported_yet},
}};

DriverSection read_driver(const DocumentEntry& entry, const ReadContext& context) {
  const std::string path = join_path("drivers", entry.key);
  DriverSection driver;
  driver.heading = read_heading(entry, path, context.problems);
  if (!entry.value.is_map()) {
    driver.value = read_figure(entry.value, path, context);
    return driver;
  }
  const MapReader reader(entry.value, path, keys, context.problems);
  driver.heading.name = reader.text("name").value_or(entry.key);
  driver.unit = read_unit(reader, "unit", context);
  const bool unit_is_wrong = !driver.unit && reader.states("unit");
  const DocumentNode* const value = reader.find("value");
  // Read even when the unit is wrong, for the problems in it.
  std::optional<Figure> figure = value == nullptr ? std::nullopt : read_figure(*value, path, context);
  if (!unit_is_wrong) driver.value = std::move(figure);
  driver.growth = read_figure(reader, "growth", context);
  driver.minimum = read_figure(reader, "min", context);
  driver.maximum = read_figure(reader, "max", context);
  driver.origin = read_origin(reader);
  return driver;
}

}  // namespace

const SectionKeys driver_keys = {"drivers.*", keys};

std::vector<DriverSection> read_drivers(const DocumentNode& node, const ReadContext& context) {
  std::vector<DriverSection> drivers;
  if (!expect_map(node, "drivers", "driver: figure", context.problems)) return drivers;
  for (const DocumentEntry& entry : node.entries) drivers.push_back(read_driver(entry, context));
  return drivers;
}

}  // namespace wayworth::scenarios
