#pragma once

#include <cstdint>
#include <optional>

#include "engine/model/model.hpp"

namespace wayworth::tests {

/// A small valid Model that is the same for the same seed: up to six drivers, four streams, five initiatives and three
/// options on a horizon of up to 30 steps. Over a few hundred seeds every function, distribution, kind of stream,
/// effect, benefit and cost, ramp and step length appears, certain and uncertain, with prerequisites, growth,
/// clamps and correlated inputs.
///
/// Every value that a trial meets is finite. Where a function jumps (comparisons, round, floor) a random factor keeps
/// its argument off the jump, so that a difference in the last bit cannot show.
/// \param time  instead of one by chance
engine::Model random_model(std::uint64_t seed, const std::optional<engine::Timeline>& time = {});

}  // namespace wayworth::tests
