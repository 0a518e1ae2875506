#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "engine/roadmap/schedule_problem.hpp"

namespace wayworth::engine {

/// How long to search for the best schedule.
struct SolveLimits {
  std::size_t nodes = 20'000;  ///< of the search tree; the same schedule on every machine when this is what stops it
  double seconds = 60.0;       ///< of wall-clock time; what it stops may come out differently another time
};

/// What an integer programme found.
struct ProgrammeSolution {
  bool is_feasible = false;    ///< some schedule keeps all rules (and was found)
  bool is_optimal = false;     ///< proven: no schedule is worth more, but for rounding
  bool is_infeasible = false;  ///< proven: no schedule keeps all rules
  bool time_ran_out = false;
  Schedule schedule;   ///< when feasible
  double value = 0.0;  ///< of the schedule
  double bound = 0.0;  ///< no schedule that keeps the rules is worth more
};

/// The schedule of the greatest value that keeps every rule, by a time-indexed integer programme: one yes or no for
/// every item and step, prerequisites written out step by step.
/// Source: Pritsker, Watters and Wolfe, "Multiproject scheduling with limited resources", Management Science 16, 1969;
/// the prerequisites: Christofides, Alvarez-Valdes and Tamarit, European Journal of Operational Research 29, 1987.
/// Solved with COIN-OR CBC. One call at a time: the solver is not made for several threads.
ProgrammeSolution solve(const ScheduleProblem& problem, const SolveLimits& limits = {});

/// The greatest value when items may be started in parts: a bound on solve(), and quick to find.
/// \throws std::invalid_argument when not even parts of items keep the rules
double relaxation_bound(const ScheduleProblem& problem);

/// Rules that no schedule keeps together and of which none can be spared for that: each is dropped in turn, and stays
/// away when the rest still cannot be kept. Positions in `problem.rules`, ascending; empty when the rules can be kept,
/// or when the limits stopped the search for a schedule.
/// Source: Chinneck and Dravnieks, "Locating minimal infeasible constraint sets in linear programs", ORSA Journal on
/// Computing 3, 1991 (the deletion filter).
std::vector<std::size_t> conflicting_rules(const ScheduleProblem& problem, const SolveLimits& limits = {});

/// The same for rules that mean more than they say.
/// \param is_infeasible  whether it is proven that no schedule keeps some of the problem's rules
std::vector<std::size_t> conflicting_rules(const ScheduleProblem& problem,
                                           const std::function<bool(const ScheduleProblem&)>& is_infeasible);

}  // namespace wayworth::engine
