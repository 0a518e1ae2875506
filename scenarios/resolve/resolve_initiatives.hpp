#pragma once

#include <vector>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/resolve/role_table.hpp"

namespace wayworth::scenarios {

/// The initiatives, with the drivers, streams, roles and each other that they name. Reports cycles among what they
/// need.
std::vector<engine::Initiative> resolve_initiatives(const Scenario& scenario, const RoleTable& roles,
                                                    const QuantityFitter& fitter);

}  // namespace wayworth::scenarios
