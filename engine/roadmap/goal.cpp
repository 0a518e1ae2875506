#include "engine/roadmap/goal.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/analysis/comparison.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/replicates.hpp"
#include "engine/stats/tail_risk.hpp"

namespace wayworth::engine {

namespace {

constexpr double tail = 0.1;

double share_above(const TrialValues& npv, double target) {
  const auto above = std::count_if(npv.begin(), npv.end(), [&](double value) { return value > target; });
  return static_cast<double>(above) / static_cast<double>(npv.size());
}

double goal_of_trials(const RoadmapGoal& goal, std::span<const double> npv) {
  return goal_of(goal, TrialValues(npv.begin(), npv.end()));
}

}  // namespace

double goal_of(const RoadmapGoal& goal, const TrialValues& npv) {
  switch (goal.kind) {
    case RoadmapGoal::Kind::mean:
      return mean_estimate(npv, 1).value;
    case RoadmapGoal::Kind::p10:
      return OrderStatistics(npv).quantile(tail);
    case RoadmapGoal::Kind::cvar10:
      return cvar(OrderStatistics(npv), tail).value;
    case RoadmapGoal::Kind::probability_above:
      return share_above(npv, goal.target);
  }
  throw std::logic_error("roadmap: a goal without a meaning");
}

Estimate goal_estimate(const RoadmapGoal& goal, const TrialValues& npv, std::size_t replicates) {
  // Independent trials are taken in as many groups, whose spread tells as much.
  constexpr std::size_t groups_of_independent_trials = 16;
  std::size_t groups = replicates > 1 ? replicates : groups_of_independent_trials;
  if (npv.size() % groups != 0) groups = 1;
  std::vector<double> estimates;
  for (std::size_t group = 0; group < groups; ++group) {
    estimates.push_back(goal_of_trials(goal, replicate_of(npv, groups, group)));
  }
  return {goal_of(goal, npv), standard_error_of(estimates)};
}

bool is_better(const RoadmapGoal& goal, const TrialValues& better, const TrialValues& than, std::size_t replicates) {
  if (goal.kind == RoadmapGoal::Kind::mean) {
    const Estimate gain = mean_difference(better, than, replicates);
    return gain.value > 2.0 * gain.standard_error && gain.value > 0.0;
  }
  return goal_of(goal, better) > goal_of(goal, than);
}

}  // namespace wayworth::engine
