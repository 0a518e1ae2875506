#include "engine/stats/ranks.hpp"

#include "engine/stats/sorted_column.hpp"

namespace wayworth::engine {

std::vector<double> average_ranks(std::span<const double> values) {
  return SortedColumn(values).average_ranks();
}

}  // namespace wayworth::engine
