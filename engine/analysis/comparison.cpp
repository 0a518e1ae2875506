#include "engine/analysis/comparison.hpp"

#include <algorithm>
#include <functional>

#include "engine/stats/moments.hpp"

namespace wayworth::engine {
namespace {

/// Mean of what `score` gives a trial's two values.
template <class Score>
Estimate mean_score(std::span<const double> first, std::span<const double> second, Score score) {
  std::vector<double> scores(first.size());
  std::transform(first.begin(), first.end(), second.begin(), scores.begin(), score);
  Moments moments;
  moments.add(scores);
  return moments.mean_estimate();
}

}  // namespace

Estimate probability_first_is_greater(std::span<const double> first, std::span<const double> second) {
  return mean_score(first, second, [](double a, double b) {
    if (a == b) return 0.5;
    return a > b ? 1.0 : 0.0;
  });
}

Estimate mean_difference(std::span<const double> first, std::span<const double> second) {
  return mean_score(first, second, std::minus<>{});
}

std::vector<OptionComparison> compare_options(const Results& results, std::size_t option_count) {
  std::vector<OptionComparison> comparisons;
  for (std::size_t first = 0; first < option_count; ++first) {
    for (std::size_t second = first + 1; second < option_count; ++second) {
      const std::span<const double> a = results.column({.option = first}, Measure::npv);
      const std::span<const double> b = results.column({.option = second}, Measure::npv);
      comparisons.push_back({first, second, probability_first_is_greater(a, b), mean_difference(a, b)});
    }
  }
  return comparisons;
}

}  // namespace wayworth::engine
