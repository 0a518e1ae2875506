#include "engine/analysis/sensitivity/headroom.hpp"

#include <cmath>
#include <vector>

#include "engine/analysis/sensitivity/trial_groups.hpp"
#include "engine/stats/neumaier_sum.hpp"
#include "engine/stats/order_statistics.hpp"

namespace wayworth::engine {

namespace {

constexpr double out_of_reach = 1e300;  ///< no factor helps; finite, so that it can be sorted on either side

struct Factors {
  double benefits = 0.0;
  double costs = 0.0;
};

double mean_of(std::span<const double> values) {
  NeumaierSum sum;
  for (const double value : values) sum.add(value);
  return sum.value() / static_cast<double>(values.size());
}

Factors factors_of_means(double target, std::span<const double> values, std::span<const double> costs) {
  const double mean_costs = mean_of(costs);
  const double mean_benefits = mean_of(values) + mean_costs;
  return {(target + mean_costs) / mean_benefits, (mean_benefits - target) / mean_costs};
}

/// Below which factor of its benefits, and above which of its costs, a trial misses the target.
Factors limits_of_trial(double target, double value, double costs) {
  const double benefits = value + costs;
  const bool costs_something = costs > 0.0;
  return {benefits > 0.0 ? (target + costs) / benefits : (target + costs > 0.0 ? out_of_reach : 0.0),
          costs_something ? (benefits - target) / costs : (benefits < target ? -out_of_reach : out_of_reach)};
}

Factors factors_of_quantiles(const BreakEvenTarget& target, std::span<const double> values,
                             std::span<const double> costs) {
  std::vector<double> of_benefits;
  std::vector<double> of_costs;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Factors limits = limits_of_trial(target.value, values[i], costs[i]);
    of_benefits.push_back(-limits.benefits);
    of_costs.push_back(limits.costs);
  }
  const std::vector<double> probability = {*target.probability};
  return {-quantiles(of_benefits, probability).front(), quantiles(of_costs, probability).front()};
}

std::optional<Estimate> within_reach(const Estimate& factor) {
  constexpr double farthest = 1e200;
  if (!std::isfinite(factor.value) || factor.value < 0.0 || factor.value > farthest) return std::nullopt;
  return factor;
}

}  // namespace

Headroom headroom(const BreakEvenTarget& target, std::span<const double> values, std::span<const double> pv_costs) {
  if (target.probability && target.value < 0.0) return {};
  const auto found = estimates_with_errors(values.size(), [&](std::size_t from, std::size_t count) {
    const auto some_values = values.subspan(from, count);
    const auto some_costs = pv_costs.subspan(from, count);
    const Factors factors = target.probability ? factors_of_quantiles(target, some_values, some_costs)
                                               : factors_of_means(target.value, some_values, some_costs);
    return std::vector<double>{factors.benefits, factors.costs};
  });
  return {within_reach(found[0]), within_reach(found[1])};
}

}  // namespace wayworth::engine
