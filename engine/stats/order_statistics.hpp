#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace wayworth::engine {

/// Ascending values by rank, which lie elsewhere. None of them is NaN; +infinity ranks last.
class Ascending {
public:
  Ascending() = default;
  explicit Ascending(std::span<const double> values) : values_(values) {}

  [[nodiscard]] std::size_t count() const { return values_.size(); }

  /// The value of rank 0 .. count() - 1, smallest first.
  [[nodiscard]] double at(std::size_t rank) const { return values_[rank]; }
  /// That value and the next; of the last rank that value twice.
  [[nodiscard]] std::array<double, 2> at_and_next(std::size_t rank) const {
    return {values_[rank], values_[std::min(rank + 1, count() - 1)]};
  }

  [[nodiscard]] std::span<const double> values() const { return values_; }

  /// Between the two neighbouring ranks, as quantile_by_rank.
  /// \param p  in [0, 1]; at least one value is needed
  [[nodiscard]] double quantile(double p) const;

  /// Calls `visit` with every value below `edge`, smallest first.
  template <class Visit>
  void for_each_below(double edge, Visit visit) const {
    for (const double value : values_) {
      if (!(value < edge)) return;
      visit(value);
    }
  }

private:
  std::span<const double> values_;
};

/// Sorts a column in its place. NaN is not allowed.
Ascending sort_ascending(std::span<double> column);

/// The values of a column by rank, of which it keeps its own.
class OrderStatistics : public Ascending {
public:
  explicit OrderStatistics(std::vector<double> column) : column_(std::move(column)) {
    static_cast<Ascending&>(*this) = sort_ascending(column_);
  }
  OrderStatistics(OrderStatistics&&) = default;  // a copy would read what another keeps
  OrderStatistics& operator=(OrderStatistics&&) = default;

private:
  std::vector<double> column_;
};

/// The lower neighbour's rank (from 0) of a type-7 quantile of `count` values.
std::size_t quantile_rank(std::size_t count, double p);

/// Between the two neighbouring ranks, linearly: type 7, Excel's PERCENTILE.INC, R's default.
/// \param values  of any kind that have a count, of at least 1, and can be asked for `at_and_next(rank)`
/// \param p       in [0, 1]
/// Source: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996.
template <class Values>
double quantile_by_rank(const Values& values, double p) {
  const std::size_t lower = quantile_rank(values.count(), p);
  const double share = static_cast<double>(values.count() - 1) * p - static_cast<double>(lower);
  const auto [below, above] = values.at_and_next(lower);
  if (share <= 0.0) return below;
  return below == above ? below : below + share * (above - below);  // equal also when both are infinite
}

/// Type-7 quantiles of an unsorted column, one for each probability.
/// \throws InputError when the column is empty or holds NaN, or a probability lies outside [0, 1].
std::vector<double> quantiles(std::span<const double> column, std::span<const double> probabilities);

}  // namespace wayworth::engine
