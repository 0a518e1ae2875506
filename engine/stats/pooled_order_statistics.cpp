#include "engine/stats/pooled_order_statistics.hpp"

#include <algorithm>

namespace wayworth::engine {

PooledOrderStatistics::PooledOrderStatistics(std::span<const OrderStatistics> parts) : parts_(parts) {
  for (const OrderStatistics& part : parts) count_ += part.count();
}

double PooledOrderStatistics::at(std::size_t rank) const {
  if (parts_.size() == 1) return parts_.front().at(rank);
  // Of each part, no more values lie below that of its rank in proportion than are to lie below in all, and together
  // with it more than that: so the least and the greatest of them enclose the value.
  const auto in_proportion = [&](const OrderStatistics& part) { return part.at(rank * part.count() / count_); };
  double low = in_proportion(parts_.front());
  double high = low;
  for (const OrderStatistics& part : parts_) {
    low = std::min(low, in_proportion(part));
    high = std::max(high, in_proportion(part));
  }
  std::size_t below = 0;
  std::vector<double> between;
  for (const OrderStatistics& part : parts_) {
    const std::span<const double> values = part.ascending();
    const auto first = std::lower_bound(values.begin(), values.end(), low);
    below += static_cast<std::size_t>(first - values.begin());
    between.insert(between.end(), first, std::upper_bound(first, values.end(), high));
  }
  const auto place = between.begin() + static_cast<std::ptrdiff_t>(rank - below);
  std::nth_element(between.begin(), place, between.end());
  return *place;
}

}  // namespace wayworth::engine
