#pragma once

#include "engine/roadmap/schedule_simulator.hpp"

namespace wayworth::engine {

/// A budget, and the starts that draw on it.
struct PhaseBudget {
  double budget = 0.0;
  std::size_t from = 1;  ///< first step whose starts draw on it
  std::size_t to = 1;
};

/// With what the phases before may leave over.
/// \param origin  of a budget, of a phase or of all
PhaseBudget budget_of(const Model& model, const RuleOrigin& origin);

/// Without it.
double own_budget_of(const Model& model, const RuleOrigin& origin);

/// The limits of a roadmap that hold with a probability, checked on simulated trials.
class ChanceLimits {
public:
  /// \param one_off_costs  by initiative, trial by trial
  ChanceLimits(const Model& model, ScheduleSimulator& simulator, std::vector<TrialValues> one_off_costs)
      : model_(model), simulator_(simulator), one_off_costs_(std::move(one_off_costs)) {}

  /// Whether there are any.
  [[nodiscard]] bool exist() const { return model_.limits.certainty || model_.limits.self_funding; }

  bool are_kept(const Schedule& schedule) { return budgets_are_kept(schedule) && funds_itself(schedule); }

  /// Whether the one-off costs of what draws on a budget are within it with the wanted certainty.
  [[nodiscard]] bool is_certain(const PhaseBudget& limit, const Schedule& schedule) const;

  /// By how much the costs that are kept with the wanted certainty exceed the mean costs, of what draws on a budget.
  [[nodiscard]] double reserve(const Schedule& schedule, const PhaseBudget& limit) const;

  /// The costs of what draws on a budget that are kept with the wanted certainty; without one, the mean.
  [[nodiscard]] double cost(const Schedule& schedule, const PhaseBudget& limit) const;

  /// By initiative, trial by trial.
  [[nodiscard]] const std::vector<TrialValues>& one_off_costs() const { return one_off_costs_; }

  /// The probability that cumulative cash stays at or above `floor`.
  double probability_of_funding(const Schedule& schedule, double floor);

private:
  bool budgets_are_kept(const Schedule& schedule) const;
  bool funds_itself(const Schedule& schedule);
  [[nodiscard]] TrialValues costs(const Schedule& schedule, const PhaseBudget& limit) const;

  const Model& model_;
  ScheduleSimulator& simulator_;
  std::vector<TrialValues> one_off_costs_;
};

}  // namespace wayworth::engine
