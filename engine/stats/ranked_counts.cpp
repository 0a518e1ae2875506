#include "engine/stats/ranked_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/stats/confidence.hpp"
#include "engine/stats/neumaier_sum.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/quantile_interval.hpp"

namespace wayworth::engine {

RankedCounts::RankedCounts(const ValueCounts& counts) : bins_(counts.bins()), count_(counts.count()) {
  std::uint64_t so_far = 0;
  for (const ValueCounts::Bin& bin : bins_) until_.push_back(so_far += bin.count);
}

double RankedCounts::at(std::size_t rank) const {
  const auto until = std::upper_bound(until_.begin(), until_.end(), rank);
  if (until == until_.end()) return std::numeric_limits<double>::infinity();
  if (rank == 0) return bins_.front().low;
  if (rank + 1 == until_.back()) return bins_.back().high;
  const ValueCounts::Bin& bin = bins_[static_cast<std::size_t>(until - until_.begin())];
  const double place = static_cast<double>(rank - (*until - bin.count)) + 0.5;
  return bin.low + place / static_cast<double>(bin.count) * (bin.high - bin.low);
}

double RankedCounts::quantile(double p) const {
  const std::size_t lower = quantile_rank(count_, p);
  const double share = static_cast<double>(count_ - 1) * p - static_cast<double>(lower);
  const double below = at(lower);
  if (share <= 0.0) return below;
  const double above = at(lower + 1);
  return below == above ? below : below + share * (above - below);  // equal also when both are infinite
}

Estimate quantile_estimate(const RankedCounts& values, double p) {
  constexpr double confidence = 0.95;
  const double value = values.quantile(p);
  const RankInterval ranks = quantile_rank_interval(values.count(), p, confidence);
  if (ranks.lower == 0 || ranks.upper > values.count()) return {value, std::numeric_limits<double>::infinity()};
  const double low = values.at(ranks.lower - 1);
  const double high = values.at(ranks.upper - 1);
  if (std::isinf(high)) return {value, low == high ? 0.0 : high};
  const auto& bins = values.bins();
  const auto bin = std::find_if(bins.begin(), bins.end(), [&](const auto& one) { return value <= one.high; });
  const double place_in_bin = (bin->high - bin->low) / std::sqrt(12.0);
  return {value, std::hypot(0.5 * (high - low) / two_sided_z(confidence), place_in_bin)};
}

Estimate cvar(const RankedCounts& values, double alpha) {
  const auto n = static_cast<double>(values.count());
  const double tail = alpha * n;
  const double edge = values.at(static_cast<std::size_t>(std::ceil(tail)) - 1);
  NeumaierSum below_edge;  // of (edge - x)+ and its square: all other values add 0
  NeumaierSum below_edge_squared;
  for (const ValueCounts::Bin& bin : values.bins()) {
    const double shortfall = edge - 0.5 * (bin.low + bin.high);
    if (shortfall <= 0.0) break;
    below_edge.add(static_cast<double>(bin.count) * shortfall);
    below_edge_squared.add(static_cast<double>(bin.count) * shortfall * shortfall);
  }
  const double shortfall = below_edge.value();
  const double value = edge - shortfall / tail;
  if (values.count() < 2) return {value, std::numeric_limits<double>::infinity()};
  const double variance = std::max(0.0, (below_edge_squared.value() - shortfall * shortfall / n) / (n - 1.0));
  return {value, std::sqrt(variance / n) / alpha};
}

}  // namespace wayworth::engine
