#pragma once

#include "engine/plan/subject_flows.hpp"

namespace wayworth::engine {

/// One measure of these flows.
/// \param plan  for what it says of time and money
NodeId measure_node(const Plan& plan, PlanBuilder& build, const SubjectFlows& flows, Measure measure);

/// Adds to `plan` every measure of `subject` and its cash flows.
void add_outputs(Plan& plan, PlanBuilder& build, const Subject& subject, const SubjectFlows& flows);

}  // namespace wayworth::engine
