#pragma once

#include <cstdint>

namespace wayworth::engine {

/// Whether the steps in which a value provably stands still are left out (StillSteps). The results are the same to the
/// bit, which tests compare.
enum class Stillness : std::uint8_t { skipped, computed };

}  // namespace wayworth::engine
