#include "engine/analysis/sensitivity/one_at_a_time.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/comparison.hpp"
#include "engine/execute/in_parallel.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

struct Ends {
  double low = 0.0;
  double high = 0.0;
};

Ends ends_of(const PlanInput& input) {
  if (std::holds_alternative<Bernoulli>(input.distribution)) return {0.0, 1.0};
  return {quantile(input.distribution, 0.1), quantile(input.distribution, 0.9)};
}

std::vector<double> values_at(Experiment& experiment, InputId input, double value) {
  return experiment.run({.fixed = {{input, value}}});
}

/// A world has no percentile: all of them are run, and the ends are the worst and the best.
Ends add_worlds(Experiment& experiment, const PlanInput& input, OneAtATime& one) {
  const auto count = static_cast<std::size_t>(maximum(input.distribution)) + 1;
  for (std::size_t world = 0; world < count; ++world) {
    const std::vector<double> values = values_at(experiment, input.id, static_cast<double>(world));
    one.by_world.push_back(mean_estimate(values, experiment.replicates()));
  }
  const auto [worst, best] = std::minmax_element(
      one.by_world.begin(), one.by_world.end(), [](const Estimate& a, const Estimate& b) { return a.value < b.value; });
  return {static_cast<double>(worst - one.by_world.begin()), static_cast<double>(best - one.by_world.begin())};
}

OneAtATime one_input(Experiment& experiment, const PlanInput& input) {
  const std::size_t replicates = experiment.replicates();
  OneAtATime one;
  one.input = input.id;
  const Ends ends = input.path == worlds_path ? add_worlds(experiment, input, one) : ends_of(input);
  one.low_value = ends.low;
  one.high_value = ends.high;
  const std::vector<double> low = values_at(experiment, input.id, ends.low);
  const std::vector<double> high = values_at(experiment, input.id, ends.high);
  one.at_low = mean_estimate(low, replicates);
  one.at_high = mean_estimate(high, replicates);
  one.swing = mean_difference(high, low, replicates);
  return one;
}

}  // namespace

std::vector<OneAtATime> one_at_a_time(Experiment& experiment, std::size_t threads) {
  std::vector<OneAtATime> found(experiment.inputs().size());
  in_parallel(found.size(), threads, [&](std::size_t i) { found[i] = one_input(experiment, experiment.inputs()[i]); });
  std::stable_sort(found.begin(), found.end(), [](const OneAtATime& a, const OneAtATime& b) {
    return std::abs(a.swing.value) > std::abs(b.swing.value);
  });
  return found;
}

}  // namespace wayworth::engine
