#include "engine/analysis/sensitivity/break_even.hpp"

#include <algorithm>
#include <limits>

#include "engine/analysis/sensitivity/roots.hpp"
#include "engine/stats/moments.hpp"

namespace wayworth::engine {

SearchRange search_range(const Distribution& distribution) {
  const double low = quantile(distribution, 0.001);
  const double high = quantile(distribution, 0.999);
  const double extra = (high - low) / 2.0;
  SearchRange range{low - extra, high + extra};
  if (low >= 0.0) range.from = std::max(range.from, 0.0);
  if (high <= 0.0) range.to = std::min(range.to, 0.0);
  return range;
}

BreakEven break_even(Experiment& experiment, const PlanInput& input) {
  const SearchRange range = search_range(input.distribution);
  BreakEven found{input.id, range.from, range.to, {}};
  const auto mean_at = [&](double value) {
    try {
      Moments moments;
      moments.add(experiment.run({.fixed = {{input.id, value}}}));
      return moments.mean();
    } catch (const TrialFailure&) {
      return std::numeric_limits<double>::quiet_NaN();  // the model has no answer there
    }
  };
  for (const double value : sign_changes(mean_at, range.from, range.to)) {
    found.places.push_back({value, cdf(input.distribution, value)});
  }
  return found;
}

}  // namespace wayworth::engine
