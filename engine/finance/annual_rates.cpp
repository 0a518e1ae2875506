#include "engine/finance/annual_rates.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/input_error.hpp"

namespace wayworth::engine {

AnnualRates::AnnualRates(std::vector<double> by_year) : by_year_(std::move(by_year)) {
  if (by_year_.empty()) throw InputError("rates by year: there must be at least one");
}

double log_growth(const AnnualRates& rates, double from, double to) {
  const std::span<const double> by_year = rates.by_year();
  double sum = 0.0;
  for (std::size_t year = 0; year < by_year.size(); ++year) {
    const double begin = std::max(from, static_cast<double>(year));
    const double end = year + 1 == by_year.size() ? to : std::min(to, static_cast<double>(year + 1));
    if (begin < end) sum += (end - begin) * std::log1p(by_year[year]);
  }
  return sum;
}

}  // namespace wayworth::engine
