#pragma once

#include <vector>

#include "engine/roadmap/schedule_simulator.hpp"

namespace wayworth::engine {

/// What a plan without chance reckons with for one initiative.
struct PlanningFigures {
  double duration_months = 0.0;       ///< RoadmapLimits::planned_duration of the simulated durations
  double ramp_months = 0.0;           ///< mean time from go-live to the full effect
  double one_off_cost = 0.0;          ///< mean, undiscounted
  std::vector<double> person_months;  ///< mean, by role
};

/// By initiative; costs as they are when everything is planned for the first step.
std::vector<PlanningFigures> planning_figures(const Model& model, ScheduleSimulator& simulator);

}  // namespace wayworth::engine
