#pragma once

#include <cstddef>
#include <vector>

#include "engine/finance/annual_rates.hpp"

namespace wayworth::engine {

/// Where in its step a flow is taken to fall. Flows "at the start" (the initial investment) are at time 0.
enum class DiscountTiming { mid, end };

/// \throws InputError unless the annual effective rate is finite and above -1 (-100 %).
void check_discount_rate(double annual_rate);

/// What 1 at `years` after the valuation date is worth at it: (1 + annual_rate)^-years. The rate is annual effective,
/// above -1.
double discount_factor(double annual_rate, double years);

/// The same at rates that change by year: the product of (1 + rate)^-(the part of its year that has passed).
double discount_factor(const AnnualRates& rates, double years);

/// The rate of one step that compounds to the annual one: not annual_rate / steps_per_year.
double step_rate(double annual_rate, int steps_per_year);

/// Years from the valuation date to the flow of step 0, 1, 2, ...
double flow_time(DiscountTiming timing, std::size_t step, int steps_per_year);

/// discount_factor at flow_time for steps 0 .. step_count - 1.
/// \throws InputError as check_discount_rate.
std::vector<double> discount_factors(const AnnualRates& rates, DiscountTiming timing, int steps_per_year,
                                     std::size_t step_count);

}  // namespace wayworth::engine
