#include "engine/analysis/sensitivity/variance_shares.hpp"

#include <algorithm>

namespace wayworth::engine {

std::vector<VarianceShare> variance_shares(Experiment& experiment, std::span<const double> output,
                                           const std::vector<InputGroup>& groups) {
  InputChanges all;
  for (const PlanInput& input : experiment.inputs()) all.redrawn.push_back(input.id);
  const std::vector<double> second = experiment.run(all);
  std::vector<VarianceShare> shares;
  for (const InputGroup& group : groups) {
    const std::vector<double> mixed = experiment.run({.redrawn = group.inputs});
    shares.push_back({group, sobol_indices(output, second, mixed)});
  }
  std::stable_sort(shares.begin(), shares.end(), [](const VarianceShare& a, const VarianceShare& b) {
    return a.indices.total.value > b.indices.total.value;
  });
  return shares;
}

}  // namespace wayworth::engine
