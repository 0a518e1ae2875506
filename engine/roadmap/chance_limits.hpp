#pragma once

#include "engine/roadmap/schedule_simulator.hpp"

namespace wayworth::engine {

/// The limits of a roadmap that hold with a probability, checked on simulated trials.
class ChanceLimits {
public:
  /// \param one_off_costs  by initiative, trial by trial
  ChanceLimits(const Model& model, ScheduleSimulator& simulator, std::vector<TrialValues> one_off_costs)
      : model_(model), simulator_(simulator), one_off_costs_(std::move(one_off_costs)) {}

  /// Whether there are any.
  [[nodiscard]] bool exist() const { return model_.limits.certainty || model_.limits.self_funding; }

  bool are_kept(const Schedule& schedule) { return budgets_are_kept(schedule) && funds_itself(schedule); }

  /// The probability that the one-off costs of what starts in steps from..to are at most `budget`.
  [[nodiscard]] double probability_within(double budget, const Schedule& schedule, std::size_t from,
                                          std::size_t to) const;

  /// By how much the costs that are kept with the wanted certainty exceed the mean costs, of what starts in from..to.
  [[nodiscard]] double reserve(const Schedule& schedule, std::size_t from, std::size_t to) const;

  /// The probability that cumulative cash stays at or above `floor`.
  double probability_of_funding(const Schedule& schedule, double floor);

private:
  bool budgets_are_kept(const Schedule& schedule) const;
  bool funds_itself(const Schedule& schedule);
  [[nodiscard]] TrialValues costs(const Schedule& schedule, std::size_t from, std::size_t to) const;

  const Model& model_;
  ScheduleSimulator& simulator_;
  std::vector<TrialValues> one_off_costs_;
};

/// The budget of a phase, with what the phases before may leave over.
struct PhaseBudget {
  double budget = 0.0;
  std::size_t from = 1;  ///< first step whose starts draw on it
  std::size_t to = 1;
};

/// \param phase  one that has a budget
PhaseBudget phase_budget(const Model& model, std::size_t phase);

}  // namespace wayworth::engine
