#pragma once

#include <vector>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/resolve/name_table.hpp"

namespace wayworth::scenarios {

/// The drivers with their values in their units. Those that are right become usable in `names`, which is the table that
/// `fitter` works on. Reports cycles.
/// The stocks of the segments' customers come first in the Model, in the order of the segments; those that noise needs
/// are added to `stocks`.
std::vector<engine::Driver> resolve_drivers(const Scenario& scenario, NameTable& names, const QuantityFitter& fitter,
                                            std::vector<engine::Stock>& stocks);

}  // namespace wayworth::scenarios
