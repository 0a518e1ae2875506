#pragma once

#include "engine/model/model.hpp"
#include "scenarios/sections/map_reader.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

extern const SectionKeys option_keys;

/// `options`: the named roadmaps. Steps lie within the horizon (not checked when `time` has no steps).
std::vector<OptionSection> read_options(const DocumentNode& node, const engine::Timeline& time, Problems& problems);

}  // namespace wayworth::scenarios
