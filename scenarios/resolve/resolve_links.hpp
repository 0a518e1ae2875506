#pragma once

#include <vector>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// The links between drivers. Cycles among them are reported by resolve_drivers().
std::vector<engine::Link> resolve_links(const Scenario& scenario, const QuantityFitter& fitter);

}  // namespace wayworth::scenarios
