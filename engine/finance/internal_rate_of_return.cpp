#include "engine/finance/internal_rate_of_return.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/core/vector_kernel.hpp"

namespace wayworth::engine {
namespace {

using Scan = InternalRateFinder::Scan;

// Throughout, x is the logarithm of a step's discount factor: -ln(1 + annual rate) / steps per year.

/// Where a root may be. An end whose sign was not looked at may turn out to have the root beyond it.
struct Interval {
  double low;
  double high;
  bool low_known = false;
  bool high_known = false;
};

/// Earnings and spendings as present values, and their first derivatives by x.
struct Sides {
  double earned = 0.0;
  double spent = 0.0;
  double earned_slope = 0.0;
  double spent_slope = 0.0;
};

/// Discounts flows at a given x.
class Discounter {
public:
  Discounter(std::span<const double> flows, double first_step) : flows_(flows), first_step_(first_step) {}

  [[nodiscard]] Sides at(double x) const {
    const double factor = std::exp(x);
    Sides sides;
    for (std::size_t t = flows_.size(); t-- > 1;) {  // Horner's rule, for the flows of the steps from the first
      sides.earned_slope = sides.earned_slope * factor + sides.earned;
      sides.spent_slope = sides.spent_slope * factor + sides.spent;
      sides.earned = sides.earned * factor + std::max(flows_[t], 0.0);
      sides.spent = sides.spent * factor + std::max(-flows_[t], 0.0);
    }
    const double first_factor = std::exp(first_step_ * x);
    sides.earned_slope = first_factor * (first_step_ * sides.earned + factor * sides.earned_slope);
    sides.spent_slope = first_factor * (first_step_ * sides.spent + factor * sides.spent_slope);
    sides.earned = std::max(flows_[0], 0.0) + first_factor * sides.earned;
    sides.spent = std::max(-flows_[0], 0.0) + first_factor * sides.spent;
    return sides;
  }

private:
  std::span<const double> flows_;
  double first_step_;
};

int sign(double x) {
  return x > 0.0 ? 1 : x < 0.0 ? -1 : 0;
}

struct SignChanges {
  int count = 0;
  int first = 0;  // sign of the first figure that is not 0
  int last = 0;

  void add(double x) {
    const int next = sign(x);
    if (next == 0) return;
    if (last == 0) first = next;
    if (last == -next) ++count;
    last = next;
  }
};

/// The x in `where` at which the value is 0, of which there is at most one. Newton's method on the logarithm of
/// earned / spent, which is close to a straight line in x; halving where it would leave what is left of the interval.
/// \param rises  whether the value goes from negative to positive as x grows
std::optional<double> root(const Discounter& discount, Interval where, double guess, bool rises) {
  constexpr double close = 1e-9;  // Newton's next step would be some 1e-17
  constexpr int enough = 200;     // halving alone takes some 60
  double x = guess;
  for (int tries = 0; tries < enough; ++tries) {
    const Sides sides = discount.at(x);
    const double value = sides.earned - sides.spent;
    if (value == 0.0) return x;
    const bool root_is_below = (value > 0.0) == rises;
    if (root_is_below ? x == where.low : x == where.high) return std::nullopt;
    (root_is_below ? where.high : where.low) = x;
    (root_is_below ? where.high_known : where.low_known) = true;
    const double slope = sides.earned_slope / sides.earned - sides.spent_slope / sides.spent;
    const double next = x - std::log(sides.earned / sides.spent) / slope;
    if (next > where.low && next < where.high) {
      if (std::abs(next - x) <= close) return next;
      x = next;
    } else if (root_is_below && !where.low_known) {
      x = where.low;
    } else if (!root_is_below && !where.high_known) {
      x = where.high;
    } else {
      const double middle = 0.5 * (where.low + where.high);
      if (middle <= where.low || middle >= where.high) return x;
      x = middle;
    }
  }
  return x;
}

/// The present values of one cash flow at every point of a scan, by Horner's rule. Compiled for each kind of processor;
/// all kinds give the same bits (see engine/execute/kernels.cpp).
WAYWORTH_VECTOR_KERNEL Scan scan_values(std::span<const double> flows, const Scan& factors, const Scan& first_factors) {
  Scan values{};
  for (std::size_t t = flows.size(); t-- > 1;) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = values[i] * factors[i] + flows[t];
  }
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = values[i] * first_factors[i] + flows[0];
  return values;
}

double log_factor(double annual_rate, double steps_per_year) {
  return -std::log1p(annual_rate) / steps_per_year;
}

}  // namespace

InternalRateFinder::InternalRateFinder(const FlowGrid& grid)
    : steps_per_year_(grid.steps_per_year), first_step_(grid.timing == DiscountTiming::mid ? 0.5 : 1.0) {
  const double highest = log_factor(lowest_internal_rate, steps_per_year_);
  const double lowest = log_factor(highest_internal_rate, steps_per_year_);
  for (std::size_t i = 0; i < scan_points; ++i) {
    const double share = static_cast<double>(i) / (scan_points - 1);
    log_factors_[i] = highest + share * (lowest - highest);  // rates ascend
    factors_[i] = std::exp(log_factors_[i]);
    first_factors_[i] = std::exp(first_step_ * log_factors_[i]);
  }
}

InternalRate InternalRateFinder::operator()(std::span<const double> flows) const {
  SignChanges of_flows;
  SignChanges of_sums;
  double sum = 0.0;
  for (const double flow : flows) {
    of_flows.add(flow);
    sum += flow;
    of_sums.add(sum);
  }
  if (of_flows.count == 0) return {InternalRateStatus::no_sign_change, {}};
  const bool invests_first = of_flows.first < 0;
  const bool unique_positive = of_sums.count == 1 && invests_first && sum > 0.0;
  if (of_flows.count > 1 && !unique_positive) return scan(flows);

  const double lowest = log_factor(highest_internal_rate, steps_per_year_);
  const double highest = of_flows.count == 1 ? log_factor(lowest_internal_rate, steps_per_year_) : 0.0;
  const double guess = log_factor(0.1, steps_per_year_);
  const auto x = root(Discounter(flows, first_step_), {lowest, highest}, guess, invests_first);
  if (!x) return {InternalRateStatus::none, {}};
  return {InternalRateStatus::ok, {std::expm1(-*x * steps_per_year_)}};
}

InternalRate InternalRateFinder::scan(std::span<const double> flows) const {
  const Scan values = scan_values(flows, factors_, first_factors_);
  InternalRate found;
  const Discounter discount(flows, first_step_);
  for (std::size_t i = 0; i < scan_points; ++i) {
    std::optional<double> x;
    if (values[i] == 0.0) {
      x = log_factors_[i];
    } else if (i > 0 && sign(values[i]) == -sign(values[i - 1])) {
      const double low = log_factors_[i];
      const double high = log_factors_[i - 1];
      x = root(discount, {low, high, true, true}, 0.5 * (low + high), values[i] < 0.0);
    }
    if (x) found.rates.push_back(std::expm1(-*x * steps_per_year_));
  }
  found.status = found.rates.empty()       ? InternalRateStatus::none
                 : found.rates.size() == 1 ? InternalRateStatus::ok
                                           : InternalRateStatus::multiple;
  return found;
}

InternalRate internal_rate_of_return(std::span<const double> flows, const FlowGrid& grid) {
  return InternalRateFinder(grid)(flows);
}

}  // namespace wayworth::engine
