#pragma once

#include <functional>

#include "engine/roadmap/candidate_pool.hpp"
#include "engine/roadmap/chance_limits.hpp"
#include "engine/roadmap/schedule_problem.hpp"

namespace wayworth::engine {

/// What a local search works with. All references must outlive it.
struct SearchSpace {
  const Model& model;
  const ScheduleProblem& problem;  ///< its values say which larger moves are worth trying
  ScheduleSimulator& simulator;
  ChanceLimits& chance;
  CandidatePool& pool;                    ///< remembers the best schedules seen
  std::function<bool()> is_stopped = {};  ///< asked now and then; true ends the search with what it has
};

/// A schedule with one initiative at every other start that the rules allow, or left out; whether they keep the chance
/// limits is not looked at.
/// \param initiative  position in the schedule
std::vector<Candidate> moves_of(const SearchSpace& space, const Schedule& schedule, std::size_t initiative);

/// Improves a schedule on the simulated goal itself, all schedules meeting the same trials: each initiative in turn is
/// put to the start that is best for it, or left out; when nothing of that helps, starts are swapped, one initiative is
/// exchanged for another, or some leave or join with all that they need or that needs them. A step is taken when
/// it is better for more than chance of the draws (is_better); so the goal never falls.
/// \param start  keeps all rules and chance limits; so does the result
Candidate improve(const SearchSpace& space, const Schedule& start);

}  // namespace wayworth::engine
