#include "engine/stats/ranks.hpp"

#include <algorithm>
#include <utility>

namespace wayworth::engine {

std::vector<std::size_t> ascending_order(std::span<const double> values) {
  std::vector<std::pair<double, std::size_t>> keyed(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) keyed[i] = {values[i], i};
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::size_t> order(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = keyed[i].second;
  return order;
}

std::vector<double> average_ranks(std::span<const double> values) {
  const std::vector<std::size_t> order = ascending_order(values);
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
    const double mean_rank = static_cast<double>(first + 1 + end) / 2.0;
    for (std::size_t i = first; i < end; ++i) ranks[order[i]] = mean_rank;
    first = end;
  }
  return ranks;
}

}  // namespace wayworth::engine
