#include "engine/analysis/sensitivity/one_at_a_time.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/comparison.hpp"
#include "engine/execute/in_parallel.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

OneAtATime ends_of(const PlanInput& input) {
  if (std::holds_alternative<Bernoulli>(input.distribution)) return {input.id, 0.0, 1.0, {}, {}, {}};
  return {input.id, quantile(input.distribution, 0.1), quantile(input.distribution, 0.9), {}, {}, {}};
}

}  // namespace

std::vector<OneAtATime> one_at_a_time(Experiment& experiment, std::size_t threads) {
  const std::size_t replicates = experiment.replicates();
  std::vector<OneAtATime> found(experiment.inputs().size());
  in_parallel(found.size(), threads, [&](std::size_t i) {
    OneAtATime& one = found[i];
    one = ends_of(experiment.inputs()[i]);
    const std::vector<double> low = experiment.run({.fixed = {{one.input, one.low_value}}});
    const std::vector<double> high = experiment.run({.fixed = {{one.input, one.high_value}}});
    one.at_low = mean_estimate(low, replicates);
    one.at_high = mean_estimate(high, replicates);
    one.swing = mean_difference(high, low, replicates);
  });
  std::stable_sort(found.begin(), found.end(), [](const OneAtATime& a, const OneAtATime& b) {
    return std::abs(a.swing.value) > std::abs(b.swing.value);
  });
  return found;
}

}  // namespace wayworth::engine
