#pragma once

#include <functional>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// The net present value of a programme whose starts and members are parameters (start_parameter, active_parameter), so
/// that any roadmap can be evaluated on one set of draws. It is the only node that is watched. The nodes stand as they
/// were made, for split() and prepare_to_run().
Plan compile_value_of_schedules(const Model& model);

/// What limits are held against, for the same parameters. Watched, in this order: the undiscounted one-off costs of
/// each initiative; the lowest cumulative net cash of the programme, undiscounted, at most 0; for each role and each
/// period of `limits.capacity_period` steps the person-months that are needed in it (role by role; the last period may
/// be cut short by the horizon); of each initiative the months that its implementation takes; those of its ramp; the
/// person-months that it needs of each role.
Plan compile_limits_of_schedules(const Model& model);

/// Periods that capacity is counted in.
std::size_t capacity_periods(const Model& model);

/// A plan in two: what does not hang on the parameters that move, and what does.
struct SplitPlan {
  Plan still;                   ///< watches what `moving` is given, in this order, after what `still` is given itself
  Plan moving;                  ///< watches what the whole plan does
  std::size_t first_given = 0;  ///< `moving` finds still.watched[k] in given[first_given + k]
};

/// Whether a node moves that has no argument which does.
using MovesByItself = std::function<bool(const Node&)>;

/// \param plan  not yet prepared to run
SplitPlan split(const Plan& plan, const MovesByItself& moves_by_itself);

/// The same where all parameters move, and nothing else by itself.
SplitPlan split_parameters(const Plan& plan);

}  // namespace wayworth::engine
