#pragma once

#include "scenarios/document.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/scenario.hpp"

namespace wayworth::scenarios {

/// What the document says, as far as it can be read; everything wrong goes into `problems`.
Scenario read_scenario(const Document& document, Problems& problems);

}  // namespace wayworth::scenarios
