#include "engine/roadmap/make_rules.hpp"

#include <algorithm>
#include <cmath>

#include "engine/finance/step_share.hpp"
#include "engine/plan/compile_schedules.hpp"
#include "engine/plan/plan_builder.hpp"
#include "engine/roadmap/chance_limits.hpp"

namespace wayworth::engine {

namespace {

using Kind = RuleOrigin::Kind;

std::size_t last_start(const Model& model) {
  return model.phases.empty() ? model.time.steps : model.phases.back().to;
}

std::vector<std::size_t> positions(const std::vector<InitiativeId>& ids) {
  std::vector<std::size_t> items;
  for (const InitiativeId id : ids) items.push_back(index_of(id));
  return items;
}

class RuleMaker {
public:
  RuleMaker(const Model& model, const std::vector<PlanningFigures>& figures)
      : model_(model), limits_(model.limits), figures_(figures) {}

  ScheduleProblem make(std::size_t last_start) {
    problem_.steps = last_start;
    for (const Initiative& initiative : model_.initiatives) {
      problem_.items.push_back({initiative.name, std::vector<double>(problem_.steps, 0.0)});
    }
    add_starts();
    add_memberships();
    add_needs();
    add_gates();
    add_capacities();
    add_budgets();
    return std::move(problem_);
  }

private:
  std::size_t count() const { return problem_.items.size(); }

  template <class What>
  void add(Kind kind, std::size_t index, What what, std::size_t item = 0) {
    problem_.rules.push_back({{kind, index, item}, std::move(what)});
  }

  /// Steps 1, 2, ... in which starts are allowed.
  template <class IsAllowed>
  std::vector<bool> steps(IsAllowed is_allowed) const {
    std::vector<bool> allowed;
    for (std::size_t step = 1; step <= problem_.steps; ++step) allowed.push_back(is_allowed(step));
    return allowed;
  }

  void add_starts() {
    std::vector<std::size_t> all(count());
    for (std::size_t i = 0; i < count(); ++i) all[i] = i;
    if (!model_.phases.empty()) {
      const auto in_a_phase = [&](std::size_t step) {
        return std::any_of(model_.phases.begin(), model_.phases.end(),
                           [&](const Phase& phase) { return phase.from <= step && step <= phase.to; });
      };
      add(Kind::phases, 0, StartRule{all, steps(in_a_phase)});
    }
    if (limits_.start_every > 1) {
      add(Kind::start_every, 0,
          StartRule{all, steps([&](std::size_t step) { return (step - 1) % limits_.start_every == 0; })});
    }
    for (std::size_t i = 0; i < limits_.blackouts.size(); ++i) {
      const Blackout& blackout = limits_.blackouts[i];
      add(Kind::blackout, i,
          StartRule{all, steps([&](std::size_t step) { return step < blackout.from || step > blackout.to; })});
    }
    for (std::size_t i = 0; i < limits_.windows.size(); ++i) {
      const StartWindow& window = limits_.windows[i];
      add(Kind::window, i, StartRule{{index_of(window.initiative)}, steps([&](std::size_t step) {
                                       return window.from <= step && step <= window.to;
                                     })});
      if (window.must_be_in) add(Kind::window, i, MustRule{index_of(window.initiative)});
    }
  }

  void add_memberships() {
    for (std::size_t i = 0; i < limits_.must.size(); ++i) add(Kind::must, i, MustRule{index_of(limits_.must[i])});
    for (std::size_t i = 0; i < limits_.exclude.size(); ++i) {
      add(Kind::exclude, i, AtMostRule{positions(limits_.exclude[i]), 1});
    }
    for (std::size_t i = 0; i < limits_.at_least.size(); ++i) {
      add(Kind::at_least, i, AtLeastRule{positions(limits_.at_least[i].of), limits_.at_least[i].count});
    }
    for (std::size_t i = 0; i < limits_.at_most.size(); ++i) {
      add(Kind::at_most, i, AtMostRule{positions(limits_.at_most[i].of), limits_.at_most[i].count});
    }
  }

  void add_needs() {
    for (std::size_t item = 0; item < count(); ++item) {
      const std::vector<Need>& needs = model_.initiatives[item].needs;
      for (std::size_t i = 0; i < needs.size(); ++i) {
        const std::size_t needed = index_of(needs[i].initiative);
        const std::size_t gap = steps_until(figures_[needed].duration_months, needs[i].lag_months, model_.time);
        add(Kind::need, i, NeedRule{item, needed, gap}, item);
      }
    }
  }

