#pragma once

#include <vector>

#include "engine/analysis/findings.hpp"

namespace wayworth::engine {

/// From the sum of the stand-alone NPVs of `members` to the NPV of the first option's programme, trial by trial.
Bridge bridge_of(const Results& results, const std::vector<InitiativeId>& members);

}  // namespace wayworth::engine
