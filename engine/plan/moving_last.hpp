#pragma once

#include "engine/plan/compile_schedules.hpp"

namespace wayworth::engine {

/// The plan with the arguments of sums and of products of three or more put in another order: what moves comes after
/// what does not, so that split() finds as much as it can that does not move. Figures differ by rounding. The plan is
/// not yet prepared to run. \param moves_by_itself  what moves without an argument that does
Plan with_moving_last(const Plan& plan, const MovesByItself& moves_by_itself);

/// By node: whether it moves, by itself or because an argument does.
std::vector<bool> moving_nodes(const Plan& plan, const MovesByItself& moves_by_itself);

}  // namespace wayworth::engine
