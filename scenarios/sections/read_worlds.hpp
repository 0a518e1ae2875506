#pragma once

#include <vector>

#include "scenarios/sections/read_figure.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

extern const SectionKeys world_keys;

/// The section `worlds`; empty, and a problem, when there are fewer than two or their probabilities do not add up to 1.
std::vector<WorldSection> read_worlds(const DocumentNode& node, const ReadContext& context);

}  // namespace wayworth::scenarios
