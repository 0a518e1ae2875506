#include "engine/roadmap/limits_analysis.hpp"

#include <algorithm>
#include <limits>

#include "engine/analysis/comparison.hpp"
#include "engine/roadmap/certain_budgets.hpp"

namespace wayworth::engine {

namespace {

using Kind = RuleOrigin::Kind;

constexpr double budget_step = 0.1;

/// The best start for something that joins, by mean NPV, whatever limits it breaks.
LeftOut explain(RoadmapSearch& search, const Candidate& chosen, std::size_t i) {
  const Model& model = search.model();
  LeftOut found;
  found.initiative = static_cast<InitiativeId>(i);
  found.npv_alone = -std::numeric_limits<double>::infinity();
  std::vector<std::optional<std::size_t>> starts;
  for (std::size_t step = 1; step <= search.problem().steps; ++step) {
    if (!may_start(search.problem(), i, step)) continue;
    found.npv_alone = std::max(found.npv_alone, search.values().alone[i][step - 1]);
    starts.emplace_back(step);
  }
  found.probability_of_loss_alone = search.values().probability_of_loss_alone[i];
  for (const InitiativeId need : prerequisites_of(model, found.initiative)) {
    if (!chosen.schedule[index_of(need)]) found.missing.push_back(need);
  }
  if (!found.missing.empty() || starts.empty()) return found;
  const std::vector<TrialValues> npv = search.simulator().npv_of_moves(chosen.schedule, i, starts);
  std::size_t best = 0;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    const Estimate gain = mean_difference(npv[k], chosen.npv, search.replicates());
    if (k > 0 && gain.value <= found.gain.value) continue;
    found.gain = gain;
    best = k;
  }
  Schedule joined = chosen.schedule;
  joined[i] = starts[best];
  for (const std::size_t rule : broken_rules(search.problem(), joined)) {
    found.broken.push_back(search.problem().rules[rule].origin);
  }
  return found;
}

/// The model with one limit changed, and the rules that follow from it.
class Widened {
public:
  explicit Widened(RoadmapSearch& search) : model(search.model()), problem(search.problem()) {}

  Model model;
  ScheduleProblem problem;

  void drop(const RuleOrigin& origin) {
    auto& rules = problem.rules;
    rules.erase(std::remove_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.origin == origin; }),
                rules.end());
  }

  void lift(Kind kind) {
    if (kind == Kind::capacity) {
      for (Role& role : model.limits.roles) role.capacity.clear();
    } else {
      model.limits.budget.reset();
      for (Phase& phase : model.phases) phase.budget.reset();
    }
    std::erase_if(problem.rules, [&](const Rule& rule) { return is_of(kind, rule.origin); });
  }

  /// \param kind  capacity or budget, which is of phases too
  static bool is_of(Kind kind, const RuleOrigin& origin) {
    return kind == Kind::budget ? is_budget(origin) : origin.kind == kind;
  }

  /// \return by how much
  double widen(const RuleOrigin& origin) {
    double by = 1.0;
    if (origin.kind == Kind::budget) {
      by = budget_step * *model.limits.budget;
      *model.limits.budget += by;
    } else if (origin.kind == Kind::phase_budget) {
      by = budget_step * *model.phases[origin.index].budget;
      *model.phases[origin.index].budget += by;
    } else {
      for (double& people : model.limits.roles[origin.index].capacity) people += by;
    }
    return by;
  }
};

}  // namespace

std::vector<LeftOut> left_out_of(RoadmapSearch& search, const Candidate& chosen) {
  std::vector<LeftOut> all;
  for (std::size_t i = 0; i < chosen.schedule.size(); ++i) {
    if (!chosen.schedule[i]) all.push_back(explain(search, chosen, i));
  }
  return all;
}

std::vector<CostOfDelay> costs_of_delay(RoadmapSearch& search, const Candidate& chosen, std::size_t steps) {
  std::vector<CostOfDelay> costs;
  for (std::size_t i = 0; i < chosen.schedule.size(); ++i) {
    if (!chosen.schedule[i] || *chosen.schedule[i] + steps > search.model().time.steps) continue;
    Schedule delayed = chosen.schedule;
    *delayed[i] += steps;
    const TrialValues npv = search.simulator().npv(delayed);
    costs.push_back({static_cast<InitiativeId>(i), mean_difference(chosen.npv, npv, search.replicates())});
  }
  return costs;
}

