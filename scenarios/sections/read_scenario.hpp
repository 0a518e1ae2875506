#pragma once

#include "scenarios/messages/problems.hpp"
#include "scenarios/sections/scenario.hpp"
#include "scenarios/yaml/document.hpp"

namespace wayworth::scenarios {

/// What the document says, as far as it can be read; everything wrong goes into `problems`.
Scenario read_scenario(const Document& document, Problems& problems);

}  // namespace wayworth::scenarios
