#include "scenarios/resolve/resolve_streams.hpp"

#include <utility>

#include <fmt/format.h>

#include "scenarios/resolve/named_positions.hpp"
#include "scenarios/resolve/resolve_release.hpp"
#include "scenarios/resolve/resolve_staffing.hpp"
#include "scenarios/sections/map_reader.hpp"

namespace wayworth::scenarios {
namespace {

using engine::StreamKind;

constexpr AllowedNames in_formulas = {.drivers = true, .streams = true, .time = true};
constexpr AllowedNames in_prices = {.drivers = true, .streams = false, .time = true};

/// What a stream of this kind must come out in.
struct StreamUnit {
  engine::Unit unit;
  std::string text;   ///< "USD/year"
  std::string words;  ///< "money per time"
};

StreamUnit unit_of(StreamKind kind, const std::string& currency) {
  const std::string text = kind == StreamKind::fte ? "FTE" : currency + "/year";
  return {engine::Unit::parse(text, currency), text, kind == StreamKind::fte ? "FTE" : "money per time"};
}

std::nullopt_t report(const Figure& figure, const QuantityFitter& fitter, std::string message) {
  fitter.builder().problems().error(figure.place, figure.path, std::move(message));
  return std::nullopt;
}

/// The first driver in the formula whose unit is not known, or an empty text.
std::string unchecked_driver(const engine::Expression& formula, const Scenario& scenario, const NameTable& names) {
  for (const engine::DriverId id : engine::drivers_named_in(formula)) {
    const std::string& key = scenario.drivers[engine::index_of(id)].heading.key;
    if (!names.find(key)->checked) return key;
  }
  return "";
}

/// The formula in the stream's unit, though something in it has no unit, or it has numbers only.
std::optional<Quantity> without_units(Quantity quantity, const StreamSection& section, const StreamUnit& wanted,
                                      const Scenario& scenario, const QuantityFitter& fitter) {
  if (section.unit) {
    quantity.unit = section.unit->unit;
    return converted(std::move(quantity), wanted.unit);
  }
  if (quantity.is_plain) {
    return report(*section.formula, fitter,
                  fmt::format("'{}' needs a unit: say `unit: {}`", section.formula->as_typed, wanted.text));
  }
  return report(*section.formula, fitter,
                fmt::format("the units that are known make {}, not {}; give `{}` a unit, or say `unit: {}` here",
                            quantity.unit.text(), wanted.words,
                            unchecked_driver(quantity.expression, scenario, fitter.builder().names()), wanted.text));
}

std::optional<Quantity> value_of(const StreamSection& section, const StreamUnit& wanted, const Scenario& scenario,
                                 const QuantityFitter& fitter) {
  if (section.unit && !section.unit->unit.same_kind(wanted.unit)) {
    fitter.builder().problems().error(
        section.unit->place, join_path(join_path("streams", section.heading.key), "unit"),
        fmt::format("must be {} such as {}, not {}", wanted.words, wanted.text, section.unit->as_typed));
    return std::nullopt;
  }
  if (section.staffing) return resolve_staffing(*section.staffing, fitter);
  if (!section.formula) return std::nullopt;
  std::optional<Quantity> quantity = fitter.builder().build(*section.formula, in_formulas);
  if (!quantity) return std::nullopt;
  const bool fits = !quantity->is_plain && quantity->unit.same_kind(wanted.unit);
  if (fits) return converted(std::move(*quantity), wanted.unit);
  if (quantity->adapts() || !quantity->checked) {
    return without_units(std::move(*quantity), section, wanted, scenario, fitter);
  }
  return report(*section.formula, fitter,
                fmt::format("'{}' comes out as {}, but must be {}", section.formula->as_typed, quantity->unit.text(),
                            wanted.words));
}

/// What one FTE costs a year.
std::optional<engine::Expression> cost_per_fte(const StreamSection& section, const std::string& currency,
                                               const QuantityFitter& fitter) {
  if (!section.cost) return std::nullopt;
  std::optional<Quantity> quantity = fitter.builder().build(*section.cost, in_prices);
  if (!quantity) return std::nullopt;
  const std::string text = currency + "/year/FTE";
  const engine::Unit unit = engine::Unit::parse(text, currency);
  if (!quantity->is_plain && quantity->unit.same_kind(unit)) return converted(std::move(*quantity), unit).expression;
  if (quantity->is_plain || !quantity->checked) {
    return report(*section.cost, fitter,
                  fmt::format("'{}' needs a unit: make it a driver with `unit: {}`", section.cost->as_typed, text));
  }
  return report(*section.cost, fitter,
                fmt::format("'{}' comes out as {}, but must be money per time and FTE, such as {}",
                            section.cost->as_typed, quantity->unit.text(), text));
}

engine::Stream resolve_stream(const StreamSection& section, const Scenario& scenario, NameTable& names,
                              const QuantityFitter& fitter) {
  engine::Stream stream;
  stream.key = section.heading.key;
  stream.name = section.heading.name;
  stream.basis = section.basis;
  stream.margin = fitter.share_or(1.0, section.margin, in_prices).value_or(engine::number(1.0));
  stream.cashable = fitter.share_or(1.0, section.cashable, in_prices).value_or(engine::number(1.0));
  stream.cost_per_fte = cost_per_fte(section, scenario.currency, fitter).value_or(engine::number(0.0));
  if (section.formula) stream.formula = section.formula->as_typed;
  if (section.staffing) stream.formula = text_of(*section.staffing);
  if (!section.kind) return stream;
  stream.kind = *section.kind;
  const StreamUnit wanted = unit_of(stream.kind, scenario.currency);
  std::optional<Quantity> value = value_of(section, wanted, scenario, fitter);
  if (!value) return stream;
  stream.formula_checked = value->checked;
  stream.value = std::move(value->expression);
  NamedQuantity& named = names.at(section.heading.key);
  named.state = NamedQuantity::State::usable;
  named.unit = wanted.unit;
  named.typed_unit = section.unit ? section.unit->unit : wanted.unit;
  named.checked = true;
  return stream;
}

void report_cycles(const Scenario& scenario, const DependencyOrder& order, Problems& problems) {
  std::vector<std::string> keys;
  for (const StreamSection& stream : scenario.streams) keys.push_back(stream.heading.key);
  for (const std::vector<std::size_t>& cycle : order.cycles) {
    const Heading& first = scenario.streams[cycle.front()].heading;
    problems.error(first.place, join_path("streams", first.key),
                   fmt::format("depends on itself: {}", cycle_text(cycle, keys)));
  }
}

}  // namespace

std::vector<engine::Stream> resolve_streams(const Scenario& scenario, NameTable& names, const QuantityFitter& fitter,
                                            std::vector<engine::Stock>& stocks) {
  std::vector<std::vector<std::size_t>> needs;
  for (const StreamSection& stream : scenario.streams) {
    needs.push_back(named_positions({&stream.formula}, NamedQuantity::Kind::stream, names));
  }
  const DependencyOrder order = dependency_order(needs);
  report_cycles(scenario, order, fitter.builder().problems());
  std::vector<engine::Stream> streams(scenario.streams.size());
  for (const std::size_t i : order.order) {
    const StreamSection& section = scenario.streams[i];
    streams[i] = resolve_stream(section, scenario, names, fitter);
    if (section.release) {
      streams[i].release = resolve_release(section, static_cast<engine::StreamId>(i), scenario, fitter, stocks);
    }
  }
  return streams;
}

}  // namespace wayworth::scenarios
