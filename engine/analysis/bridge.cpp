#include "engine/analysis/bridge.hpp"

#include "engine/analysis/column_sum.hpp"
#include "engine/analysis/comparison.hpp"
#include "engine/analysis/long_run.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {
namespace {

void take_values_of_all_trials(Bridge& bridge, const Results& results, const std::vector<InitiativeId>& members) {
  double sum = 0.0;
  for (const InitiativeId id : members) {
    sum += results.mean({.scope = Scope::alone, .initiative = id}, Measure::npv).value;
  }
  bridge.sum_alone = as_of_all_trials(bridge.sum_alone, sum, results.manifest);
  bridge.overlap = as_of_all_trials(bridge.overlap, bridge.programme.value - sum, results.manifest);
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
