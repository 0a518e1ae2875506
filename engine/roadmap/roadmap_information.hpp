#pragma once

#include <vector>

#include "engine/analysis/sensitivity/decision_value.hpp"
#include "engine/roadmap/optimise.hpp"

namespace wayworth::engine {

/// What it would be worth to know more before choosing a roadmap, by mean NPV, on the draws of the search. Whoever
/// knows more could plan something that the search has not kept: the worth of knowing is at least this, but for errors.
struct RoadmapInformation {
  std::size_t roadmaps = 0;        ///< that are chosen among
  Estimate perfect;                ///< EVPI of that choice
  std::vector<InputWorth> inputs;  ///< EVPPI of what could be measured, the most valuable first, without noise
};

/// Of the choice among those roadmaps of the search that most often turn out best, at most most_known_roadmaps, and
/// nothing at all where the rules allow that.
RoadmapInformation roadmap_information(RoadmapSearch& search);

inline constexpr std::size_t most_known_roadmaps = 20;

}  // namespace wayworth::engine
