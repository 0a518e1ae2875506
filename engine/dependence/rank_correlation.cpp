#include "engine/dependence/rank_correlation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <numeric>

#include "engine/stats/ranks.hpp"

namespace wayworth::engine {

double normal_correlation(double rank) {
  return std::clamp(2.0 * std::sin(std::numbers::pi / 6.0 * rank), -1.0, 1.0);
}

double rank_correlation(double normal) {
  return 6.0 / std::numbers::pi * std::asin(0.5 * normal);
}

std::vector<double> rank_scores(std::span<const double> values) {
  std::vector<double> scores = average_ranks(values);
  const double middle = 0.5 * (static_cast<double>(values.size()) + 1.0);
  double squares = 0.0;
  for (double& score : scores) {
    score -= middle;
    squares += score * score;
  }
  if (squares == 0.0) return scores;
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
