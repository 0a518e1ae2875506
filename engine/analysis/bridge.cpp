#include "engine/analysis/bridge.hpp"

#include "engine/analysis/column_sum.hpp"
#include "engine/analysis/comparison.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {
Bridge bridge_of(const Results& results, const std::vector<InitiativeId>& members) {
  const std::span<const double> programme = results.column({}, Measure::npv);
  std::vector<double> sum_alone(programme.size(), 0.0);
  for (const InitiativeId id : members) {
    add_column(sum_alone, results.column({.scope = Scope::alone, .initiative = id}, Measure::npv));
  }
  const std::size_t replicates = results.manifest.replicates;
  return {mean_estimate(sum_alone, replicates), mean_difference(programme, sum_alone, replicates),
          mean_estimate(programme, replicates)};
}

}  // namespace wayworth::engine
