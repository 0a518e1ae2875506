#pragma once

#include "engine/model/roadmap_limits.hpp"
#include "scenarios/resolve/role_table.hpp"

namespace wayworth::scenarios {

/// The rules of `roadmap`, with the initiatives that they name.
engine::RoadmapLimits resolve_roadmap(const Scenario& scenario, const RoleTable& roles, Problems& problems);

}  // namespace wayworth::scenarios
