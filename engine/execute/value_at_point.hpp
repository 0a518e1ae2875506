#pragma once

#include "engine/distributions/distribution.hpp"
#include "engine/results/results.hpp"

namespace wayworth::engine {

/// What an input is in a run without chance.
double value_at(Point point, const Distribution& distribution);

}  // namespace wayworth::engine
