#include "engine/stats/sorted_column.hpp"

#include <algorithm>
#include <utility>

namespace wayworth::engine {

SortedColumn::SortedColumn(std::span<const double> values) {
  std::vector<std::pair<double, std::uint32_t>> keyed(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) keyed[i] = {values[i], static_cast<std::uint32_t>(i)};
  std::sort(keyed.begin(), keyed.end());
  order_.reserve(keyed.size());
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    order_.push_back(keyed[i].second);
    if (i + 1 == keyed.size() || keyed[i + 1].first != keyed[i].first) {
      ends_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
}

std::vector<double> SortedColumn::ascending_ranks() const {
  std::vector<double> ranks;
  ranks.reserve(order_.size());
  for (const std::uint32_t end : ends_) {
    const double mean_rank = static_cast<double>(ranks.size() + 1 + end) / 2.0;
    ranks.resize(end, mean_rank);
  }
  return ranks;
}

std::vector<double> SortedColumn::average_ranks() const {
  const std::vector<double> ascending = ascending_ranks();
  std::vector<double> ranks(order_.size());
  for (std::size_t i = 0; i < order_.size(); ++i) ranks[order_[i]] = ascending[i];
  return ranks;
}

SortedColumn SortedColumn::part(std::size_t first, std::size_t count) const {
  SortedColumn found;
  found.order_.reserve(count);
  std::size_t place = 0;
  for (const std::uint32_t end : ends_) {
    for (; place < end; ++place) {
      const std::size_t trial = order_[place];
      if (trial >= first && trial - first < count) found.order_.push_back(static_cast<std::uint32_t>(trial - first));
    }
    const auto so_far = static_cast<std::uint32_t>(found.order_.size());
    if (so_far != (found.ends_.empty() ? 0 : found.ends_.back())) found.ends_.push_back(so_far);
  }
  return found;
}

std::vector<double> SortedColumn::arranged(std::span<const double> values) const {
  std::vector<double> found(order_.size());
  for (std::size_t i = 0; i < order_.size(); ++i) found[i] = values[order_[i]];
  return found;
}

}  // namespace wayworth::engine
