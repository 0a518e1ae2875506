#pragma once

#include <span>

namespace wayworth::engine {

/// The sum of flows[t] * factors[t]; one factor a flow. A flow at time 0 is added as it is, outside this sum.
/// (Excel's NPV with end-of-year factors: it discounts its first value by one year too.)
double present_value(std::span<const double> flows, std::span<const double> factors);

}  // namespace wayworth::engine
