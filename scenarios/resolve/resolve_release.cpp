#include "scenarios/resolve/resolve_release.hpp"

#include <utility>

namespace wayworth::scenarios {
namespace {

using engine::Expression;
using engine::Function;
using engine::StockMoment;

constexpr AllowedNames in_release = {.drivers = true, .streams = false, .time = true};

Expression severance_of(const ReleaseSection& release, const std::string& currency, const QuantityFitter& fitter) {
  if (!release.severance) return engine::number(0.0);
  const std::string text = currency + "/FTE";
  std::optional<Quantity> cost = fitter.in_unit(
      *release.severance, in_release, {engine::Unit::parse(text, currency), "money per FTE, such as " + text});
  return cost ? std::move(cost->expression) : engine::number(0.0);
}

}  // namespace

engine::Release resolve_release(const StreamSection& section, engine::StreamId stream, const Scenario& scenario,
                                const QuantityFitter& fitter, std::vector<engine::Stock>& stocks) {
  const ReleaseSection& release = *section.release;
  const Expression attrition = fitter.share_or(0.0, release.attrition, in_release).value_or(engine::number(0.0));
  const Expression redundant = fitter.share_or(0.0, release.redundancies, in_release).value_or(engine::number(0.0));
  // A share of 30 % a year is 1 - 0.7^(1/12) a month.
  const Expression stays =
      call(Function::power, {one_less(attrition), engine::number(1.0 / scenario.time.steps_per_year)});
  const Expression needed = {Expression::StreamValue{stream}};

  // Those who are willing to stay are n = max(needed, before * stays). Of those too many a share r is made redundant,
  // which leaves n - r (n - needed) = max(needed, before * stays * (1 - r) + r * needed).
  const auto id = static_cast<engine::StockId>(stocks.size());
  engine::Stock headcount;
  headcount.key = section.heading.key + ".headcount";
  headcount.initial = needed;
  headcount.kept = times(one_less(redundant), stays);
  headcount.added = times(redundant, needed);
  headcount.floor = needed;
  stocks.push_back(std::move(headcount));
  const Expression before = {Expression::StockValue{id, StockMoment::before}};
  const Expression willing = call(Function::maximum, {needed, times(before, stays)});
  const Expression after = {Expression::StockValue{id, StockMoment::after}};
  return {id, call(Function::subtract, {willing, after}), severance_of(release, scenario.currency, fitter)};
}

}  // namespace wayworth::scenarios
