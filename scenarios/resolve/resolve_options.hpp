#pragma once

#include <span>
#include <vector>

#include "engine/model/model.hpp"
#include "scenarios/messages/problems.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// The options with a start for each of their initiatives; one that starts everything in step 1 when the scenario has
/// none. Reports unknown initiatives and members whose prerequisites are no members.
std::vector<engine::Option> resolve_options(const Scenario& scenario, std::span<const engine::Initiative> initiatives,
                                            Problems& problems);

}  // namespace wayworth::scenarios
