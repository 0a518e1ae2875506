#include "engine/roadmap/broken_limits.hpp"

#include <algorithm>

#include "engine/roadmap/certain_budgets.hpp"
#include "engine/roadmap/make_rules.hpp"

namespace wayworth::engine {

namespace {

using Kind = RuleOrigin::Kind;

/// One schedule against the rules that hold without chance, and those that hold with a probability.
class LimitCheck {
public:
  LimitCheck(const Model& model, const ScheduleProblem& problem, ChanceLimits& chance)
      : model_(model), problem_(problem), chance_(chance) {}

  std::vector<RuleOrigin> broken_by(const Schedule& schedule) {
    for (const Rule& rule : problem_.rules) {
      if (rule.origin.kind == Kind::start_every) continue;
      const bool is_kept_by_chance = model_.limits.certainty && is_budget(rule.origin);
      const bool keeps =
          is_kept_by_chance ? chance_.is_certain(budget_of(model_, rule.origin), schedule) : is_kept(rule, schedule);
      if (!keeps) add(rule.origin);
    }
    const auto& funding = model_.limits.self_funding;
    if (funding && chance_.probability_of_funding(schedule, funding->floor) < funding->probability) {
      add({Kind::self_funding, 0, 0});
    }
    return std::move(broken_);
  }

private:
  void add(const RuleOrigin& origin) {
    if (std::find(broken_.begin(), broken_.end(), origin) == broken_.end()) broken_.push_back(origin);
  }

  const Model& model_;
  const ScheduleProblem& problem_;
  ChanceLimits& chance_;
  std::vector<RuleOrigin> broken_;
};

/// Phases without budgets only give starts a name, and a grid of starts is for the search.
bool could_be_broken(const Model& model) {
  const RoadmapLimits& limits = model.limits;
  const auto has_budget = [](const Phase& phase) { return phase.budget.has_value(); };
  const auto is_limited = [](const Role& role) { return !role.capacity.empty(); };
  const auto needs_others = [](const Initiative& initiative) { return !initiative.needs.empty(); };
  return limits.budget || limits.self_funding || !limits.must.empty() || !limits.exclude.empty() ||
         !limits.at_least.empty() || !limits.at_most.empty() || !limits.windows.empty() || !limits.blackouts.empty() ||
         !limits.gates.empty() || std::any_of(model.phases.begin(), model.phases.end(), has_budget) ||
         std::any_of(limits.roles.begin(), limits.roles.end(), is_limited) ||
         std::any_of(model.initiatives.begin(), model.initiatives.end(), needs_others);
}

}  // namespace

BrokenLimits broken_limits(const Model& model, const OptimiseSettings& settings) {
  if (!could_be_broken(model)) return {};
  ScheduleSimulator simulator(model, search_draws(settings));
  const ScheduleProblem problem = make_rules(model, planning_figures(model, simulator), model.time.steps);
  ChanceLimits chance(model, simulator, simulator.limits(Schedule(model.initiatives.size(), 1)).one_off_costs);
  BrokenLimits broken;
  for (const Option& option : model.options) {
    broken.push_back(LimitCheck(model, problem, chance).broken_by(option.starts));
  }
  return broken;
}

}  // namespace wayworth::engine
