#include "engine/roadmap/chance_limits.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/stats/mean.hpp"

namespace wayworth::engine {

namespace {

template <class IsKept>
double share_of(const TrialValues& values, IsKept is_kept) {
  const auto kept = std::count_if(values.begin(), values.end(), is_kept);
  return static_cast<double>(kept) / static_cast<double>(values.size());
}

}  // namespace

PhaseBudget budget_of(const Model& model, const RuleOrigin& origin) {
  if (origin.kind == RuleOrigin::Kind::budget) return {*model.limits.budget, 1, model.time.steps};
  const std::vector<Phase>& phases = model.phases;
  PhaseBudget found{*phases[origin.index].budget, phases[origin.index].from, phases[origin.index].to};
  for (std::size_t i = origin.index; i > 0 && phases[i - 1].carry_over && phases[i - 1].budget; --i) {
    found.budget += *phases[i - 1].budget;
    found.from = phases[i - 1].from;
  }
  return found;
}

double own_budget_of(const Model& model, const RuleOrigin& origin) {
  return origin.kind == RuleOrigin::Kind::budget ? *model.limits.budget : *model.phases[origin.index].budget;
}

TrialValues ChanceLimits::costs(const Schedule& schedule, const PhaseBudget& limit) const {
  TrialValues sum(one_off_costs_.empty() ? 0 : one_off_costs_.front().size(), 0.0);
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    if (!schedule[i] || *schedule[i] < limit.from || *schedule[i] > limit.to) continue;
    std::transform(sum.begin(), sum.end(), one_off_costs_[i].begin(), sum.begin(), std::plus<>());
  }
  return sum;
}

bool ChanceLimits::is_certain(const PhaseBudget& limit, const Schedule& schedule) const {
  const double most = limit.budget + slack_of(limit.budget);
  return share_of(costs(schedule, limit), [&](double cost) { return cost <= most; }) >= *model_.limits.certainty;
}

double ChanceLimits::reserve(const Schedule& schedule, const PhaseBudget& limit) const {
  return model_.limits.certainty ? cost(schedule, limit) - mean_of(costs(schedule, limit)) : 0.0;
}

double ChanceLimits::cost(const Schedule& schedule, const PhaseBudget& limit) const {
  TrialValues sum = costs(schedule, limit);
  if (!model_.limits.certainty) return mean_of(sum);
  const double wanted = *model_.limits.certainty * static_cast<double>(sum.size());
  const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(wanted - slack_of(wanted)))) - 1;
  std::nth_element(sum.begin(), sum.begin() + static_cast<std::ptrdiff_t>(rank), sum.end());
  return sum[rank];
}

double ChanceLimits::probability_of_funding(const Schedule& schedule, double floor) {
  const TrialValues lowest = simulator_.limits(schedule).lowest_cash;
  return share_of(lowest, [&](double cash) { return cash >= floor - slack_of(floor); });
}

bool ChanceLimits::budgets_are_kept(const Schedule& schedule) const {
  if (!model_.limits.certainty) return true;
  for (std::size_t i = 0; i < model_.phases.size(); ++i) {
    const RuleOrigin origin{RuleOrigin::Kind::phase_budget, i, 0};
    if (model_.phases[i].budget && !is_certain(budget_of(model_, origin), schedule)) return false;
  }
  return !model_.limits.budget || is_certain(budget_of(model_, {RuleOrigin::Kind::budget, 0, 0}), schedule);
}

bool ChanceLimits::funds_itself(const Schedule& schedule) {
  const auto& rule = model_.limits.self_funding;
  return !rule || probability_of_funding(schedule, rule->floor) >= rule->probability;
}

}  // namespace wayworth::engine
