#pragma once

#include <cstddef>

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

/// The type-7 quantile with its standard error: the half width of the 95 % order-statistic interval in units of the
/// normal's 1.96. Infinite when an end of the interval is open.
/// Source: Woodruff, "Confidence intervals for medians and other position measures", JASA 47, 1952; Francisco and
/// Fuller, "Quantile estimation with a complex survey design", Annals of Statistics 19, 1991.
Estimate quantile_estimate(const OrderStatistics& values, double p);

}  // namespace wayworth::engine
