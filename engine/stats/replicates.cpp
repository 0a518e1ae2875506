#include "engine/stats/replicates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/stats/moments.hpp"

namespace wayworth::engine {

std::span<const double> replicate_of(std::span<const double> column, std::size_t replicates, std::size_t which) {
  const std::size_t trials = column.size() / replicates;
  return column.subspan(which * trials, trials);
}

double standard_error_of(std::span<const double> estimates) {
  if (estimates.size() < 2) return std::numeric_limits<double>::infinity();
  if (std::all_of(estimates.begin(), estimates.end(), [](double x) { return std::isfinite(x); })) {
    Moments moments;
    moments.add(estimates);
    return moments.standard_error();
  }
  const bool all_equal =
      std::adjacent_find(estimates.begin(), estimates.end(), std::not_equal_to<>{}) == estimates.end();
  return all_equal ? 0.0 : std::numeric_limits<double>::infinity();
}

Estimate mean_estimate(std::span<const double> column, std::size_t replicates) {
  Moments all;
  std::vector<double> means;
  for (std::size_t which = 0; which < replicates; ++which) {
    Moments one;
    one.add(replicate_of(column, replicates, which));
    means.push_back(one.mean());
    all.merge(one);
  }
  return {all.mean(), replicates == 1 ? all.standard_error() : standard_error_of(means)};
}

}  // namespace wayworth::engine
