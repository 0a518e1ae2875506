#include "engine/analysis/outcome_distribution.hpp"

#include <algorithm>
#include <cmath>

#include "engine/stats/order_statistics.hpp"
#include "engine/stats/ranked_counts.hpp"

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

/// \param for_each_value  hands every value to the function it is given, with how often it is there
template <class ForEachValue>
Histogram histogram_of(double from, double to, const ForEachValue& for_each_value) {
  if (!(from < to)) {
    // Nothing varies but perhaps the tails.
    Histogram one{from, 0.0, {0}, 0, 0};
    for_each_value([&](double value, std::uint64_t count) {
      (value < from ? one.below : value > from ? one.above : one.counts.front()) += count;
    });
    return one;
  }
  const double width = round_width(to - from);
  const double first = std::floor(from / width);
  const auto bins = static_cast<std::size_t>(std::floor(to / width) - first) + 1;
  Histogram histogram{first * width, width, std::vector<std::uint64_t>(bins), 0, 0};
  for_each_value([&](double value, std::uint64_t count) {
    const double bin = std::floor(value / width) - first;
    if (bin < 0.0) {
      histogram.below += count;
    } else if (bin >= static_cast<double>(bins)) {
      histogram.above += count;
    } else {
      histogram.counts[static_cast<std::size_t>(bin)] += count;
    }
  });
  return histogram;
}

/// Those of the tails, then P1 to P99.
std::vector<double> all_probabilities() {
  constexpr std::size_t percentile_count = 99;
  std::vector<double> probabilities = {tail, 1.0 - tail};
  for (std::size_t i = 1; i <= percentile_count; ++i) probabilities.push_back(static_cast<double>(i) / 100.0);
  return probabilities;
}

}  // namespace

OutcomeDistribution distribution_of(std::span<const double> column) {
  const std::vector<double> all = quantiles(column, all_probabilities());
  const auto for_each_value = [&](const auto& add) {
    for (const double value : column) add(value, 1);
  };
  return {histogram_of(all[0], all[1], for_each_value), {all.begin() + 2, all.end()}};
}

OutcomeDistribution distribution_of(const TrialColumn& column) {
  if (!column.totals) return distribution_of(column.values);
  const RankedCounts values(column.totals->counts);
  std::vector<double> all;
  for (const double p : all_probabilities()) all.push_back(values.quantile(p));
  const auto for_each_value = [&](const auto& add) {
    for (const ValueCounts::Bin& bin : values.bins()) add(0.5 * (bin.low + bin.high), bin.count);
  };
  return {histogram_of(all[0], all[1], for_each_value), {all.begin() + 2, all.end()}};
}

}  // namespace wayworth::engine
