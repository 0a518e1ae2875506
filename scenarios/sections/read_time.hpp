#pragma once

#include "engine/model/model.hpp"
#include "scenarios/sections/map_reader.hpp"

namespace wayworth::scenarios {

extern const SectionKeys time_keys;

/// Start, horizon and step of the simulation; with zero steps when one of them is wrong.
engine::Timeline read_time(const DocumentNode& node, Problems& problems);

}  // namespace wayworth::scenarios
