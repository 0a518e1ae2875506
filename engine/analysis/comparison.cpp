#include "engine/analysis/comparison.hpp"

#include <algorithm>
#include <functional>

#include "engine/analysis/long_run.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {
namespace {

/// Mean of what `score` gives a trial's two values.
template <class Score>
Estimate mean_score(std::span<const double> first, std::span<const double> second, std::size_t replicates,
                    Score score) {
  std::vector<double> scores(first.size());
  std::transform(first.begin(), first.end(), second.begin(), scores.begin(), score);
  return mean_estimate(scores, replicates);
}

}  // namespace

Estimate probability_first_is_greater(std::span<const double> first, std::span<const double> second,
                                      std::size_t replicates) {
  return mean_score(first, second, replicates, [](double a, double b) {
    if (a == b) return 0.5;
    return a > b ? 1.0 : 0.0;
  });
}

Estimate mean_difference(std::span<const double> first, std::span<const double> second, std::size_t replicates) {
  return mean_score(first, second, replicates, std::minus<>{});
}

std::vector<OptionComparison> compare_options(const Results& results, std::size_t option_count) {
  const std::size_t replicates = results.replicates();
  std::vector<OptionComparison> comparisons;
  for (std::size_t first = 0; first < option_count; ++first) {
    for (std::size_t second = first + 1; second < option_count; ++second) {
      const std::span<const double> a = results.column({.option = first}, Measure::npv);
      const std::span<const double> b = results.column({.option = second}, Measure::npv);
      comparisons.push_back(
          {first, second, probability_first_is_greater(a, b, replicates), mean_difference(a, b, replicates)});
      if (!results.manifest.kept_trials) continue;
      const double gain =
          results.mean({.option = first}, Measure::npv).value - results.mean({.option = second}, Measure::npv).value;
      Estimate& of_kept = comparisons.back().mean_gain_of_first;
      of_kept = as_of_all_trials(of_kept, gain, results.manifest);
    }
  }
  return comparisons;
}

}  // namespace wayworth::engine
