#pragma once

#include <vector>

#include "engine/roadmap/schedule_problem.hpp"
#include "engine/roadmap/schedule_simulator.hpp"

namespace wayworth::engine {

/// Simulated values for a plan that adds them up.
struct ValueTables {
  /// [initiative][start - 1]: the mean NPV that it adds to its prerequisites, which start as early as they may.
  std::vector<std::vector<double>> alone;
  /// [initiative]: shares of trials in which the best of these starts loses money, by mean.
  std::vector<double> probability_of_loss_alone;
  /// What two initiatives are worth together beyond the sum, each at the start that is best for it alone.
  std::vector<PairValue> pairs;
};

/// \param problem  the rules; of them, only those on starts and prerequisites are looked at here
ValueTables value_tables(const Model& model, const ScheduleProblem& problem, ScheduleSimulator& simulator);

/// For each item the earliest start that rules on its own starts and on its prerequisites' leave; 1 when there is none.
std::vector<std::size_t> earliest_starts(const ScheduleProblem& problem);

/// Whether rules on the starts of an item alone allow the step.
bool may_start(const ScheduleProblem& problem, std::size_t item, std::size_t step);

}  // namespace wayworth::engine
