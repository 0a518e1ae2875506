#include "engine/analysis/outcome_distribution.hpp"

#include <algorithm>
#include <cmath>

#include "engine/stats/order_statistics.hpp"

namespace wayworth::engine {
namespace {

constexpr double tail = 0.005;        ///< of the trials, on either side of the bins
constexpr double bins_at_least = 20;  ///< 1-2-5 steps then give at most 60, with the two cut edges

/// The widest of 1, 2, 5 times a power of ten that still gives enough bins.
double round_width(double range) {
  const double limit = range / bins_at_least;
  const double power = std::pow(10.0, std::floor(std::log10(limit)));
  for (const double step : {5.0, 2.0}) {
    if (step * power <= limit) return step * power;
  }
  return power;
}

Histogram histogram_of(std::span<const double> column, double from, double to) {
  if (!(from < to)) {
    // Nothing varies but perhaps the tails.
    Histogram one{from, 0.0, {0}, 0, 0};
    for (const double value : column) ++(value < from ? one.below : value > from ? one.above : one.counts.front());
    return one;
  }
  const double width = round_width(to - from);
  const double first = std::floor(from / width);
  const auto bins = static_cast<std::size_t>(std::floor(to / width) - first) + 1;
  Histogram histogram{first * width, width, std::vector<std::uint64_t>(bins), 0, 0};
  for (const double value : column) {
    const double bin = std::floor(value / width) - first;
    if (bin < 0.0) {
      ++histogram.below;
    } else if (bin >= static_cast<double>(bins)) {
      ++histogram.above;
    } else {
      ++histogram.counts[static_cast<std::size_t>(bin)];
    }
  }
  return histogram;
}

}  // namespace

OutcomeDistribution distribution_of(std::span<const double> column) {
  constexpr std::size_t percentile_count = 99;
  std::vector<double> probabilities = {tail, 1.0 - tail};
  for (std::size_t i = 1; i <= percentile_count; ++i) probabilities.push_back(static_cast<double>(i) / 100.0);
  const std::vector<double> all = quantiles(column, probabilities);
  return {histogram_of(column, all[0], all[1]), {all.begin() + 2, all.end()}};
}

}  // namespace wayworth::engine
