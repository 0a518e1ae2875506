#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace wayworth::engine {

/// The values of a column by rank. NaN is not allowed; +infinity ranks last.
class OrderStatistics {
public:
  explicit OrderStatistics(std::vector<double> column);

  [[nodiscard]] std::size_t count() const { return sorted_.size(); }

  /// The value of rank 0 .. count() - 1, smallest first.
  [[nodiscard]] double at(std::size_t rank) const { return sorted_[rank]; }

  /// The `rank` smallest values, in ascending order.
  [[nodiscard]] std::span<const double> smallest(std::size_t rank) const { return std::span(sorted_).first(rank); }

  /// Between the two neighbouring ranks, linearly: type 7, Excel's PERCENTILE.INC, R's default.
  /// \param p  in [0, 1]; at least one value is needed
  /// Source: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996.
  [[nodiscard]] double quantile(double p) const;

private:
  std::vector<double> sorted_;
};

/// The lower neighbour's rank (from 0) of a type-7 quantile of `count` values.
std::size_t quantile_rank(std::size_t count, double p);

/// Type-7 quantiles of an unsorted column, one for each probability.
/// \throws InputError when the column is empty or holds NaN, or a probability lies outside [0, 1].
std::vector<double> quantiles(std::span<const double> column, std::span<const double> probabilities);

}  // namespace wayworth::engine
