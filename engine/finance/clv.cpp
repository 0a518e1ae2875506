#include "engine/finance/clv.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/core/input_error.hpp"

namespace wayworth::engine {
namespace {

void check_ranges(const RetainedCustomer& customer) {
  if (!std::isfinite(customer.margin)) {
    throw InputError(fmt::format("customer lifetime value: margin {} must be a finite number", customer.margin));
  }
  if (!(customer.retention >= 0.0 && customer.retention <= 1.0)) {
    throw InputError(fmt::format("customer lifetime value: retention {} must lie in [0, 1]", customer.retention));
  }
  if (!(std::isfinite(customer.discount) && customer.discount > -1.0)) {
    throw InputError(
        fmt::format("customer lifetime value: discount rate {} must be greater than -1 (-100 %)", customer.discount));
  }
  if (!(std::isfinite(customer.margin_growth) && customer.margin_growth > -1.0)) {
    throw InputError(fmt::format("customer lifetime value: growth of the margin {} must be greater than -1 (-100 %)",
                                 customer.margin_growth));
  }
}

/// What the expected, discounted payment shrinks by from one payment to the next.
double ratio_of_payments(const RetainedCustomer& customer) {
  return customer.retention * (1.0 + customer.margin_growth) / (1.0 + customer.discount);
}

void check_finite_sum(const RetainedCustomer& customer) {
  check_ranges(customer);
  if (!(ratio_of_payments(customer) < 1.0)) {
    throw InputError(fmt::format(
        "customer lifetime value: retention {} x growth factor {} must be less than 1 + discount rate = {}; "
        "else it is infinite",
        customer.retention, 1.0 + customer.margin_growth, 1.0 + customer.discount));
  }
}

}  // namespace

double lifetime_value_from_now(const RetainedCustomer& customer) {
  check_finite_sum(customer);
  return customer.margin / (1.0 - ratio_of_payments(customer));
}

double lifetime_value_after_one_period(const RetainedCustomer& customer) {
  check_finite_sum(customer);
  return customer.margin * customer.retention /
         (1.0 + customer.discount - customer.retention * (1.0 + customer.margin_growth));
}

double lifetime_value_of_payments(const RetainedCustomer& customer, double payments) {
  check_ranges(customer);
  if (!(payments >= 0.0 && std::floor(payments) == payments)) {
    throw InputError(fmt::format("customer lifetime value: {} payments must be a whole number from 0", payments));
  }
  const double ratio = ratio_of_payments(customer);
  if (ratio == 1.0) return customer.margin * payments;
  if (ratio == 0.0) return payments > 0.0 ? customer.margin : 0.0;
  return customer.margin * std::expm1(payments * std::log(ratio)) / (ratio - 1.0);
}

double retention_elasticity_from_now(const RetainedCustomer& customer) {
  check_finite_sum(customer);
  const double ratio = ratio_of_payments(customer);
  return ratio / (1.0 - ratio);
}

double retention_elasticity_after_one_period(const RetainedCustomer& customer) {
  check_finite_sum(customer);
  return 1.0 / (1.0 - ratio_of_payments(customer));
}

}  // namespace wayworth::engine
