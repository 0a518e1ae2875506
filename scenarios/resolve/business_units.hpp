#pragma once

#include <optional>
#include <vector>

#include "scenarios/formulas/business_functions.hpp"
#include "scenarios/resolve/combine_units.hpp"

namespace wayworth::scenarios {

/// The result of a business function, a pure number. Nothing, and a problem, when the units of its arguments clash.
std::optional<Quantity> combine(BusinessFunction function, std::vector<Quantity> arguments, const CallSite& site);

}  // namespace wayworth::scenarios
