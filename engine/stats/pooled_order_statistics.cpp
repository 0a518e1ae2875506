#include "engine/stats/pooled_order_statistics.hpp"

#include <algorithm>

namespace wayworth::engine {

PooledOrderStatistics::PooledOrderStatistics(std::span<const Ascending> parts) : parts_(parts) {
  for (const Ascending& part : parts) count_ += part.count();
}

std::array<double, 2> PooledOrderStatistics::at_and_next(std::size_t rank) const {
  if (parts_.size() == 1) return parts_.front().at_and_next(rank);
  const std::size_t next = std::min(rank + 1, count_ - 1);
  // Of each part, no more values lie below that of its rank in proportion than are to lie below in all, and together
  // with it more than that: so the least and the greatest of them enclose the value.
  const auto in_proportion = [&](const Ascending& part, std::size_t of) { return part.at(of * part.count() / count_); };
  double low = in_proportion(parts_.front(), rank);
  double high = low;
  for (const Ascending& part : parts_) {
    low = std::min(low, in_proportion(part, rank));
    high = std::max(high, in_proportion(part, next));
  }
  std::size_t below = 0;
  std::vector<double> between;
  for (const Ascending& part : parts_) {
    const std::span<const double> values = part.values();
    const auto first = std::lower_bound(values.begin(), values.end(), low);
    below += static_cast<std::size_t>(first - values.begin());
    between.insert(between.end(), first, std::upper_bound(first, values.end(), high));
  }
  const auto place = between.begin() + static_cast<std::ptrdiff_t>(rank - below);
  std::nth_element(between.begin(), place, between.end());
  return {*place, next == rank ? *place : *std::min_element(place + 1, between.end())};
}

}  // namespace wayworth::engine
