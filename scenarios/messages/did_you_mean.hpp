#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wayworth::scenarios {

/// The word of `known` that was most likely meant by `typed`: the fewest letters inserted, left out, changed or swapped
/// with a neighbour (at most a third of them, one in short words); nothing when none is that near.
std::optional<std::string> closest(std::string_view typed, std::span<const std::string> known);

/// The end of a message about an unknown word: "; did you mean `drivers`?", or when nothing is near "; known are a, b,
/// c" (at most 15 of them), or nothing when `known` is empty.
std::string suggestion(std::string_view typed, std::span<const std::string> known);

}  // namespace wayworth::scenarios