  void add_gates() {
    for (std::size_t i = 0; i < limits_.gates.size(); ++i) {
      const auto before = static_cast<Stage>(static_cast<int>(limits_.gates[i].stage) - 1);
      GateRule rule{0, {}, {}, limits_.gates[i].share};
      for (std::size_t other = 0; other < count(); ++other) {
        if (model_.initiatives[other].stage != before) continue;
        rule.before.push_back(other);
        rule.steps_until_live.push_back(steps_until(figures_[other].duration_months, 0.0, model_.time));
      }
      for (rule.item = 0; rule.item < count(); ++rule.item) {
        if (model_.initiatives[rule.item].stage == limits_.gates[i].stage) add(Kind::gate, i, rule, rule.item);
      }
    }
  }

  void add_capacities() {
    for (std::size_t role = 0; role < limits_.roles.size(); ++role) {
      if (!limits_.roles[role].capacity.empty()) add(Kind::capacity, role, capacity_of(role));
    }
  }

  LimitRule capacity_of(std::size_t role) const {
    LimitRule rule;
    rule.bounds.assign(capacity_periods(model_), 0.0);
    for (std::size_t step = 1; step <= model_.time.steps; ++step) {
      rule.bounds[(step - 1) / limits_.capacity_period] +=
          limits_.roles[role].capacity[step - 1] * months_per_step(model_.time);
    }
    rule.uses.resize(count());
    for (std::size_t item = 0; item < count(); ++item) {
      for (std::size_t start = 1; start <= problem_.steps; ++start) {
        rule.uses[item].push_back(effort_of(item, role, start));
      }
    }
    return rule;
  }

  std::vector<LimitRule::Use> effort_of(std::size_t item, std::size_t role, std::size_t start) const {
    const double person_months = figures_[item].person_months[role];
    std::vector<LimitRule::Use> uses;
    if (person_months == 0.0) return uses;
    const double begin = span_of_step(model_.time, start).from;
    const double end = begin + figures_[item].duration_months;
    if (end <= begin) return {{(start - 1) / limits_.capacity_period, person_months}};
    for (std::size_t step = start; step <= model_.time.steps; ++step) {
      const double share = implementation_share(span_of_step(model_.time, step), begin, end);
      const std::size_t period = (step - 1) / limits_.capacity_period;
      if (uses.empty() || uses.back().row != period) uses.push_back({period, 0.0});
      uses.back().amount += person_months * share;
      if (span_of_step(model_.time, step).to >= end) break;
    }
    return uses;
  }

  void add_budgets() {
    for (std::size_t i = 0; i < model_.phases.size(); ++i) {
      if (model_.phases[i].budget) add_phase_budget(i);
    }
    if (limits_.budget) add(Kind::budget, 0, one_off_costs(*limits_.budget, 1, problem_.steps));
  }

  void add_phase_budget(std::size_t phase) {
    const PhaseBudget all = budget_of(model_, {Kind::phase_budget, phase, 0});
    add(Kind::phase_budget, phase, one_off_costs(all.budget, all.from, all.to));
  }

  LimitRule one_off_costs(double budget, std::size_t from, std::size_t to) const {
    LimitRule rule{{budget}, {}};
    for (const PlanningFigures& figures : figures_) {
      std::vector<std::vector<LimitRule::Use>> by_start;
      for (std::size_t start = 1; start <= problem_.steps; ++start) {
        const bool counts = from <= start && start <= to;
        by_start.push_back(counts ? std::vector<LimitRule::Use>{{0, figures.one_off_cost}}
                                  : std::vector<LimitRule::Use>{});
      }
      rule.uses.push_back(std::move(by_start));
    }
    return rule;
  }

  const Model& model_;
  const RoadmapLimits& limits_;
  const std::vector<PlanningFigures>& figures_;
  ScheduleProblem problem_;
};

}  // namespace

std::size_t steps_until(double duration_months, double lag_months, const Timeline& time) {
  const double steps = (duration_months + lag_months) / months_per_step(time);
  return static_cast<std::size_t>(std::ceil(steps - slack_of(steps)));
}

ScheduleProblem make_rules(const Model& model, const std::vector<PlanningFigures>& figures) {
  return make_rules(model, figures, last_start(model));
}

ScheduleProblem make_rules(const Model& model, const std::vector<PlanningFigures>& figures, std::size_t last_start) {
  return RuleMaker(model, figures).make(last_start);
}

}  // namespace wayworth::engine
