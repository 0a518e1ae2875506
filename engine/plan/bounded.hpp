#pragma once

#include <vector>

#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Whether one argument, or a number, may be all that is left of the operation when the arguments lie far apart.
bool selects(const Node& node);

/// By node: whether bounds of it in each step follow from bounds of columns that are made before the steps, because all
/// that moves in it are tables by step.
std::vector<bool> bounded_nodes(const Plan& plan);

/// By node: whether it may stand still in some steps, as a ramp does before it begins and once it is over, so that
/// looking for those steps is worth while. What grows step by step, or follows from its own past, hardly ever does.
std::vector<bool> nodes_that_rest(const Plan& plan);

}  // namespace wayworth::engine
