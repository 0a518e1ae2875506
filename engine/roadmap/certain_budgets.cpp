#include "engine/roadmap/certain_budgets.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/stats/mean.hpp"

namespace wayworth::engine {

namespace {

/// The mean of the lowest `share` of the values: no set of so many trials has a lower one.
double mean_of_lowest(TrialValues values, double share) {
  std::sort(values.begin(), values.end());
  const auto count = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()) - 1e-9));
  return mean_of(std::span(values).first(std::clamp<std::size_t>(count, 1, values.size())));
}

/// The same amount of its only row for every start in steps from..to.
std::vector<std::vector<LimitRule::Use>> uses_within(double amount, std::size_t steps, std::size_t from,
                                                     std::size_t to) {
  std::vector<std::vector<LimitRule::Use>> by_start(steps);
  for (std::size_t start = from; start <= std::min(to, steps); ++start) by_start[start - 1] = {{0, amount}};
  return by_start;
}

}  // namespace

bool is_budget(const RuleOrigin& origin) {
  return origin.kind == RuleOrigin::Kind::budget || origin.kind == RuleOrigin::Kind::phase_budget;
}

ScheduleProblem cheapest(ScheduleProblem problem, const std::vector<double>& mean_costs, std::size_t from,
                         std::size_t to) {
  problem.pairs.clear();
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    for (std::size_t start = 1; start <= problem.steps; ++start) {
      problem.items[i].value[start - 1] = from <= start && start <= to ? -mean_costs[i] : 0.0;
    }
  }
  return problem;
}

CertainBudgets::CertainBudgets(const Model& model, const ChanceLimits& chance, const SolveLimits& limits)
    : model_(model), chance_(chance), limits_(limits) {
  for (const TrialValues& costs : chance.one_off_costs()) mean_costs_.push_back(mean_of(costs));
}

ProgrammeSolution CertainBudgets::solve(const ScheduleProblem& problem) {
  if (!model_.limits.certainty) return engine::solve(problem, limits_);
  ScheduleProblem implied = problem;
  const auto is_there = [&](const Rule& cut) {
    return std::any_of(problem.rules.begin(), problem.rules.end(),
                       [&](const Rule& rule) { return rule.origin == cut.origin; });
  };
  for (Rule& rule : implied.rules) {
    if (is_budget(rule.origin)) rule = implied_by(rule);
  }
  std::copy_if(forbidden_.begin(), forbidden_.end(), std::back_inserter(implied.rules), is_there);
  for (int round = 0; round < most_budget_rounds; ++round) {
    ProgrammeSolution found = engine::solve(implied, limits_);
    if (!found.is_feasible) return found;
    const std::vector<Rule> more = forbidden_by(problem, found.schedule);
    if (more.empty()) return found;
    forbidden_.insert(forbidden_.end(), more.begin(), more.end());
    implied.rules.insert(implied.rules.end(), more.begin(), more.end());
  }
  return {};
}

/// In the trials that keep the budget, a share of at least the certainty, the mean costs keep it too; and the mean of
/// each initiative's costs over those is at least that over its cheapest ones.
Rule CertainBudgets::implied_by(const Rule& budget) const {
  const std::vector<TrialValues>& costs = chance_.one_off_costs();
  LimitRule rule = std::get<LimitRule>(budget.what);
  for (std::size_t i = 0; i < rule.uses.size(); ++i) {
    const double least = mean_of_lowest(costs[i], *model_.limits.certainty);
    for (auto& uses : rule.uses[i]) {
      for (LimitRule::Use& use : uses) use.amount = least;
    }
  }
  return {budget.origin, std::move(rule)};
}

std::vector<Rule> CertainBudgets::forbidden_by(const ScheduleProblem& problem, const Schedule& schedule) const {
  std::vector<Rule> rules;
  for (const Rule& rule : problem.rules) {
    if (!is_budget(rule.origin)) continue;
    const PhaseBudget limit = budget_of(model_, rule.origin);
    if (!chance_.is_certain(limit, schedule)) rules.push_back(forbid(rule, limit, schedule));
  }
  return rules;
}

/// At least one must go of a smallest set among those that exceed the budget too often, or something join that may
/// cost less than nothing.
Rule CertainBudgets::forbid(const Rule& budget, const PhaseBudget& limit, const Schedule& schedule) const {
  std::vector<std::size_t> order(schedule.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return mean_costs_[a] < mean_costs_[b]; });
  Schedule left = schedule;
  for (const std::size_t i : order) {
    Schedule without = left;
    without[i].reset();
    if (left[i] && !chance_.is_certain(limit, without)) left = std::move(without);
  }
  const std::size_t steps = std::get<LimitRule>(budget.what).uses.front().size();
  LimitRule rule{{-1.0}, {}};
  for (std::size_t i = 0; i < left.size(); ++i) {
    const TrialValues& costs = chance_.one_off_costs()[i];
    const bool may_earn = std::any_of(costs.begin(), costs.end(), [](double cost) { return cost < 0.0; });
    const double amount = left[i] ? 1.0 : (may_earn ? -1.0 : 0.0);
    rule.uses.push_back(uses_within(amount, steps, limit.from, limit.to));
    if (left[i]) rule.bounds.front() += 1.0;
  }
  return {budget.origin, std::move(rule)};
}

std::optional<double> CertainBudgets::enough_for(const ScheduleProblem& problem, std::size_t rule) {
  const RuleOrigin origin = problem.rules[rule].origin;
  const PhaseBudget limit = budget_of(model_, origin);
  ScheduleProblem without = cheapest(problem, mean_costs_, limit.from, limit.to);
  without.rules.erase(without.rules.begin() + static_cast<std::ptrdiff_t>(rule));
  const ProgrammeSolution found = solve(without);
  if (!found.is_feasible) return std::nullopt;
  const double carried_over = limit.budget - own_budget_of(model_, origin);
  return chance_.cost(found.schedule, limit) - carried_over;
}

}  // namespace wayworth::engine
