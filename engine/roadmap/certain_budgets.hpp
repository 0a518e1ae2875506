#pragma once

#include <optional>
#include <vector>

#include "engine/roadmap/chance_limits.hpp"
#include "engine/roadmap/integer_programme.hpp"

namespace wayworth::engine {

/// Solves problems whose budgets must be kept in a share of the trials (RoadmapLimits::certainty), exactly: instead of
/// the rule for mean costs, each budget gets one that follows from keeping it so surely, and every set of initiatives
/// that is found to exceed it too often is forbidden. Solved again until nothing is exceeded, or nothing is left.
/// What is forbidden stays so in later problems. Without a certainty, problems are solved as they are.
/// Source: the sets are covers, as in Balas, "Facets of the knapsack polytope", Mathematical Programming 8, 1975.
class CertainBudgets {
public:
  /// \param model, chance  must outlive this
  CertainBudgets(const Model& model, const ChanceLimits& chance, const SolveLimits& limits);

  /// \param problem  any selection of the rules that make_rules makes of the model
  /// \return neither feasible nor infeasible when the limits or most_budget_rounds stopped it
  ProgrammeSolution solve(const ScheduleProblem& problem);

  /// What would be enough of a budget, all other rules of the problem being kept: the costs, mean or with the wanted
  /// certainty, of a cheapest plan (by mean) of the problem without it. Nothing when there is no such plan.
  /// \param rule  position of a budget in the problem's rules
  std::optional<double> enough_for(const ScheduleProblem& problem, std::size_t rule);

  /// Of the one-off costs, by initiative.
  [[nodiscard]] const std::vector<double>& mean_costs() const { return mean_costs_; }

private:
  Rule implied_by(const Rule& budget) const;
  std::vector<Rule> forbidden_by(const ScheduleProblem& problem, const Schedule& schedule) const;
  Rule forbid(const Rule& budget, const PhaseBudget& limit, const Schedule& schedule) const;

  const Model& model_;
  const ChanceLimits& chance_;
  SolveLimits limits_;
  std::vector<double> mean_costs_;
  std::vector<Rule> forbidden_;  ///< with the origins of the budgets that forbid
};

inline constexpr int most_budget_rounds = 200;

/// Whether the rule is a budget of a phase or of all.
bool is_budget(const RuleOrigin& origin);

/// The items cost what those that start in steps from..to use of budgets on average, and bring nothing.
ScheduleProblem cheapest(ScheduleProblem problem, const std::vector<double>& mean_costs, std::size_t from,
                         std::size_t to);

}  // namespace wayworth::engine
