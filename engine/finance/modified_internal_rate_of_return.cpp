#include "engine/finance/modified_internal_rate_of_return.hpp"

#include <cmath>

namespace wayworth::engine {

ModifiedInternalRateFinder::ModifiedInternalRateFinder(const FlowGrid& grid, std::size_t steps,
                                                       const ModifiedRates& rates)
    : years_(static_cast<double>(steps) / grid.steps_per_year) {
  for (std::size_t entry = 0; entry <= steps; ++entry) {
    const double time = entry == 0 ? 0.0 : flow_time(grid.timing, entry - 1, grid.steps_per_year);
    finance_factors_.push_back(discount_factor(rates.finance, time));
    reinvestment_factors_.push_back(std::exp(log_growth(rates.reinvestment, time, years_)));
  }
}

std::optional<double> ModifiedInternalRateFinder::operator()(std::span<const double> flows) const {
  double spent = 0.0;
  double earned = 0.0;
  for (std::size_t entry = 0; entry < flows.size(); ++entry) {
    add_entry(entry, flows.subspan(entry, 1), {&spent, 1}, {&earned, 1});
  }
  return rate(spent, earned);
}

void ModifiedInternalRateFinder::add_entry(std::size_t entry, std::span<const double> column, std::span<double> spent,
                                           std::span<double> earned) const {
  // Sums of figures of one sign: no digit is lost that would need a compensated sum.
  for (std::size_t i = 0; i < column.size(); ++i) {
    spent[i] += (column[i] < 0.0 ? -column[i] : 0.0) * finance_factors_[entry];
    earned[i] += (column[i] > 0.0 ? column[i] : 0.0) * reinvestment_factors_[entry];
  }
}

std::optional<double> ModifiedInternalRateFinder::rate(double spent, double earned) const {
  if (spent == 0.0) return std::nullopt;
  return std::pow(earned / spent, 1.0 / years_) - 1.0;
}

std::optional<double> modified_internal_rate_of_return(std::span<const double> flows, const FlowGrid& grid,
                                                       const ModifiedRates& rates) {
  return ModifiedInternalRateFinder(grid, flows.size() - 1, rates)(flows);
}

}  // namespace wayworth::engine
