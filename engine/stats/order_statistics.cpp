#include "engine/stats/order_statistics.hpp"

#include <fmt/format.h>
#include <hwy/contrib/sort/vqsort.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/core/input_error.hpp"

namespace wayworth::engine {

// The vectorised quicksort sorts a whole column in a third of the time that std::nth_element needs for seven ranks. It
// pads with the greatest finite value, so what is infinite must be kept out of it.
Ascending sort_ascending(std::span<double> column) {
  const auto infinite =
      std::partition(column.begin(), column.end(), [](double x) { return x <= std::numeric_limits<double>::max(); });
  hwy::Sorter()(column.data(), static_cast<std::size_t>(infinite - column.begin()), hwy::SortAscending());
  return Ascending(column);
}

double Ascending::quantile(double p) const {
  return quantile_by_rank(*this, p);
}

std::size_t quantile_rank(std::size_t count, double p) {
  const double last = static_cast<double>(count - 1);
  return static_cast<std::size_t>(std::min(std::floor(last * p), last));
}

std::vector<double> quantiles(std::span<const double> column, std::span<const double> probabilities) {
  if (column.empty()) throw InputError("quantiles: the column has no values");
  if (std::any_of(column.begin(), column.end(), [](double x) { return std::isnan(x); })) {
    throw InputError("quantiles: the column holds undefined values");
  }
  const OrderStatistics ordered(std::vector<double>(column.begin(), column.end()));
  std::vector<double> result;
  for (const double p : probabilities) {
    if (!(p >= 0.0 && p <= 1.0)) throw InputError(fmt::format("quantiles: probability {} must lie in [0, 1]", p));
    result.push_back(ordered.quantile(p));
  }
  return result;
}

}  // namespace wayworth::engine
