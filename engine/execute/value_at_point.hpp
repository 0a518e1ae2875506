#pragma once

#include <string>

#include "engine/distributions/distribution.hpp"
#include "engine/results/results.hpp"

namespace wayworth::engine {

/// What an input is in a run without chance. The world, which is no number that could be averaged, is the likeliest.
double value_at(Point point, const std::string& path, const Distribution& distribution);

}  // namespace wayworth::engine
