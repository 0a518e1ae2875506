#pragma once

#include <cstdint>
#include <span>

#include "engine/random/philox.hpp"

namespace wayworth::engine {

/// Counters that differ in their first word alone.
struct PhiloxSequence {
  PhiloxKey key{};
  std::array<std::uint32_t, 3> others{};  ///< the second to fourth word
};

/// Of the counters with first word `first`, `first` + 1, ...: the first 64 bits of their blocks, with as many blocks at
/// a time as the processor can. The same words as philox4x32().
void fill_philox_words(const PhiloxSequence& sequence, std::uint32_t first, std::span<std::uint64_t> out);

/// The same words as numbers (floor(word / 2^12) + 1/2) 2^-52, exactly.
void fill_philox_uniforms(const PhiloxSequence& sequence, std::uint32_t first, std::span<double> out);

}  // namespace wayworth::engine
