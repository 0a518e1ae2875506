#pragma once

#include "engine/model/roadmap_limits.hpp"
#include "engine/roadmap/schedule_simulator.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// What a goal makes of the NPV of all trials: greater is better.
double goal_of(const RoadmapGoal& goal, const TrialValues& npv);

/// The same with its standard error.
/// \param replicates  that the trials consist of; 1 for independent trials
Estimate goal_estimate(const RoadmapGoal& goal, const TrialValues& npv, std::size_t replicates);

/// Whether `better` is better than `than` for more than chance of the draws: of means, the paired difference exceeds
/// two standard errors; of other goals any difference counts, as both are taken from the same draws.
bool is_better(const RoadmapGoal& goal, const TrialValues& better, const TrialValues& than, std::size_t replicates);

}  // namespace wayworth::engine
