#pragma once

#include "engine/plan/subject_flows.hpp"

namespace wayworth::engine {

/// Adds to `plan` every measure of `subject` and its cash flows.
void add_outputs(Plan& plan, PlanBuilder& build, const Subject& subject, const SubjectFlows& flows);

}  // namespace wayworth::engine
