#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace wayworth::engine {

/// Values of a column by rank without sorting it: every question splits its own copy of the column further, so that
/// later questions search shorter ranges. NaN is not allowed; +infinity ranks last.
class OrderStatistics {
public:
  explicit OrderStatistics(std::vector<double> column);

  [[nodiscard]] std::size_t count() const { return values_.size(); }

  /// Splits at all these ranks (from 0, below count()), the middle one first: for r ranks O(n log r) instead of O(n r).
  void split_at(std::vector<std::size_t> ranks);

  /// The value of rank 0 .. count() - 1, smallest first.
  double at(std::size_t rank);

  /// The `rank` smallest values, in no particular order.
  std::span<const double> smallest(std::size_t rank);

  /// Between the two neighbouring ranks, linearly: type 7, Excel's PERCENTILE.INC, R's default.
  /// \param p  in [0, 1]; at least one value is needed
  /// Source: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996.
  double quantile(double p);

private:
  void split_between(std::span<const std::size_t> ranks);

  std::vector<double> values_;
  std::vector<std::size_t> splits_;  // rising; values_[s] has rank s, smaller ones stand before it
};

/// The lower neighbour's rank (from 0) of a type-7 quantile of `count` values.
std::size_t quantile_rank(std::size_t count, double p);

/// Type-7 quantiles of an unsorted column, one for each probability.
/// \throws InputError when the column is empty or holds NaN, or a probability lies outside [0, 1].
std::vector<double> quantiles(std::span<const double> column, std::span<const double> probabilities);

}  // namespace wayworth::engine
