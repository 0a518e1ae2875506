#include "scenarios/resolve/resolve_segments.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace wayworth::scenarios {
namespace {

using engine::DriverId;
using engine::Expression;
using engine::Function;
using engine::Unit;

Expression value_of_driver(std::size_t driver) {
  return {Expression::DriverValue{static_cast<DriverId>(driver)}};
}

class SegmentResolver {
public:
  SegmentResolver(const Scenario& scenario, const SegmentSection& section, const QuantityFitter& fitter)
      : scenario_(scenario),
        section_(section),
        names_(fitter.builder().names()),
        problems_(fitter.builder().problems()) {}

  /// Years in a period of the churn; nothing when it has no such unit (reported).
  std::optional<double> period_years() {
    const NamedQuantity& churn = named(section_.churn);
    if (churn.state == NamedQuantity::State::unusable) return std::nullopt;
    const Unit yearly = Unit::parse("1/year", scenario_.currency);
    if (churn.checked && churn.unit.same_kind(yearly)) return 1.0 / churn.unit.factor_to(yearly);
    report(section_.churn, "must be a share per time: say `unit: 1/month` or `unit: 1/year`");
    return std::nullopt;
  }

  void check_range_of_churn() {
    const std::optional<PossibleRange>& range = named(section_.churn).range;
    if (!range || (range->low >= 0.0 && range->high <= 1.0)) return;
    report(section_.churn, fmt::format("can be {:.6g}%, but must stay between 0% and 100%",
                                       100.0 * (range->low < 0.0 ? range->low : range->high)));
  }

  /// Who joins in a step.
  Expression added() {
    if (!section_.acquired) return engine::number(0.0);
    const NamedQuantity& start = named(section_.customers_at_start);
    const NamedQuantity& acquired = named(*section_.acquired);
    if (start.state == NamedQuantity::State::unusable || acquired.state == NamedQuantity::State::unusable) {
      return engine::number(0.0);
    }
    const Unit yearly = start.unit * Unit::parse("1/year", scenario_.currency);
    if (!acquired.checked || !acquired.unit.same_kind(yearly)) {
      report(*section_.acquired, fmt::format("must be customers per time: say `unit: {}/month`", start.unit.text()));
      return engine::number(0.0);
    }
    const double a_step = acquired.unit.factor_to(yearly) / scenario_.time.steps_per_year;
    return times(value_of_driver(*section_.acquired), engine::number(a_step));
  }

  /// What is left of the customers after a step: (1 - churn) to the power of the periods in it.
  Expression kept(double period) const {
    const Expression retained = one_less(value_of_driver(section_.churn));
    const double periods_a_step = 1.0 / (period * scenario_.time.steps_per_year);
    if (periods_a_step == 1.0) return retained;
    return call(Function::power, {retained, engine::number(periods_a_step)});
  }

  /// What turns the margin into money a customer and period.
  double margin_a_period(double period) const {
    const NamedQuantity& margin = named(*section_.margin);
    const NamedQuantity& start = named(section_.customers_at_start);
    const Unit yearly = Unit::parse(scenario_.currency + "/year", scenario_.currency) / start.unit;
    const bool is_right = margin.state == NamedQuantity::State::usable && margin.unit.same_kind(yearly);
    return is_right ? margin.unit.factor_to(yearly) * period : 1.0;  // a wrong unit is reported with the stream
  }

private:
  const NamedQuantity& named(std::size_t driver) const { return names_.driver(static_cast<DriverId>(driver)); }

  void report(std::size_t driver, std::string message) {
    const DriverSection& section = scenario_.drivers[driver];
    problems_.error(section.heading.place, section.path, std::move(message));
  }

  const Scenario& scenario_;
  const SegmentSection& section_;
  const NameTable& names_;
  Problems& problems_;
};

}  // namespace

std::vector<engine::Segment> resolve_segments(const Scenario& scenario, const QuantityFitter& fitter,
                                              std::vector<engine::Driver>& drivers,
                                              std::vector<engine::Stock>& stocks) {
  std::vector<engine::Segment> segments;
  for (std::size_t i = 0; i < scenario.segments.size(); ++i) {
    const SegmentSection& section = scenario.segments[i];
    SegmentResolver resolver(scenario, section, fitter);
    engine::Segment segment;
    segment.key = section.heading.key;
    segment.name = section.heading.name;
    segment.customers = static_cast<engine::StockId>(i);
    segment.churn = static_cast<DriverId>(section.churn);
    if (section.margin) segment.margin = static_cast<DriverId>(*section.margin);
    if (section.stream) segment.stream = static_cast<engine::StreamId>(*section.stream);
    segment.lifetime_years = section.lifetime_years;
    segment.first_margin_now = section.first_margin_now;
    resolver.check_range_of_churn();
    segment.period_years = resolver.period_years().value_or(segment.period_years);
    if (section.margin) segment.margin_a_period = resolver.margin_a_period(segment.period_years);
    engine::Driver& churn = drivers[section.churn];
    churn.minimum = std::max(churn.minimum, 0.0);
    churn.maximum = std::min(churn.maximum, 1.0);
    engine::Stock& customers = stocks[i];
    customers.key = section.heading.key + ".customers";
    customers.initial = value_of_driver(section.customers_at_start);
    customers.kept = resolver.kept(segment.period_years);
    customers.added = resolver.added();
    segments.push_back(std::move(segment));
  }
  return segments;
}

}  // namespace wayworth::scenarios
