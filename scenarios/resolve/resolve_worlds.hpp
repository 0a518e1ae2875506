#pragma once

#include <optional>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// The worlds for the Model; none when the scenario has none.
std::optional<engine::Worlds> resolve_worlds(const Scenario& scenario, const QuantityBuilder& builder);

/// Reports targets of worlds that are no drivers.
void check_worlds(const Scenario& scenario, const QuantityBuilder& builder);

/// Today's value of a driver, in whichever world the trial is in, between the driver's limits.
/// \param today   its value in a world that does not change it
/// \param driver  with key and limits
/// \param target  what the driver is known as; usable
engine::Expression in_worlds(engine::Expression today, const engine::Driver& driver, const NamedQuantity& target,
                             const Scenario& scenario, const QuantityFitter& fitter);

}  // namespace wayworth::scenarios
