#pragma once

#include <cmath>
#include <cstddef>

#include "engine/stats/estimate.hpp"
#include "engine/stats/neumaier_sum.hpp"
#include "engine/stats/order_statistics.hpp"

namespace wayworth::engine {

/// alpha count, where a product that is a whole number but for rounding (0.33 * 100) counts as one.
double tail_count(std::size_t count, double alpha);

/// The value of rank ceil(alpha n), counted from 1: the lower tail's left inverse. 0 < alpha <= 1; finite values of any
/// kind that have a count and can be asked for `at(rank)`.
template <class Values>
double value_at_risk(const Values& values, double alpha) {
  return values.at(static_cast<std::size_t>(std::ceil(tail_count(values.count(), alpha))) - 1);
}

/// How far values lie below the value at risk; all others add 0.
struct Shortfalls {
  NeumaierSum sum;
  NeumaierSum squares;

  void add(double shortfall, double times = 1.0) {
    sum.add(times * shortfall);
    squares.add(times * shortfall * shortfall);
  }
};

/// The mean of the worst share alpha of all values from its parts, with its standard error.
/// \param edge   the value at risk
/// \param count  of all values
Estimate cvar(double edge, const Shortfalls& shortfalls, std::size_t count, double alpha);

/// The mean of the worst share alpha of all values, the value at the edge counted in part; with its standard error.
/// \param values  OrderStatistics or PooledOrderStatistics, finite
/// \param alpha   in (0, 1]
/// Source: Rockafellar and Uryasev, "Conditional value-at-risk for general loss distributions", Journal of Banking and
/// Finance 26, 2002.
template <class Values>
Estimate cvar(const Values& values, double alpha) {
  const double edge = value_at_risk(values, alpha);
  Shortfalls shortfalls;
  values.for_each_below(edge, [&](double x) { shortfalls.add(edge - x); });
  return cvar(edge, shortfalls, values.count(), alpha);
}

}  // namespace wayworth::engine
