#pragma once

#include "engine/analysis/findings.hpp"

namespace wayworth::engine {

/// Every measure of `subject`, which must be in the results.
Figures figures_of(const Results& results, const Subject& subject);

}  // namespace wayworth::engine
