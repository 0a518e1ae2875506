#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "engine/roadmap/goal.hpp"
#include "engine/roadmap/integer_programme.hpp"
#include "engine/roadmap/local_search.hpp"
#include "engine/roadmap/make_rules.hpp"
#include "engine/roadmap/value_tables.hpp"

namespace wayworth::engine {

struct OptimiseSettings {
  std::uint64_t seed = 1;  ///< of the scenario; the search draws on another one, made of it
  Sampling sampling = Sampling::sobol;
  std::uint64_t search_trials = 1024;
  SolveLimits programme;
  std::function<bool()> is_stopped = {};  ///< true ends the search
};

/// The best roadmap that was found.
struct OptimisedRoadmap {
  Candidate best;  ///< its figures are those of the search, and so too good: simulate the schedule on fresh draws
  /// The simulated plan that adds up values (integer programme): what it found, and its bound. The bound is one on that
  /// plan, not on the simulated goal.
  ProgrammeSolution programme;
  double best_added_up = 0.0;  ///< what the best roadmap is worth in that plan
  /// Where no two initiatives are worth more together than apart: no roadmap has a greater mean NPV on the draws of the
  /// search, as long as that holds for groups too.
  std::optional<double> bound_without_overlap;
};

/// No roadmap keeps the rules.
struct NoRoadmap {
  struct Enough {
    RuleOrigin budget;
    double amount = 0.0;  ///< of that budget: with it, and all else as it is, there is a roadmap
  };

  std::vector<RuleOrigin> conflict;  ///< rules that cannot be kept together; empty when it is the chance limits
  std::vector<Enough> enough;        ///< of those budgets of the conflict for which any amount would do
};

/// The search for a roadmap of one model, and what was learnt on the way; for the analyses of the result.
class RoadmapSearch {
public:
  /// Simulates what every initiative is worth at each of its starts, and every pair.
  /// \param model  must outlive the search
  RoadmapSearch(const Model& model, const OptimiseSettings& settings);

  /// Integer programme first, then local search from what it finds and from every option that keeps the rules.
  std::variant<OptimisedRoadmap, NoRoadmap> optimise();

  /// The same with other rules and limits; `known` is a schedule that keeps them, if there is one.
  std::optional<Candidate> optimise_with(const ScheduleProblem& problem, ChanceLimits& chance, const Schedule* known);

  /// Every schedule that differs from this one in one initiative and keeps the rules; not all keep the chance limits.
  std::vector<Candidate> neighbours_of(const Schedule& schedule);

  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] const OptimiseSettings& settings() const { return settings_; }
  [[nodiscard]] const std::vector<PlanningFigures>& figures() const { return figures_; }
  [[nodiscard]] const ScheduleProblem& problem() const { return problem_; }
  [[nodiscard]] const ValueTables& values() const { return values_; }
  [[nodiscard]] const CandidatePool& pool() const { return pool_; }
  [[nodiscard]] std::size_t replicates() const { return simulator_.replicates(); }
  ScheduleSimulator& simulator() { return simulator_; }
  ChanceLimits& chance() { return *chance_; }
  /// Those of a model that differs from the search's in its limits only.
  /// \param model  must outlive the result
  ChanceLimits chance_limits_of(const Model& model) { return {model, simulator_, one_off_costs_}; }

private:
  ScheduleProblem with_reserves(const Schedule& schedule) const;
  ScheduleProblem without_chance_budgets() const;
  [[nodiscard]] NoRoadmap why_there_is_none() const;
  std::vector<Schedule> starting_points(const ScheduleProblem& rules, ProgrammeSolution& programme);
  void add_starting_point(std::vector<Schedule>& points, const Schedule& schedule, const ScheduleProblem& rules);

  const Model& model_;
  OptimiseSettings settings_;
  ScheduleSimulator simulator_;
  std::vector<PlanningFigures> figures_;
  ScheduleProblem problem_;
  ValueTables values_;
  std::vector<TrialValues> one_off_costs_;
  std::unique_ptr<ChanceLimits> chance_;
  CandidatePool pool_;
};

/// What a search draws.
DrawSettings search_draws(const OptimiseSettings& settings);

/// The seed that a search draws on, so that figures on the scenario's own seed are fresh.
std::uint64_t search_seed(std::uint64_t seed);

}  // namespace wayworth::engine
