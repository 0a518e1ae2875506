#pragma once

#include "reports/json_parts.hpp"
#include "reports/roadmap_report.hpp"

namespace wayworth::reports {

/// The inverse of roadmap_json(), without the findings. What no report shows of the search stays as it was made.
/// \param model  with the roadmap as its first option
/// \throws Json::exception when something is not there
RoadmapStory read_roadmap(const Json& json, const engine::Model& model);

/// The initiatives that had to be part of the roadmap.
std::vector<engine::InitiativeId> read_must(const Json& json, const engine::Model& model);

}  // namespace wayworth::reports
