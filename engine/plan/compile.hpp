#pragma once

#include "engine/model/model.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Turns a model into the flat list of operations that a simulation runs. For the first option: the programme, and
/// every member alone and last; for every further option its programme. What these have in common is in the plan once.
Plan compile(const Model& model);

/// All inputs of a model as a plan knows them, whether or not something depends on them.
std::vector<PlanInput> plan_inputs(const Model& model);

}  // namespace wayworth::engine
