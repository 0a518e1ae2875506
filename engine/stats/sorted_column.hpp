#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wayworth::engine {

/// The trials of one column from its smallest value to its greatest, sorted once for all who ask for ranks, bins or
/// neighbours.
class SortedColumn {
public:
  SortedColumn() = default;
  /// \param values  finite, one a trial, fewer than 2^32; equal values stay in the order of their trials
  explicit SortedColumn(std::span<const double> values);

  [[nodiscard]] std::size_t count() const { return order_.size(); }

  /// The trials, the one with the smallest value first.
  [[nodiscard]] std::span<const std::uint32_t> order() const { return order_; }

  [[nodiscard]] bool has_ties() const { return ends_.size() < order_.size(); }

  /// How many different values there are.
  [[nodiscard]] std::size_t different_values() const { return ends_.size(); }

  /// By different value, ascending: the place in `order()` behind its last trial.
  [[nodiscard]] std::span<const std::uint32_t> ends() const { return ends_; }

  /// By trial, its rank from 1; equal values share their mean rank.
  [[nodiscard]] std::vector<double> average_ranks() const;

  /// The same trials' ranks in ascending order.
  [[nodiscard]] std::vector<double> ascending_ranks() const;

  /// The trials `first`, first + 1, ... alone, counted from 0 again: as if only they had been sorted.
  [[nodiscard]] SortedColumn part(std::size_t first, std::size_t count) const;

  /// What `values` has for each trial, in this column's order.
  [[nodiscard]] std::vector<double> arranged(std::span<const double> values) const;

private:
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace wayworth::engine
