#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/stats/estimate.hpp"
#include "engine/stats/value_counts.hpp"

namespace wayworth::engine {

/// Counted values by rank, as if those of a bin were spread evenly over it: off by less than 0.1 % of the value, and
/// the least and the greatest are exact. Those that are never (+infinity) rank last.
class RankedCounts {
public:
  /// At least one value that is not undefined.
  explicit RankedCounts(const ValueCounts& counts);

  [[nodiscard]] std::size_t count() const { return count_; }
  /// Of rank 0 .. count() - 1, smallest first.
  [[nodiscard]] double at(std::size_t rank) const;
  /// As OrderStatistics::at_and_next.
  [[nodiscard]] std::array<double, 2> at_and_next(std::size_t rank) const {
    return {at(rank), at(std::min(rank + 1, count_ - 1))};
  }
  /// As OrderStatistics::quantile.
  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] const std::vector<ValueCounts::Bin>& bins() const { return bins_; }

private:
  std::vector<ValueCounts::Bin> bins_;
  std::vector<std::uint64_t> until_;  ///< by bin: values in it and in those before
  std::size_t count_;
};

/// As quantile_estimate of order statistics, with the error of not knowing where in its bin a value lies.
Estimate quantile_estimate(const RankedCounts& values, double p);

/// As cvar of order statistics.
Estimate cvar(const RankedCounts& values, double alpha);

}  // namespace wayworth::engine
