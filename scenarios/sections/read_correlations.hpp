#pragma once

#include <vector>

#include "scenarios/sections/read_figure.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

extern const SectionKeys correlation_keys;

/// `correlations`: how uncertain figures depend on each other. Names are not looked up.
CorrelationsSection read_correlations(const DocumentNode& node, const ReadContext& context);

}  // namespace wayworth::scenarios
