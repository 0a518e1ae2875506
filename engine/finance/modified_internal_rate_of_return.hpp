#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/finance/internal_rate_of_return.hpp"

namespace wayworth::engine {

/// Rates at which money is lent and put aside: annual effective, above -1.
struct ModifiedRates {
  AnnualRates finance;
  AnnualRates reinvestment;
};

/// Finds modified internal rates of return of many cash flows on one grid.
class ModifiedInternalRateFinder {
public:
  /// \param steps  at least 1
  ModifiedInternalRateFinder(const FlowGrid& grid, std::size_t steps, const ModifiedRates& rates);

  /// The annual effective rate at which what is spent, discounted to the start at the finance rate, would grow to what
  /// is earned, put aside at the reinvestment rate until the end of the last step. There is always exactly one, -1 when
  /// nothing is earned; empty when nothing is spent.
  /// \param flows  steps + 1 of them, as in internal_rate_of_return.hpp
  /// Source: Lin, "The modified internal rate of return and investment criterion", 1976; agrees with Excel's MIRR on
  /// flows at the end of each year.
  [[nodiscard]] std::optional<double> operator()(std::span<const double> flows) const;

  /// The same for many cash flows together, entry by entry: adds what one entry of each spends, as of the start, and
  /// earns, as of the end; then makes a flow's rate of its two sums.
  void add_entry(std::size_t entry, std::span<const double> column, std::span<double> spent,
                 std::span<double> earned) const;
  [[nodiscard]] std::optional<double> rate(double spent, double earned) const;

private:
  double years_;
  std::vector<double> finance_factors_;       // to the start
  std::vector<double> reinvestment_factors_;  // to the end
};

/// One cash flow's, of two flows or more; for many, keep a ModifiedInternalRateFinder.
std::optional<double> modified_internal_rate_of_return(std::span<const double> flows, const FlowGrid& grid,
                                                       const ModifiedRates& rates);

}  // namespace wayworth::engine
