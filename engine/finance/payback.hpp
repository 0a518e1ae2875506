#pragma once

#include <limits>

namespace wayworth::engine {

/// Payback, in periods from the valuation date: when the cumulative net cash last crosses from below 0 to 0 or more,
/// linear inside the period ("sustained" payback). 0 when it is never below 0, +infinity when it is below 0 at the
/// end. Followed period by period: the value so far is that of a horizon that ends now.

/// Before the first period: `initial` is what has flowed at the very start.
inline double payback_at_start(double initial) {
  return initial < 0.0 ? std::numeric_limits<double>::infinity() : 0.0;
}

/// After period 1, 2, ...: the cumulative net cash went from `before` to `now` in it.
inline double payback_after(double so_far, double before, double now, double period) {
  if (now < 0.0) return std::numeric_limits<double>::infinity();
  return before < 0.0 ? period - 1.0 - before / (now - before) : so_far;
}

}  // namespace wayworth::engine
