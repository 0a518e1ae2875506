#include "engine/analysis/bridge.hpp"

#include <cmath>

#include "engine/analysis/column_sum.hpp"
#include "engine/analysis/comparison.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {
namespace {

/// The sum of the parts is known from all trials, how it moves with the programme from the kept ones alone.
void take_values_of_all_trials(Bridge& bridge, const Results& results, const std::vector<InitiativeId>& members) {
  bridge.sum_alone.value = 0.0;
  for (const InitiativeId id : members) {
    bridge.sum_alone.value += results.mean({.scope = Scope::alone, .initiative = id}, Measure::npv).value;
  }
  bridge.overlap.value = bridge.programme.value - bridge.sum_alone.value;
  const double shrinks =
      std::sqrt(static_cast<double>(*results.manifest.kept_trials) / static_cast<double>(results.manifest.trials));
  bridge.sum_alone.standard_error *= shrinks;
  bridge.overlap.standard_error *= shrinks;
}

}  // namespace

Bridge bridge_of(const Results& results, const std::vector<InitiativeId>& members) {
  const std::span<const double> programme = results.column({}, Measure::npv);
  std::vector<double> sum_alone(programme.size(), 0.0);
  for (const InitiativeId id : members) {
    add_column(sum_alone, results.column({.scope = Scope::alone, .initiative = id}, Measure::npv));
  }
  const std::size_t replicates = results.replicates();
  Bridge bridge{mean_estimate(sum_alone, replicates), mean_difference(programme, sum_alone, replicates),
                results.mean({}, Measure::npv)};
  if (results.manifest.kept_trials) take_values_of_all_trials(bridge, results, members);
  return bridge;
}

}  // namespace wayworth::engine
