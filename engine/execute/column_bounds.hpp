#pragma once

#include <span>

#include "engine/execute/bounds.hpp"

namespace wayworth::engine {

/// The least and the greatest of the values; unknown when one is not a number.
Bounds bounds_of_column(std::span<const double> values);

/// Whether every value is finite.
bool are_finite(std::span<const double> values);

}  // namespace wayworth::engine
