#pragma once

#include <optional>
#include <span>

#include "engine/analysis/sensitivity/break_even.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// What all benefits, or all costs, may come to before a target is missed, as a factor on what they are in each trial:
/// benefits of 0.6 are 60 % of plan. Taxes and terminal value count with the benefits.
struct Headroom {
  std::optional<Estimate> benefits;  ///< none: no factor of benefits meets the target
  std::optional<Estimate> costs;     ///< none: no factor of costs meets it
};

/// Exact in every trial, without a run: the value is benefits less costs, each times its factor. Errors are those that
/// the spread over 16 groups of trials shows.
/// \param target    whose value, for a quantile, is at least 0: below it none is found
/// \param values    of the target's measure (NPV or cash-releasing NPV), by trial
/// \param pv_costs  of the same trials, at least 0
Headroom headroom(const BreakEvenTarget& target, std::span<const double> values, std::span<const double> pv_costs);

}  // namespace wayworth::engine
