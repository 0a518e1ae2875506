#pragma once

#include <vector>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// The segments; their stocks of customers are the first of `stocks`, in the same order. The drivers come from
/// resolve_drivers(): a churn without limits gets those of a share.
std::vector<engine::Segment> resolve_segments(const Scenario& scenario, const QuantityFitter& fitter,
                                              std::vector<engine::Driver>& drivers, std::vector<engine::Stock>& stocks);

}  // namespace wayworth::scenarios
