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
/// else perhaps too wide. `t` and `year` go from the first step of `time` to the last; drivers and streams can be
/// anything.
PossibleRange possible_range(const engine::Expression& expression, std::span<const engine::Input> inputs,
                             const engine::Timeline& time);

/// What a quantity that is in `today` can be in the steps of `time`, given the range of its growth a year.
PossibleRange grown(const PossibleRange& today, const PossibleRange& annual_growth, const engine::Timeline& time);

}  // namespace wayworth::scenarios
