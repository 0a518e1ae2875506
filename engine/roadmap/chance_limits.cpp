#include "engine/roadmap/chance_limits.hpp"

#include <algorithm>
#include <functional>

#include "engine/stats/moments.hpp"
#include "engine/stats/order_statistics.hpp"

namespace wayworth::engine {

namespace {

template <class IsKept>
double share_of(const TrialValues& values, IsKept is_kept) {
  const auto kept = std::count_if(values.begin(), values.end(), is_kept);
  return static_cast<double>(kept) / static_cast<double>(values.size());
}

}  // namespace

PhaseBudget phase_budget(const Model& model, std::size_t phase) {
  PhaseBudget found{*model.phases[phase].budget, model.phases[phase].from, model.phases[phase].to};
  for (std::size_t i = phase; i > 0 && model.phases[i - 1].carry_over && model.phases[i - 1].budget; --i) {
    found.budget += *model.phases[i - 1].budget;
    found.from = model.phases[i - 1].from;
  }
  return found;
}

TrialValues ChanceLimits::costs(const Schedule& schedule, std::size_t from, std::size_t to) const {
  TrialValues sum(one_off_costs_.empty() ? 0 : one_off_costs_.front().size(), 0.0);
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    if (!schedule[i] || *schedule[i] < from || *schedule[i] > to) continue;
    std::transform(sum.begin(), sum.end(), one_off_costs_[i].begin(), sum.begin(), std::plus<>());
  }
  return sum;
}

double ChanceLimits::probability_within(double budget, const Schedule& schedule, std::size_t from,
                                        std::size_t to) const {
  return share_of(costs(schedule, from, to), [&](double cost) { return cost <= budget + slack_of(budget); });
}

double ChanceLimits::reserve(const Schedule& schedule, std::size_t from, std::size_t to) const {
  if (!model_.limits.certainty) return 0.0;
  const TrialValues sum = costs(schedule, from, to);
  Moments moments;
  moments.add(sum);
  return OrderStatistics(sum).quantile(*model_.limits.certainty) - moments.mean();
}

double ChanceLimits::probability_of_funding(const Schedule& schedule, double floor) {
  const TrialValues lowest = simulator_.limits(schedule).lowest_cash;
  return share_of(lowest, [&](double cash) { return cash >= floor - slack_of(floor); });
}

bool ChanceLimits::budgets_are_kept(const Schedule& schedule) const {
  if (!model_.limits.certainty) return true;
  const auto is_kept = [&](double budget, std::size_t from, std::size_t to) {
    return probability_within(budget, schedule, from, to) >= *model_.limits.certainty;
  };
  for (std::size_t i = 0; i < model_.phases.size(); ++i) {
    if (!model_.phases[i].budget) continue;
    const PhaseBudget phase = phase_budget(model_, i);
    if (!is_kept(phase.budget, phase.from, phase.to)) return false;
  }
  return !model_.limits.budget || is_kept(*model_.limits.budget, 1, model_.time.steps);
}

bool ChanceLimits::funds_itself(const Schedule& schedule) {
  const auto& rule = model_.limits.self_funding;
  return !rule || probability_of_funding(schedule, rule->floor) >= rule->probability;
}

}  // namespace wayworth::engine
