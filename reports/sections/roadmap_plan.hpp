#pragma once

#include "reports/roadmap_report.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

// The parts of the report on a roadmap that was found.

/// What to do, and what it is worth.
Blocks roadmap_answer(const engine::Model& model, const RoadmapStory& story);
/// How it was found, and how far the search can vouch for it.
Blocks roadmap_search(const engine::Model& model, const RoadmapStory& story);
/// Initiatives over time, and under them how far people are used.
Blocks roadmap_gantt(const engine::Model& model, const RoadmapStory& story);
/// How surely each initiative belongs to it.
Blocks roadmap_stability(const engine::Model& model, const RoadmapStory& story);
/// What it keeps, moves, drops and adds, held against each option.
Blocks roadmap_changes(const engine::Model& model, const RoadmapStory& story);
/// What is not part of it, and why.
Blocks roadmap_left_out(const engine::Model& model, const RoadmapStory& story);
/// Budget against worth, and mean against the worst tenth, where it was asked for.
Blocks roadmap_frontier(const engine::Model& model, const RoadmapStory& story);
/// For whom it is better than the options of the scenario.
Blocks roadmap_dominance(const engine::Model& model, const RoadmapStory& story);
/// What limits cost, what delay costs, where people may be too few.
Blocks roadmap_prices(const engine::Model& model, const RoadmapStory& story);

}  // namespace wayworth::reports
