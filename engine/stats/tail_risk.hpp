#pragma once

#include "engine/stats/estimate.hpp"
#include "engine/stats/order_statistics.hpp"

namespace wayworth::engine {

/// The value of rank ceil(alpha n), counted from 1: the lower tail's left inverse. 0 < alpha <= 1; finite values.
double value_at_risk(const OrderStatistics& values, double alpha);

/// The mean of the worst share alpha of all values, the value at the edge counted in part; with its standard error.
/// 0 < alpha <= 1; finite values.
/// Source: Rockafellar and Uryasev, "Conditional value-at-risk for general loss distributions", Journal of Banking and
/// Finance 26, 2002.
Estimate cvar(const OrderStatistics& values, double alpha);

}  // namespace wayworth::engine
