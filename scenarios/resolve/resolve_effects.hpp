#pragma once

#include <string>
#include <vector>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/resolve/name_table.hpp"

namespace wayworth::scenarios {

/// The effects of one initiative, in the units of their targets.
std::vector<engine::Effect> resolve_effects(const InitiativeSection& initiative, const QuantityFitter& fitter);

}  // namespace wayworth::scenarios
