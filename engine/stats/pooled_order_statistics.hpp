#pragma once

#include <span>
#include <vector>

#include "engine/stats/order_statistics.hpp"

namespace wayworth::engine {

/// The values of several parts by rank among all of them, without sorting them once more: the parts are sorted, and
/// what has a given rank among all lies between what has that rank, in proportion, in each.
class PooledOrderStatistics {
public:
  /// \param parts  kept by reference; at least one, none of them empty
  explicit PooledOrderStatistics(std::span<const Ascending> parts);

  [[nodiscard]] std::size_t count() const { return count_; }

  /// As of Ascending.
  [[nodiscard]] double at(std::size_t rank) const { return at_and_next(rank).front(); }
  [[nodiscard]] std::array<double, 2> at_and_next(std::size_t rank) const;
  [[nodiscard]] double quantile(double p) const { return quantile_by_rank(*this, p); }

  /// Calls `visit` with every value below `edge`.
  template <class Visit>
  void for_each_below(double edge, Visit visit) const {
    for (const Ascending& part : parts_) part.for_each_below(edge, visit);
  }

private:
  std::span<const Ascending> parts_;
  std::size_t count_ = 0;
};

}  // namespace wayworth::engine
