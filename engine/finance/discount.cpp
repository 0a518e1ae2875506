#include "engine/finance/discount.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/core/input_error.hpp"

namespace wayworth::engine {

void check_discount_rate(double annual_rate) {
  if (!(std::isfinite(annual_rate) && annual_rate > -1.0)) {
    throw InputError(fmt::format("discount_rate: {} must be greater than -1 (-100 %)", annual_rate));
  }
}

double discount_factor(double annual_rate, double years) {
  return std::exp(-years * std::log1p(annual_rate));
}

double discount_factor(const AnnualRates& rates, double years) {
  return std::exp(-log_growth(rates, 0.0, years));
}

double step_rate(double annual_rate, int steps_per_year) {
  return std::expm1(std::log1p(annual_rate) / steps_per_year);
}

double flow_time(DiscountTiming timing, std::size_t step, int steps_per_year) {
  const double inside_step = timing == DiscountTiming::mid ? 0.5 : 1.0;
  return (static_cast<double>(step) + inside_step) / steps_per_year;
}

std::vector<double> discount_factors(const AnnualRates& rates, DiscountTiming timing, int steps_per_year,
                                     std::size_t step_count) {
  for (const double rate : rates.by_year()) check_discount_rate(rate);
  std::vector<double> factors(step_count);
  for (std::size_t step = 0; step < step_count; ++step) {
    factors[step] = discount_factor(rates, flow_time(timing, step, steps_per_year));
  }
  return factors;
}

}  // namespace wayworth::engine
