#pragma once

#include "engine/plan/case_values.hpp"

namespace wayworth::engine {

/// Adds to `plan` what the customers of every segment are and are worth in the last step, today and in `programme`.
void add_segment_figures(Plan& plan, const Model& model, PlanBuilder& build, CaseValues& values, const Case& programme);

}  // namespace wayworth::engine
