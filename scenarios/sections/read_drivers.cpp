#include "scenarios/sections/read_drivers.hpp"

#include "scenarios/sections/read_heading.hpp"
#include "scenarios/sections/read_over_time.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Key, 12> keys = {{
    {"value", Use::optional, shapes::figure, "today's value; required unless there is a `series`"},
    {"series", Use::optional, shapes::list_of<shapes::figure>,
     "its values in year 1, 2, ... in place of `value`; the last one stays"},
    {"unit", Use::optional, shapes::unit, "what it counts (section 4)"},
    {"name", Use::optional, shapes::text, "how reports call it"},
    growth_key,
    grows_key,
    {"seasonality", Use::optional, shapes::list_of<shapes::constant>,
     "factors for January to December; scaled to a mean of 1"},
    {"noise", Use::optional, shapes::section, "chance of each step by itself, around the value"},
    {"min", Use::optional, shapes::constant, "effects cannot take it lower"},
    {"max", Use::optional, shapes::constant, "effects cannot take it higher"},
    source_key,
    evidence_key,
}};

void read_value(const MapReader& reader, const ReadContext& context, DriverSection& driver) {
  const bool unit_is_wrong = !driver.unit && reader.states("unit");
  const DocumentNode* const value = reader.find("value");
  // Read even when the unit is wrong, for the problems in it.
  std::optional<Figure> figure = value == nullptr ? std::nullopt : read_figure(*value, driver.path, context);
  if (!unit_is_wrong) driver.value = std::move(figure);
  const DocumentNode* const series = reader.find("series");
  if (series != nullptr) driver.series = read_series(*series, reader.path_of("series"), context);
  if (unit_is_wrong) driver.series.clear();
  if (!reader.states("value") && !reader.states("series")) {
    reader.problems().error(reader.node().place, driver.path, "`value` is missing");
  } else if (reader.states("value") && reader.states("series")) {
    reader.problems().error(series == nullptr ? reader.node().place : series->place, reader.path_of("series"),
                            "stands in place of `value`; leave one of the two out");
  }
}

}  // namespace

const SectionKeys driver_keys = {"drivers.*", keys};

DriverSection read_driver(const DocumentNode& node, Heading heading, std::string path, const ReadContext& context) {
  DriverSection driver;
  driver.heading = std::move(heading);
  driver.path = std::move(path);
  if (!node.is_map()) {
    driver.value = read_figure(node, driver.path, context);
    return driver;
  }
  const MapReader reader(node, driver.path, keys, context.problems);
  driver.heading.name = reader.text("name").value_or(driver.heading.name);
  driver.unit = read_unit(reader, "unit", context);
  read_value(reader, context, driver);
  driver.growth = read_figure(reader, "growth", context);
  driver.grows_yearly = read_grows_yearly(reader);
  if (const auto* const factors = reader.find("seasonality")) {
    driver.seasonality = read_seasonality(*factors, reader.path_of("seasonality"), context);
  }
  if (const auto* const noise = reader.find("noise")) {
    driver.noise = read_noise(*noise, reader.path_of("noise"), context);
  }
  driver.minimum = read_figure(reader, "min", context);
  driver.maximum = read_figure(reader, "max", context);
  driver.origin = read_origin(reader);
  return driver;
}

std::vector<DriverSection> read_drivers(const DocumentNode& node, const ReadContext& context) {
  std::vector<DriverSection> drivers;
  if (!expect_map(node, "drivers", "driver: figure", context.problems)) return drivers;
  for (const DocumentEntry& entry : node.entries) {
    std::string path = join_path("drivers", entry.key);
    Heading heading = read_heading(entry, path, context.problems);
    drivers.push_back(read_driver(entry.value, std::move(heading), std::move(path), context));
  }
  return drivers;
}

}  // namespace wayworth::scenarios
