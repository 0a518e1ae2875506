#include "scenarios/resolve/resolve_drivers.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "scenarios/formulas/constant_value.hpp"
#include "scenarios/resolve/driver_value.hpp"
#include "scenarios/resolve/named_positions.hpp"
#include "scenarios/resolve/resolve_worlds.hpp"

namespace wayworth::scenarios {
namespace {

constexpr AllowedNames in_growth = {.drivers = true, .streams = false, .time = false};

bool is_share(const DriverSection& section, const Quantity& value) {
  return !section.unit && value.is_plain && value.suffix == Syntax::Suffix::percent;
}

std::string unit_text(const DriverSection& section, const Quantity& value) {
  if (section.unit) return section.unit->as_typed;
  if (is_share(section, value)) return "share";
  return value.checked && !value.unit.is_pure_number() ? value.unit.text() : "";
}

/// The constant at `min` or `max`; `otherwise` when there is none or it is wrong.
double limit(const std::optional<Figure>& figure, double otherwise, const DriverSection& section, const Quantity& value,
             Problems& problems) {
  if (!figure) return otherwise;
  const std::optional<Constant> constant = constant_value(figure->syntax, figure->path, problems);
  if (!constant) return otherwise;
  const bool has_percent = constant->suffix == Syntax::Suffix::percent;
  if (is_share(section, value) && !has_percent && constant->value != 0.0) {
    report_missing_suffix(*figure, "%", problems);
  } else if (has_percent && !takes_percent(value.unit)) {
    problems.error(figure->place, figure->path,
                   fmt::format("'{}' is a share, not {}", figure->as_typed, unit_text(section, value)));
  } else {
    return constant->value;
  }
  return otherwise;
}

void set_limits(const DriverSection& section, const Quantity& value, Problems& problems, engine::Driver& driver) {
  driver.minimum = limit(section.minimum, driver.minimum, section, value, problems);
  driver.maximum = limit(section.maximum, driver.maximum, section, value, problems);
  if (driver.minimum <= driver.maximum) return;
  problems.error(section.minimum->place, section.minimum->path,
                 fmt::format("`min` {} is above `max` {}", section.minimum->as_typed, section.maximum->as_typed));
}

void make_usable(const DriverSection& section, const Quantity& value, NamedQuantity& named) {
  named.state = NamedQuantity::State::usable;
  named.unit = value.unit;
  named.typed_unit = value.unit;
  // A stated unit is believed, so that what is built on the driver can be checked.
  named.checked = value.checked || section.unit.has_value();
  named.is_share = is_share(section, value);
}

/// What the driver can be within the horizon, between its limits; nothing when that is not known for sure.
std::optional<PossibleRange> range_of(const DriverSection& section, const Quantity& value, const engine::Driver& driver,
                                      const QuantityFitter& fitter) {
  if (!section.seasonality.empty() || section.noise) return std::nullopt;
  std::optional<PossibleRange> range = fitter.range_of(value);
  if (!range || !engine::drivers_named_in(driver.annual_growth).empty()) return std::nullopt;
  range = grown(*range, possible_range(driver.annual_growth, fitter.inputs(), fitter.time()), fitter.time());
  const auto within_limits = [&](double x) { return std::min(std::max(x, driver.minimum), driver.maximum); };
  return PossibleRange{within_limits(range->low), within_limits(range->high)};
}

engine::Driver resolve_driver(const DriverSection& section, const Scenario& scenario, NameTable& names,
                              const QuantityFitter& fitter, std::vector<engine::Stock>& stocks) {
  engine::Driver driver;
  driver.key = section.heading.key;
  driver.name = section.heading.name;
  driver.provenance = {section.origin.source, section.origin.evidence, text_of(section)};
  driver.annual_growth = engine::number(0.0);
  if (section.growth) {
    driver.annual_growth = fitter.relative_change(*section.growth, in_growth).value_or(engine::number(0.0));
  }
  std::optional<Quantity> value = value_of(section, scenario, fitter);
  if (!value) return driver;
  driver.unit = unit_text(section, *value);
  driver.unit_checked = value->checked;
  set_limits(section, *value, fitter.builder().problems(), driver);
  NamedQuantity& named = names.at(section.heading.key);
  make_usable(section, *value, named);
  value->expression = in_worlds(std::move(value->expression), driver, named, scenario, fitter);
  named.range = range_of(section, *value, driver, fitter);
  driver.value = std::move(value->expression);
  shape_over_time(section, scenario.time, fitter, driver, stocks);
  return driver;
}

/// The drivers that links make `driver` follow.
void add_causes(const Scenario& scenario, const DriverSection& driver, const NameTable& names,
                std::vector<std::size_t>& needs) {
  for (const LinkSection& link : scenario.links) {
    if (!link.target || link.target->key != driver.heading.key) continue;
    for (const LinkCause& cause : link.causes) {
      const NamedQuantity* const found = names.find(cause.driver.key);
      if (found != nullptr && found->kind == NamedQuantity::Kind::driver) needs.push_back(found->index);
    }
  }
}

/// What the number of customers hangs on.
void add_flows(const Scenario& scenario, const DriverSection& driver, std::vector<std::size_t>& needs) {
  if (driver.role != DriverRole::customers && driver.role != DriverRole::customers_at_end) return;
  const SegmentSection& segment = scenario.segments[driver.segment];
  needs.insert(needs.end(), {segment.customers_at_start, segment.churn});
  if (segment.acquired) needs.push_back(*segment.acquired);
}

DependencyOrder order_of(const Scenario& scenario, const NameTable& names) {
  std::vector<std::vector<std::size_t>> needs;
  for (const DriverSection& driver : scenario.drivers) {
    needs.push_back(named_positions({&driver.value, &driver.growth}, NamedQuantity::Kind::driver, names));
    for (const Figure& figure : driver.series) {
      for (const std::size_t one : named_positions(figure, NamedQuantity::Kind::driver, names)) {
        needs.back().push_back(one);
      }
    }
    add_causes(scenario, driver, names, needs.back());
    add_flows(scenario, driver, needs.back());
  }
  return dependency_order(needs);
}

void report_cycles(const Scenario& scenario, const DependencyOrder& order, Problems& problems) {
  std::vector<std::string> keys;
  for (const DriverSection& driver : scenario.drivers) keys.push_back(driver.heading.key);
  for (const std::vector<std::size_t>& cycle : order.cycles) {
    const Heading& first = scenario.drivers[cycle.front()].heading;
    problems.error(first.place, scenario.drivers[cycle.front()].path,
                   fmt::format("depends on itself: {}", cycle_text(cycle, keys)));
  }
}

}  // namespace

std::vector<engine::Driver> resolve_drivers(const Scenario& scenario, NameTable& names, const QuantityFitter& fitter,
                                            std::vector<engine::Stock>& stocks) {
  const DependencyOrder order = order_of(scenario, names);
  report_cycles(scenario, order, fitter.builder().problems());
  std::vector<engine::Driver> drivers(scenario.drivers.size());
  for (const std::size_t i : order.order) {
    drivers[i] = resolve_driver(scenario.drivers[i], scenario, names, fitter, stocks);
  }
  return drivers;
}

}  // namespace wayworth::scenarios
