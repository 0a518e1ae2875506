#pragma once

#include <span>
#include <vector>

namespace wayworth::engine {

/// Annual effective rates, fractions above -1: of year 1, 2, ... from the valuation date on. The last one stays.
class AnnualRates {
public:
  /// The same in every year.
  AnnualRates(double rate = 0.0) : by_year_{rate} {}  // NOLINT(google-explicit-constructor): a rate is a curve, too
  /// \throws InputError when there is none
  explicit AnnualRates(std::vector<double> by_year);

  [[nodiscard]] std::span<const double> by_year() const { return by_year_; }
  /// That of all years to come.
  [[nodiscard]] double last() const { return by_year_.back(); }

  friend bool operator==(const AnnualRates&, const AnnualRates&) = default;

private:
  std::vector<double> by_year_;  // at least one
};

/// The logarithm of what 1 at `from` has grown to at `to`, in years from the valuation date, 0 <= from <= to.
double log_growth(const AnnualRates& rates, double from, double to);

}  // namespace wayworth::engine
