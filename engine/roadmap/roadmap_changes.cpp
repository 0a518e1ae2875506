#include "engine/roadmap/roadmap_changes.hpp"

namespace wayworth::engine {

RoadmapChanges changes_between(const Schedule& before, const Schedule& after,
                               const std::vector<PlanningFigures>& figures) {
  RoadmapChanges changes;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto id = static_cast<InitiativeId>(i);
    if (before[i]) changes.cost_before += figures[i].one_off_cost;
    if (after[i]) changes.cost_after += figures[i].one_off_cost;
    if (before[i] && after[i]) {
      if (*before[i] == *after[i]) {
        changes.kept.push_back(id);
      } else {
        changes.moved.push_back({id, *before[i], *after[i]});
      }
    } else if (before[i]) {
      changes.dropped.push_back(id);
    } else if (after[i]) {
      changes.added.push_back(id);
    }
  }
  return changes;
}

}  // namespace wayworth::engine
