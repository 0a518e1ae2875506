#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace wayworth::engine {

using PhiloxBlock = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

inline constexpr int philox_rounds = 10;
inline constexpr PhiloxKey philox_multiplier = {0xD2511F53U, 0xCD9E8D57U};
inline constexpr PhiloxKey philox_key_increment = {0x9E3779B9U, 0xBB67AE85U};

/// One round: two 32 x 32 -> 64 bit products, their halves exchanged and mixed with the key.
constexpr PhiloxBlock philox_round(const PhiloxBlock& c, const PhiloxKey& key) {
  const std::uint64_t first = std::uint64_t{philox_multiplier[0]} * c[0];
  const std::uint64_t second = std::uint64_t{philox_multiplier[1]} * c[2];
  return {static_cast<std::uint32_t>(second >> 32U) ^ c[1] ^ key[0], static_cast<std::uint32_t>(second),
          static_cast<std::uint32_t>(first >> 32U) ^ c[3] ^ key[1], static_cast<std::uint32_t>(first)};
}

/// Philox-4x32-10: the four words that belong to one (counter, key) pair. A pure function: different counters give
/// words that pass for independent.
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
constexpr PhiloxBlock philox4x32(PhiloxBlock counter, PhiloxKey key) {
  for (int round = 0; round < philox_rounds; ++round) {
    counter = philox_round(counter, key);
    key[0] += philox_key_increment[0];
    key[1] += philox_key_increment[1];
  }
  return counter;
}

/// The same words as a sequence, for samplers that ask for an engine (C++ UniformRandomBitGenerator, Boost.Random).
/// Counts through the first two counter words; the last two are the `stream`. Period 2^66.
class PhiloxEngine {
public:
  using result_type = std::uint32_t;

  constexpr explicit PhiloxEngine(std::uint64_t seed, std::uint64_t stream = 0)
      : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)},
        counter_{0, 0, static_cast<std::uint32_t>(stream), static_cast<std::uint32_t>(stream >> 32U)} {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  constexpr result_type operator()() {
    if (used_ == words_.size()) refill();
    return words_[used_++];
  }

  friend bool operator==(const PhiloxEngine&, const PhiloxEngine&) = default;

private:
  constexpr void refill() {
    words_ = philox4x32(counter_, key_);
    used_ = 0;
    if (++counter_[0] == 0) ++counter_[1];
  }

  PhiloxKey key_;
  PhiloxBlock counter_;
  PhiloxBlock words_{};
  std::size_t used_ = words_.size();
};

}  // namespace wayworth::engine
