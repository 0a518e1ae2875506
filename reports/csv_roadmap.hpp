#pragma once

#include <vector>

#include "reports/csv.hpp"
#include "reports/roadmap_report.hpp"

namespace wayworth::reports {

/// A roadmap that was found, as tables: roadmap.csv (each initiative, how surely it is in, what delay costs),
/// roadmap_phases.csv, roadmap_left_out.csv, roadmap_wins.csv, roadmap_capacity.csv, roadmap_dominance.csv; and, where
/// they were asked for, roadmap_prices.csv, roadmap_frontier.csv and roadmap_risks.csv.
std::vector<CsvFile> roadmap_csv(const engine::Model& model, const RoadmapStory& story);

}  // namespace wayworth::reports
