#pragma once

#include "scenarios/sections/map_reader.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// All keys of the root: those of the header and the names of the sections.
extern const SectionKeys root_keys;

/// Version, name, client, currency and the meaning of three numbers, into `scenario`.
void read_header(const MapReader& root, Scenario& scenario);

}  // namespace wayworth::scenarios
