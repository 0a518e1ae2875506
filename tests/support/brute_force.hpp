#pragma once

#include <cstddef>

#include "engine/roadmap/schedule_problem.hpp"

namespace wayworth::tests {

/// What looking at every schedule tells.
struct BruteForce {
  std::size_t feasible = 0;  ///< schedules that keep all rules
  double best = 0.0;         ///< greatest value among them
  double second_best = 0.0;  ///< greatest value of the others
};

BruteForce brute_force(const engine::ScheduleProblem& problem);

/// Goes on to the next schedule, so that from the empty one each comes once: every initiative in no step, in the first,
/// the second, and so on to the last. False, and empty again, after the last.
bool next_schedule(engine::Schedule& schedule, std::size_t steps);

}  // namespace wayworth::tests
