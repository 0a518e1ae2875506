#include "engine/roadmap/schedule_problem.hpp"

#include <algorithm>
#include <cmath>

namespace wayworth::engine {

namespace {

struct IsKept {
  const Schedule& schedule;

  std::size_t count_of(const std::vector<std::size_t>& items) const {
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](std::size_t item) { return schedule[item].has_value(); }));
  }

  bool operator()(const MustRule& rule) const { return schedule[rule.item].has_value(); }
  bool operator()(const AtMostRule& rule) const { return count_of(rule.items) <= rule.count; }
  bool operator()(const AtLeastRule& rule) const { return count_of(rule.items) >= rule.count; }

  bool operator()(const NeedRule& rule) const {
    const auto& start = schedule[rule.item];
    const auto& needed = schedule[rule.needed];
    return !start || (needed && *start >= *needed + rule.gap);
  }

  bool operator()(const StartRule& rule) const {
    return std::all_of(rule.items.begin(), rule.items.end(),
                       [&](std::size_t item) { return !schedule[item] || rule.allowed[*schedule[item] - 1]; });
  }

  bool operator()(const GateRule& rule) const {
    const auto& start = schedule[rule.item];
    if (!start) return true;
    std::size_t live = 0;
    for (std::size_t i = 0; i < rule.before.size(); ++i) {
      const auto& other = schedule[rule.before[i]];
      if (other && *other + rule.steps_until_live[i] <= *start) ++live;
    }
    const double wanted = rule.share * static_cast<double>(rule.before.size());
    return static_cast<double>(live) >= wanted - slack_of(wanted);
  }

  bool operator()(const LimitRule& rule) const {
    std::vector<double> used(rule.bounds.size(), 0.0);
    for (std::size_t item = 0; item < schedule.size(); ++item) {
      if (!schedule[item]) continue;
      for (const LimitRule::Use& use : rule.uses[item][*schedule[item] - 1]) used[use.row] += use.amount;
    }
    for (std::size_t row = 0; row < used.size(); ++row) {
      if (used[row] > rule.bounds[row] + slack_of(rule.bounds[row])) return false;
    }
    return true;
  }
};

}  // namespace

double slack_of(double bound) {
  return 1e-9 * std::max(1.0, std::abs(bound));
}

double value_of(const ScheduleProblem& problem, const Schedule& schedule) {
  double value = 0.0;
  for (std::size_t item = 0; item < schedule.size(); ++item) {
    if (schedule[item]) value += problem.items[item].value[*schedule[item] - 1];
  }
  for (const PairValue& pair : problem.pairs) {
    if (schedule[pair.first] && schedule[pair.second]) value += pair.value;
  }
  return value;
}

bool is_kept(const Rule& rule, const Schedule& schedule) {
  return std::visit(IsKept{schedule}, rule.what);
}

std::vector<std::size_t> broken_rules(const ScheduleProblem& problem, const Schedule& schedule) {
  std::vector<std::size_t> broken;
  for (std::size_t i = 0; i < problem.rules.size(); ++i) {
    if (!is_kept(problem.rules[i], schedule)) broken.push_back(i);
  }
  return broken;
}

bool keeps_all_rules(const ScheduleProblem& problem, const Schedule& schedule) {
  return std::all_of(problem.rules.begin(), problem.rules.end(),
                     [&](const Rule& rule) { return is_kept(rule, schedule); });
}

}  // namespace wayworth::engine
