#pragma once

#include <algorithm>
#include <functional>
#include <span>
#include <vector>

namespace wayworth::engine {

/// Adds `column` to `sum`, trial by trial; both of the same length.
inline void add_column(std::vector<double>& sum, std::span<const double> column) {
  std::transform(sum.begin(), sum.end(), column.begin(), sum.begin(), std::plus<>{});
}

}  // namespace wayworth::engine
