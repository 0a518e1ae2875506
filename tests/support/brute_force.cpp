#include "tests/support/brute_force.hpp"

#include <limits>

namespace wayworth::tests {

bool next_schedule(engine::Schedule& schedule, std::size_t steps) {
  for (auto& start : schedule) {
    if (!start) {
      start = 1;
      return true;
    }
    if (*start < steps) {
      ++*start;
      return true;
    }
    start.reset();
  }
  return false;
}

BruteForce brute_force(const engine::ScheduleProblem& problem) {
  BruteForce found;
  found.best = found.second_best = -std::numeric_limits<double>::infinity();
  engine::Schedule schedule(problem.items.size());
  do {
    if (!engine::keeps_all_rules(problem, schedule)) continue;
    ++found.feasible;
    const double value = engine::value_of(problem, schedule);
    if (value > found.best) {
      found.second_best = found.best;
      found.best = value;
    } else if (value > found.second_best) {
      found.second_best = value;
    }
  } while (next_schedule(schedule, problem.steps));
  return found;
}

}  // namespace wayworth::tests