Estimate gain_over(const RoadmapSearch& search, const Candidate& better, const Candidate& chosen) {
  const RoadmapGoal& goal = search.model().limits.goal;
  if (goal.kind == RoadmapGoal::Kind::mean) return mean_difference(better.npv, chosen.npv, search.replicates());
  const double error = goal_estimate(goal, better.npv, search.replicates()).standard_error;
  return {better.goal - chosen.goal, error};
}

std::vector<LimitPrice> limit_prices(RoadmapSearch& search, const Candidate& chosen) {
  std::vector<LimitPrice> prices;
  for (const Rule& rule : search.problem().rules) {
    const bool is_must = std::holds_alternative<MustRule>(rule.what);
    if (!is_must && !std::holds_alternative<LimitRule>(rule.what)) continue;
    Widened wider(search);
    LimitPrice price{rule.origin, 0.0, {}, chosen.schedule};
    if (is_must) {
      wider.drop(rule.origin);
    } else {
      price.widened_by = wider.widen(rule.origin);
      ScheduleProblem rules = make_rules(wider.model, search.figures());
      for (std::size_t i = 0; i < rules.items.size(); ++i) rules.items[i].value = search.problem().items[i].value;
      rules.pairs = search.problem().pairs;
      wider.problem = std::move(rules);
    }
    ChanceLimits chance = search.chance_limits_of(wider.model);
    if (const auto better = search.optimise_with(wider.problem, chance, &chosen.schedule)) {
      if (better->goal > chosen.goal) {
        price.gain = gain_over(search, *better, chosen);
        price.schedule = better->schedule;
      }
    }
    prices.push_back(std::move(price));
  }
  return prices;
}

std::vector<KindPrice> prices_by_kind(RoadmapSearch& search, const Candidate& chosen) {
  std::vector<KindPrice> prices;
  for (const Kind kind : {Kind::capacity, Kind::budget}) {
    const auto& rules = search.problem().rules;
    const auto is_of_kind = [&](const Rule& rule) { return Widened::is_of(kind, rule.origin); };
    if (std::none_of(rules.begin(), rules.end(), is_of_kind)) continue;
    Widened free(search);
    free.lift(kind);
    ChanceLimits chance = search.chance_limits_of(free.model);
    KindPrice price{kind, {}, chosen.schedule};
    const auto better = search.optimise_with(free.problem, chance, &chosen.schedule);
    if (better && better->goal > chosen.goal) {
      price.gain = gain_over(search, *better, chosen);
      price.schedule = better->schedule;
    }
    prices.push_back(std::move(price));
  }
  return prices;
}

std::vector<std::vector<CapacityUse>> capacity_use(RoadmapSearch& search, const Schedule& schedule) {
  const ScheduleLimits simulated = search.simulator().limits(schedule);
  std::vector<std::vector<CapacityUse>> uses(search.model().limits.roles.size());
  for (const Rule& rule : search.problem().rules) {
    if (rule.origin.kind != Kind::capacity) continue;
    const auto& limit = std::get<LimitRule>(rule.what);
    const std::size_t role = rule.origin.index;
    for (std::size_t period = 0; period < limit.bounds.size(); ++period) {
      CapacityUse use{limit.bounds[period], 0.0, 0.0};
      const TrialValues& effort = simulated.effort[role][period];
      const double most = use.capacity + slack_of(use.capacity);
      const auto overloads = std::count_if(effort.begin(), effort.end(), [&](double value) { return value > most; });
      use.probability_of_overload = static_cast<double>(overloads) / static_cast<double>(effort.size());
      uses[role].push_back(use);
    }
    for (std::size_t item = 0; item < schedule.size(); ++item) {
      if (!schedule[item]) continue;
      for (const LimitRule::Use& use : limit.uses[item][*schedule[item] - 1]) uses[role][use.row].planned += use.amount;
    }
  }
  return uses;
}

}  // namespace wayworth::engine
