#pragma once

#include <vector>

#include "engine/analysis/sensitivity/break_even.hpp"

namespace wayworth::engine {

/// What break_even() does, within any range.
BreakEven break_even_within(Experiment& experiment, const PlanInput& input, const SearchRange& range,
                            const std::vector<BreakEvenTarget>& targets, const std::vector<FixedInput>& held);

}  // namespace wayworth::engine
