#pragma once

#include "engine/model/model.hpp"
#include "scenarios/sections/read_figure.hpp"

namespace wayworth::scenarios {

extern const SectionKeys roadmap_keys;
extern const SectionKeys phase_keys;

/// The phases of `roadmap`: in order, not overlapping, within the horizon (not checked when `time` has no steps).
std::vector<engine::Phase> read_roadmap(const DocumentNode& node, const engine::Timeline& time,
                                        const ReadContext& context);

}  // namespace wayworth::scenarios
