#include "engine/stats/column_totals.hpp"

#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

Estimate mean_estimate(const ColumnTotals& totals) {
  Moments all;
  std::vector<double> means;
  for (const ColumnTotals::Replicate& one : totals.replicates) {
    means.push_back(one.moments.mean());
    all.merge(one.moments);
  }
  return {all.mean(), totals.replicates.size() == 1 ? all.standard_error() : standard_error_of(means)};
}

}  // namespace wayworth::engine
