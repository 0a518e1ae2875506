#include "engine/finance/shifted_beta_geometric.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/core/input_error.hpp"

namespace wayworth::engine {

ShiftedBetaGeometric ShiftedBetaGeometric::make(double alpha, double beta) {
  if (!(std::isfinite(alpha) && alpha > 0.0 && std::isfinite(beta) && beta > 0.0)) {
    throw InputError(
        fmt::format("shifted beta-geometric retention: alpha {} and beta {} must be greater than 0", alpha, beta));
  }
  return {alpha, beta};
}

double ShiftedBetaGeometric::retention(double period) const {
  return (beta_ + period - 1.0) / (alpha_ + beta_ + period - 1.0);
}

double ShiftedBetaGeometric::survival(double periods) const {
  double share = 1.0;
  for (double period = 1.0; period <= periods; period += 1.0) share *= retention(period);
  return share;
}

double ShiftedBetaGeometric::mean_churn() const {
  return alpha_ / (alpha_ + beta_);
}

double ShiftedBetaGeometric::expected_discounted_lifetime(double discount) const {
  return sum_of_payments(1.0, 1.0, discount);
}

double ShiftedBetaGeometric::expected_discounted_residual_lifetime(double periods, double discount) const {
  return sum_of_payments(retention(periods), periods + 1.0, discount);
}

/// first + first r(p) v + first r(p) v r(p + 1) v + ..., where p is the next period and v = 1 / (1 + discount).
double ShiftedBetaGeometric::sum_of_payments(double first, double next_period, double discount) const {
  if (discount == 0.0 && alpha_ > 1.0) {
    return first * (alpha_ + beta_ + next_period - 2.0) / (alpha_ - 1.0);
  }
  if (!(std::isfinite(discount) && discount > 0.0)) {
    throw InputError(fmt::format(
        "shifted beta-geometric retention: discount rate {} must be greater than 0 (or 0 with alpha > 1); else the "
        "lifetime is infinite",
        discount));
  }
  constexpr double relative_error = 1e-15;
  const double factor = 1.0 / (1.0 + discount);
  double payment = first;
  double sum = payment;
  // All that is still to come is at most payment / discount.
  for (double period = next_period; payment > relative_error * discount * sum; period += 1.0) {
    payment *= retention(period) * factor;
    sum += payment;
  }
  return sum;
}

}  // namespace wayworth::engine
