#include "engine/roadmap/frontier.hpp"

#include <algorithm>
#include <numeric>

#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

double cost_of(const Schedule& schedule, const std::vector<PlanningFigures>& figures) {
  double cost = 0.0;
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    if (schedule[i]) cost += figures[i].one_off_cost;
  }
  return cost;
}

class BudgetCurve {
public:
  explicit BudgetCurve(RoadmapSearch& search) : search_(search) {
    for (const PlanningFigures& figures : search.figures()) full_cost_ += figures.one_off_cost;
  }

  std::vector<BudgetPoint> make(std::size_t points) {
    std::vector<BudgetPoint> curve;
    const Schedule* known = nullptr;
    for (std::size_t k = 0; k < points; ++k) {
      const double budget = full_cost_ * static_cast<double>(k) / static_cast<double>(points - 1);
      Model model = search_.model();
      model.limits.budget = budget;
      const ScheduleProblem problem = rules_of(model);
      ChanceLimits chance = search_.chance_limits_of(model);
      const std::optional<Candidate> best = search_.optimise_with(problem, chance, known);
      if (!best) continue;
      const Schedule greedy = greedy_choice(problem, chance);
      curve.push_back({budget, best->schedule, cost_of(best->schedule, search_.figures()), mean(best->npv), greedy,
                       mean(search_.simulator().npv(greedy))});
      known_ = best->schedule;
      known = &known_;
    }
    return curve;
  }

private:
  Estimate mean(const TrialValues& npv) const { return mean_estimate(npv, search_.replicates()); }

  ScheduleProblem rules_of(const Model& model) const {
    ScheduleProblem problem = make_rules(model, search_.figures());
    for (std::size_t i = 0; i < problem.items.size(); ++i) problem.items[i].value = search_.problem().items[i].value;
    problem.pairs = search_.problem().pairs;
    return problem;
  }

  double best_value(std::size_t i) const {
    const std::vector<double>& values = search_.problem().items[i].value;
    return *std::max_element(values.begin(), values.end());
  }

  /// One after another by value alone per cost, each at its first start that keeps the rules, as long as it is worth
  /// it.
  Schedule greedy_choice(const ScheduleProblem& problem, ChanceLimits& chance) const {
    std::vector<std::size_t> order(problem.items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto per_cost = [&](std::size_t i) { return best_value(i) / search_.figures()[i].one_off_cost; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return per_cost(a) > per_cost(b); });
    Schedule schedule(problem.items.size());
    for (bool is_growing = true; is_growing;) {  // again, for those whose prerequisites came later
      is_growing = false;
      for (const std::size_t i : order) {
        if (schedule[i] || best_value(i) <= 0.0) continue;
        is_growing = add_first_start(i, problem, chance, schedule) || is_growing;
      }
    }
    return schedule;
  }

  static bool add_first_start(std::size_t i, const ScheduleProblem& problem, ChanceLimits& chance, Schedule& schedule) {
    for (std::size_t step = 1; step <= problem.steps; ++step) {
      schedule[i] = step;
      if (keeps_all_rules(problem, schedule) && chance.are_kept(schedule)) return true;
    }
    schedule[i].reset();
    return false;
  }

  RoadmapSearch& search_;
  double full_cost_ = 0.0;
  Schedule known_;
};

}  // namespace

std::vector<std::size_t> not_dominated(std::span<const TradeOff> choices) {
  std::vector<std::size_t> order(choices.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (choices[a].cost != choices[b].cost) return choices[a].cost < choices[b].cost;
    return choices[a].gain > choices[b].gain;
  });
  std::vector<std::size_t> kept;
  for (const std::size_t i : order) {
    if (kept.empty() || choices[i].gain > choices[kept.back()].gain) kept.push_back(i);
  }
  return kept;
}

std::vector<BudgetPoint> budget_frontier(RoadmapSearch& search, std::size_t points) {
  return BudgetCurve(search).make(points);
}

std::vector<RiskPoint> risk_frontier(const CandidatePool& pool, std::size_t replicates) {
  const RoadmapGoal mean{RoadmapGoal::Kind::mean, 0.0};
  const RoadmapGoal worst{RoadmapGoal::Kind::cvar10, 0.0};
  std::vector<TradeOff> choices;
  for (const Candidate& candidate : pool.candidates()) {
    choices.push_back({-goal_of(mean, candidate.npv), goal_of(worst, candidate.npv)});
  }
  std::vector<RiskPoint> points;
  for (const std::size_t i : not_dominated(choices)) {
    const Candidate& candidate = pool.candidates()[i];
    points.push_back({candidate.schedule, goal_estimate(mean, candidate.npv, replicates),
                      goal_estimate(worst, candidate.npv, replicates)});
  }
  return points;
}

}  // namespace wayworth::engine
