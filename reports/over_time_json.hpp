#pragma once

#include "engine/analysis/findings.hpp"
#include "reports/json_parts.hpp"

namespace wayworth::reports {

/// The first option over time, as the Gantt charts draw it: initiatives with every input at its mean (or at the point
/// of the run), the people that they take, and the mean money by phase.
Json over_time_json(const engine::Model& model, const engine::Findings& findings);

}  // namespace wayworth::reports
