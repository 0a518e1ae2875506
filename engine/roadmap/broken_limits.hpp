#pragma once

#include <vector>

#include "engine/roadmap/optimise.hpp"

namespace wayworth::engine {

/// By option: the rules that it breaks. Empty when there is nothing that could be broken.
using BrokenLimits = std::vector<std::vector<RuleOrigin>>;

/// By option of the model: the prerequisites and limits of its roadmap that the option breaks as it is planned, each
/// once. Judged as the search for a roadmap does: durations as RoadmapLimits::planned_duration says, mean costs and
/// efforts, and limits that hold with a probability on simulated trials. Empty when the model states nothing that could
/// be broken. \param settings  of the search, whose draws are used
BrokenLimits broken_limits(const Model& model, const OptimiseSettings& settings);

}  // namespace wayworth::engine
