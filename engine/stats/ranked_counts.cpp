#include "engine/stats/ranked_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/stats/order_statistics.hpp"
#include "engine/stats/quantile_interval.hpp"
#include "engine/stats/tail_risk.hpp"

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
  return quantile_by_rank(*this, p);
}

Estimate quantile_estimate(const RankedCounts& values, double p) {
  const double value = values.quantile(p);
  const double error = quantile_error(values, p);
  if (!std::isfinite(value) || !std::isfinite(error)) return {value, error};
  const auto& bins = values.bins();
  const auto bin = std::find_if(bins.begin(), bins.end(), [&](const auto& one) { return value <= one.high; });
  const double place_in_bin = (bin->high - bin->low) / std::sqrt(12.0);
  return {value, std::hypot(error, place_in_bin)};
}

Estimate cvar(const RankedCounts& values, double alpha) {
  const double edge = value_at_risk(values, alpha);
  Shortfalls shortfalls;
  for (const ValueCounts::Bin& bin : values.bins()) {
    const double shortfall = edge - 0.5 * (bin.low + bin.high);
    if (shortfall <= 0.0) break;
    shortfalls.add(shortfall, static_cast<double>(bin.count));
  }
  return cvar(edge, shortfalls, values.count(), alpha);
}

}  // namespace wayworth::engine
