#pragma once

#include <string>

#include "scenarios/yaml/document.hpp"

namespace wayworth::scenarios {

/// What the money of a scenario without a valid `currency` is most likely in, so that its units and names can be
/// checked all the same: what it states, where its units say the same, or the first word of them that looks like a
/// code; USD where no unit has money.
std::string likely_currency(const DocumentNode& root);

}  // namespace wayworth::scenarios
