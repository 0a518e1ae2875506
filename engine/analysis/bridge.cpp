#include "engine/analysis/bridge.hpp"

#include "engine/analysis/column_sum.hpp"
#include "engine/analysis/comparison.hpp"
#include "engine/stats/moments.hpp"

namespace wayworth::engine {
namespace {

Estimate mean_of(std::span<const double> column) {
  Moments moments;
  moments.add(column);
  return moments.mean_estimate();
}

}  // namespace

Bridge bridge_of(const Results& results, const std::vector<InitiativeId>& members) {
  const std::span<const double> programme = results.column({}, Measure::npv);
  std::vector<double> sum_alone(programme.size(), 0.0);
  for (const InitiativeId id : members) {
    add_column(sum_alone, results.column({.scope = Scope::alone, .initiative = id}, Measure::npv));
  }
  return {mean_of(sum_alone), mean_difference(programme, sum_alone), mean_of(programme)};
}

}  // namespace wayworth::engine
