#pragma once

#include <cmath>

namespace wayworth::engine {

/// Where in a period its cash is taken to flow.
enum class DiscountTiming { mid, end };

/// What one unit of money at `years` after the valuation date is worth at it, at an effective annual rate above -1.
inline double discount_factor(double annual_rate, double years) { return std::pow(1.0 + annual_rate, -years); }

/// Years from the valuation date to the cash of step 1, 2, ... on a grid of `steps_per_year`.
inline double years_to_cash(DiscountTiming timing, double step, double steps_per_year) {
  return (timing == DiscountTiming::mid ? step - 0.5 : step) / steps_per_year;
}

}  // namespace wayworth::engine
