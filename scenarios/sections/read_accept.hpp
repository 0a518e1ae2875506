#pragma once

#include "scenarios/sections/map_reader.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

extern const SectionKeys accept_keys;

/// `accept`: findings of the linter that the author has looked at and leaves as they are.
std::vector<Acceptance> read_accept(const DocumentNode& node, Problems& problems);

}  // namespace wayworth::scenarios
