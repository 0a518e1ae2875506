#pragma once

#include <span>

#include "engine/model/model.hpp"

namespace wayworth::scenarios {

/// The values that something can take, at most.
struct PossibleRange {
  double low = 0.0;
  double high = 0.0;
};

/// The range of an expression, by the rules of interval arithmetic: exact when each input and name stands in it once,
/// else perhaps too wide. Drivers, streams and time can be anything.
PossibleRange possible_range(const engine::Expression& expression, std::span<const engine::Input> inputs);

}  // namespace wayworth::scenarios
