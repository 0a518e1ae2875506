#include "engine/roadmap/planning_figures.hpp"

#include "engine/stats/mean.hpp"
#include "engine/stats/order_statistics.hpp"

namespace wayworth::engine {

namespace {

double planned(PlannedDuration which, const TrialValues& durations) {
  switch (which) {
    case PlannedDuration::mean:
      break;
    case PlannedDuration::p50:
      return OrderStatistics(durations).quantile(0.5);
    case PlannedDuration::p80:
      return OrderStatistics(durations).quantile(0.8);
    case PlannedDuration::p90:
      return OrderStatistics(durations).quantile(0.9);
  }
  return mean_of(durations);
}

}  // namespace

std::vector<PlanningFigures> planning_figures(const Model& model, ScheduleSimulator& simulator) {
  const ScheduleLimits limits = simulator.limits(Schedule(model.initiatives.size(), 1));
  std::vector<PlanningFigures> figures;
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    PlanningFigures one;
    one.duration_months = planned(model.limits.planned_duration, limits.duration[i]);
    one.ramp_months = mean_of(limits.ramp[i]);
    one.one_off_cost = mean_of(limits.one_off_costs[i]);
    for (const TrialValues& person_months : limits.person_months[i])
      one.person_months.push_back(mean_of(person_months));
    figures.push_back(std::move(one));
  }
  return figures;
}

}  // namespace wayworth::engine
