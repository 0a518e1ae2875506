#pragma once

#include "engine/roadmap/planning_figures.hpp"
#include "engine/roadmap/schedule_problem.hpp"

namespace wayworth::engine {

/// The initiatives as items that are worth nothing yet, and the rules of the model's roadmap as far as they can be told
/// without chance: budgets hold for mean costs, people for mean efforts over planned durations.
ScheduleProblem make_rules(const Model& model, const std::vector<PlanningFigures>& figures);

/// The same with starts in 1..last_start, for schedules that begin something after the last phase.
/// \param last_start  at least the end of the last phase, at most the number of steps
ScheduleProblem make_rules(const Model& model, const std::vector<PlanningFigures>& figures, std::size_t last_start);

/// The whole steps that pass from a planned start until something may start that needs it to be live for `lag_months`.
std::size_t steps_until(double duration_months, double lag_months, const Timeline& time);

}  // namespace wayworth::engine
