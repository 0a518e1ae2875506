#pragma once

#include "scenarios/sections/read_figure.hpp"
#include "scenarios/sections/read_phases.hpp"
#include "scenarios/sections/section_keys.hpp"

namespace wayworth::scenarios {

extern const SectionKeys roadmap_keys;
extern const SectionKeys at_least_keys;
extern const SectionKeys at_most_keys;
extern const SectionKeys window_keys;
extern const SectionKeys blackout_keys;
extern const SectionKeys self_funding_keys;
extern const SectionKeys goal_keys;

/// \param time  of the scenario; steps 0 when it is wrong
RoadmapSection read_roadmap(const DocumentNode& node, const engine::Timeline& time, const ReadContext& context);

}  // namespace wayworth::scenarios
