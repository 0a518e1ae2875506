#include "engine/dependence/rank_correlation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>

namespace wayworth::engine {

double normal_correlation(double rank) {
  return std::clamp(2.0 * std::sin(std::numbers::pi / 6.0 * rank), -1.0, 1.0);
}

double rank_correlation(double normal) {
  return 6.0 / std::numbers::pi * std::asin(0.5 * normal);
}

std::vector<double> rank_scores(std::span<const double> values) {
  const std::size_t count = values.size();
  std::vector<std::pair<double, std::size_t>> ordered(count);  // with its value, so that sorting stays in the cache
  for (std::size_t i = 0; i < count; ++i) ordered[i] = {values[i], i};
  std::sort(ordered.begin(), ordered.end());
  const double middle = 0.5 * (static_cast<double>(count) - 1.0);
  std::vector<double> scores(count);
  double squares = 0.0;
  for (std::size_t begin = 0; begin < count;) {
    std::size_t end = begin + 1;
    while (end < count && ordered[end].first == ordered[begin].first) ++end;
    const double shared = 0.5 * static_cast<double>(begin + end - 1) - middle;
    for (std::size_t i = begin; i < end; ++i) scores[ordered[i].second] = shared;
    squares += static_cast<double>(end - begin) * shared * shared;
    begin = end;
  }
  if (squares == 0.0) return std::vector<double>(count, 0.0);
  const double scale = 1.0 / std::sqrt(squares);
  for (double& score : scores) score *= scale;
  return scores;
}

double sample_rank_correlation(std::span<const double> first_scores, std::span<const double> second_scores) {
  const auto varies = [](std::span<const double> scores) {
    return std::any_of(scores.begin(), scores.end(), [](double score) { return score != 0.0; });
  };
  if (!varies(first_scores) || !varies(second_scores)) return std::numeric_limits<double>::quiet_NaN();
  return std::inner_product(first_scores.begin(), first_scores.end(), second_scores.begin(), 0.0);
}

}  // namespace wayworth::engine
