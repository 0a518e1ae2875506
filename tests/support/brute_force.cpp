#include "tests/support/brute_force.hpp"

#include <limits>

namespace wayworth::tests {

BruteForce brute_force(const engine::ScheduleProblem& problem) {
  BruteForce found;
  found.best = found.second_best = -std::numeric_limits<double>::infinity();
  engine::Schedule schedule(problem.items.size());
  const auto count_up = [&] {
    for (auto& start : schedule) {
      if (!start) {
        start = 1;
        return true;
      }
      if (*start < problem.steps) {
        ++*start;
        return true;
      }
      start.reset();
    }
    return false;
  };
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
  } while (count_up());
  return found;
}

}  // namespace wayworth::tests
