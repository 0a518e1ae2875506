#pragma once

#include "reports/json_parts.hpp"
#include "reports/roadmap_report.hpp"

namespace wayworth::reports {

/// All of a roadmap that was found but the findings of its run.
Json roadmap_json(const engine::Model& model, const RoadmapStory& story);

/// "always", "depends" or "never": whether an initiative is part of the best roadmap.
const char* word_for(engine::Verdict verdict);

}  // namespace wayworth::reports
