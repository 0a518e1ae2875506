#include "engine/stats/sorted_column.hpp"

#include <hwy/contrib/sort/vqsort.h>

#include <bit>
#include <cstdint>

namespace wayworth::engine {

namespace {

/// A number whose order is that of the values: the bits of a negative one turned round, of any other with the sign set.
std::uint64_t ordered_bits(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);  // of -0, those of 0
  constexpr std::uint64_t sign = std::uint64_t{1} << 63;
  return (bits & sign) != 0 ? ~bits : bits | sign;
}

}  // namespace

SortedColumn::SortedColumn(std::span<const double> values) {
  std::vector<hwy::uint128_t> keyed(values.size());  // the value above, the trial below
  for (std::size_t i = 0; i < values.size(); ++i) keyed[i] = {i, ordered_bits(values[i])};
  hwy::Sorter()(keyed.data(), keyed.size(), hwy::SortAscending());
  order_.reserve(keyed.size());
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    order_.push_back(static_cast<std::uint32_t>(keyed[i].lo));
    if (i + 1 == keyed.size() || keyed[i + 1].hi != keyed[i].hi) ends_.push_back(static_cast<std::uint32_t>(i + 1));
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
