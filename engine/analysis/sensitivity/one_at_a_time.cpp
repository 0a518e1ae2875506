#include "engine/analysis/sensitivity/one_at_a_time.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/comparison.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

OneAtATime ends_of(const PlanInput& input) {
  if (std::holds_alternative<Bernoulli>(input.distribution)) return {input.id, 0.0, 1.0, {}, {}, {}};
  return {input.id, quantile(input.distribution, 0.1), quantile(input.distribution, 0.9), {}, {}, {}};
}

}  // namespace

std::vector<OneAtATime> one_at_a_time(Experiment& experiment) {
  const std::size_t replicates = experiment.replicates();
  std::vector<OneAtATime> found;
  for (const PlanInput& input : experiment.inputs()) {
    OneAtATime& one = found.emplace_back(ends_of(input));
    const std::vector<double> low = experiment.run({.fixed = {{input.id, one.low_value}}});
    const std::vector<double> high = experiment.run({.fixed = {{input.id, one.high_value}}});
    one.at_low = mean_estimate(low, replicates);
    one.at_high = mean_estimate(high, replicates);
    one.swing = mean_difference(high, low, replicates);
  }
  std::stable_sort(found.begin(), found.end(), [](const OneAtATime& a, const OneAtATime& b) {
    return std::abs(a.swing.value) > std::abs(b.swing.value);
  });
  return found;
}

}  // namespace wayworth::engine
