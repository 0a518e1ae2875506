#include "engine/roadmap/optimise.hpp"

#include <algorithm>

#include "engine/roadmap/certain_budgets.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t most_candidates = 200;
constexpr int most_reserve_rounds = 5;  ///< budgets with a certainty: after each, reserves are estimated anew

ScheduleProblem without_pairs(ScheduleProblem problem) {
  problem.pairs.clear();
  return problem;
}

}  // namespace

std::uint64_t search_seed(std::uint64_t seed) {
  return seed ^ 0x726f61646d617021u;  // "roadmap!"
}

DrawSettings search_draws(const OptimiseSettings& settings) {
  return {search_seed(settings.seed), settings.sampling, replicates_for(settings.sampling, settings.search_trials)};
}

RoadmapSearch::RoadmapSearch(const Model& model, const OptimiseSettings& settings)
    : model_(model),
      settings_(settings),
      simulator_(model, search_draws(settings)),
      figures_(planning_figures(model, simulator_)),
      problem_(make_rules(model, figures_)),
      values_(value_tables(model, problem_, simulator_)),
      pool_(most_candidates) {
  for (std::size_t i = 0; i < problem_.items.size(); ++i) problem_.items[i].value = values_.alone[i];
  problem_.pairs = values_.pairs;
  one_off_costs_ = simulator_.limits(Schedule(model.initiatives.size(), 1)).one_off_costs;
  chance_ = std::make_unique<ChanceLimits>(model, simulator_, one_off_costs_);
}

/// Budgets with a certainty hold for mean costs and what must be held in reserve for the initiatives of `schedule`.
ScheduleProblem RoadmapSearch::with_reserves(const Schedule& schedule) const {
  ScheduleProblem reserved = problem_;
  for (Rule& rule : reserved.rules) {
    if (!is_budget(rule.origin)) continue;
    const PhaseBudget budget = budget_of(model_, rule.origin);
    std::get<LimitRule>(rule.what).bounds.front() = budget.budget - chance_->reserve(schedule, budget);
  }
  return reserved;
}

/// Budgets with a certainty are checked trial by trial, so that the rule for mean costs is not one.
ScheduleProblem RoadmapSearch::without_chance_budgets() const {
  ScheduleProblem rules = problem_;
  if (!model_.limits.certainty) return rules;
  std::erase_if(rules.rules, [](const Rule& rule) { return is_budget(rule.origin); });
  return rules;
}

void RoadmapSearch::add_starting_point(std::vector<Schedule>& points, const Schedule& schedule,
                                       const ScheduleProblem& rules) {
  const bool is_new = std::find(points.begin(), points.end(), schedule) == points.end();
  if (is_new && keeps_all_rules(rules, schedule) && chance_->are_kept(schedule)) points.push_back(schedule);
}

std::vector<Schedule> RoadmapSearch::starting_points(const ScheduleProblem& rules, ProgrammeSolution& programme) {
  std::vector<Schedule> points;
  Schedule reserved_for(model_.initiatives.size());
  for (int round = 0; round < (model_.limits.certainty ? most_reserve_rounds : 1); ++round) {
    const ProgrammeSolution found = solve(with_reserves(reserved_for), settings_.programme);
    if (round == 0) programme = found;
    if (!found.is_feasible) break;
    add_starting_point(points, found.schedule, rules);
    if (found.schedule == reserved_for) break;
    reserved_for = found.schedule;
  }
  for (const Option& option : model_.options) {
    Schedule schedule = option.starts;
    const bool is_late = std::any_of(schedule.begin(), schedule.end(),
                                     [&](const auto& start) { return start && *start > problem_.steps; });
    if (!is_late) add_starting_point(points, schedule, rules);
  }
  if (points.empty()) {
    CertainBudgets budgets(model_, *chance_, settings_.programme);
    const ProgrammeSolution frugal = budgets.solve(cheapest(problem_, budgets.mean_costs(), 1, problem_.steps));
    if (frugal.is_feasible) add_starting_point(points, frugal.schedule, rules);
  }
  return points;
}

NoRoadmap RoadmapSearch::why_there_is_none() const {
  NoRoadmap none;
  CertainBudgets budgets(model_, *chance_, settings_.programme);
  const auto is_infeasible = [&](const ScheduleProblem& some) { return budgets.solve(some).is_infeasible; };
  for (const std::size_t rule : conflicting_rules(problem_, is_infeasible)) {
    const RuleOrigin& origin = problem_.rules[rule].origin;
    none.conflict.push_back(origin);
    if (!is_budget(origin)) continue;
    if (const auto enough = budgets.enough_for(problem_, rule)) none.enough.push_back({origin, *enough});
  }
  return none;
}

std::variant<OptimisedRoadmap, NoRoadmap> RoadmapSearch::optimise() {
  const ScheduleProblem rules = without_chance_budgets();
  OptimisedRoadmap result;
  const std::vector<Schedule> points = starting_points(rules, result.programme);
  if (points.empty()) return why_there_is_none();
  const SearchSpace space{model_, rules, simulator_, *chance_, pool_, settings_.is_stopped};
  for (const Schedule& point : points) {
    Candidate found = improve(space, point);
    if (result.best.schedule.empty() || found.goal > result.best.goal) result.best = std::move(found);
  }
  result.best_added_up = value_of(problem_, result.best.schedule);
  const bool only_overlap = std::all_of(problem_.pairs.begin(), problem_.pairs.end(),
                                        [](const PairValue& pair) { return pair.value <= 0.0; });
  if (only_overlap && model_.limits.goal.kind == RoadmapGoal::Kind::mean && !chance_->exist()) {
    result.bound_without_overlap = solve(without_pairs(problem_), settings_.programme).bound;
  }
  return result;
}

std::vector<Candidate> RoadmapSearch::neighbours_of(const Schedule& schedule) {
  const ScheduleProblem rules = without_chance_budgets();
  const SearchSpace space{model_, rules, simulator_, *chance_, pool_, settings_.is_stopped};
  std::vector<Candidate> neighbours;
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    std::vector<Candidate> moves = moves_of(space, schedule, i);
    std::move(moves.begin(), moves.end(), std::back_inserter(neighbours));
  }
  return neighbours;
}

std::optional<Candidate> RoadmapSearch::optimise_with(const ScheduleProblem& problem, ChanceLimits& chance,
                                                      const Schedule* known) {
  CandidatePool pool(1);
  const SearchSpace space{model_, problem, simulator_, chance, pool, settings_.is_stopped};
  std::optional<Candidate> best;
  const auto search_from = [&](const Schedule& point) {
    if (!keeps_all_rules(problem, point) || !chance.are_kept(point)) return;
    Candidate found = improve(space, point);
    if (!best || found.goal > best->goal) best = std::move(found);
  };
  if (known != nullptr) search_from(*known);
  const ProgrammeSolution programme = solve(problem, settings_.programme);
  if (programme.is_feasible) search_from(programme.schedule);
  return best;
}

}  // namespace wayworth::engine
