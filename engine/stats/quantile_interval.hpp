#pragma once

#include <cstddef>
#include <limits>

#include "engine/stats/confidence.hpp"
#include "engine/stats/estimate.hpp"
#include "engine/stats/order_statistics.hpp"

namespace wayworth::engine {

/// Two ranks, counted from 1. lower 0 and upper count + 1 mean that the interval is open at that end.
struct RankInterval {
  std::size_t lower;
  std::size_t upper;

  friend bool operator==(const RankInterval&, const RankInterval&) = default;
};

/// The ranks whose values enclose the true p-quantile of independent trials with at least this confidence, whatever the
/// distribution. 0 < p < 1, 0 < confidence < 1.
/// Source: Hahn and Meeker, "Statistical Intervals", 1991, section 5.2.
RankInterval quantile_rank_interval(std::size_t count, double p, double confidence);

/// The standard error of a type-7 quantile: the half width of the 95 % order-statistic interval in units of the
/// normal's 1.96. Infinite when an end of the interval is open. Of values of any kind that have a count and can be
/// asked for `at(rank)`. Source: Woodruff, "Confidence intervals for medians and other position measures", JASA 47,
/// 1952; Francisco and Fuller, "Quantile estimation with a complex survey design", Annals of Statistics 19, 1991.
template <class Values>
double quantile_error(const Values& values, double p) {
  constexpr double confidence = 0.95;
  const RankInterval ranks = quantile_rank_interval(values.count(), p, confidence);
  if (ranks.lower == 0 || ranks.upper > values.count()) return std::numeric_limits<double>::infinity();
  const double low = values.at(ranks.lower - 1);
  const double high = values.at(ranks.upper - 1);
  if (low == high) return 0.0;  // also when both are +infinity
  return 0.5 * (high - low) / two_sided_z(confidence);
}

/// The type-7 quantile with its error, of OrderStatistics or PooledOrderStatistics.
template <class Values>
Estimate quantile_estimate(const Values& values, double p) {
  return {values.quantile(p), quantile_error(values, p)};
}

}  // namespace wayworth::engine
