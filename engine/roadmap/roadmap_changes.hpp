#pragma once

#include <vector>

#include "engine/model/model.hpp"
#include "engine/roadmap/planning_figures.hpp"

namespace wayworth::engine {

/// An initiative that starts in another step than before.
struct MovedStart {
  InitiativeId initiative{};
  std::size_t from = 1;
  std::size_t to = 1;
};

/// What one roadmap does otherwise than another.
struct RoadmapChanges {
  std::vector<InitiativeId> kept;  ///< with the same start
  std::vector<MovedStart> moved;
  std::vector<InitiativeId> dropped;
  std::vector<InitiativeId> added;
  double cost_before = 0.0;  ///< one-off costs of all members, mean, undiscounted
  double cost_after = 0.0;
};

/// \param figures  by initiative
RoadmapChanges changes_between(const Schedule& before, const Schedule& after,
                               const std::vector<PlanningFigures>& figures);

}  // namespace wayworth::engine
