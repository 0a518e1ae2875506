#pragma once

#include <cstdint>

#include "engine/random/philox.hpp"

namespace wayworth::tests {

/// Choices of a generator of test cases: the same seed makes the same choices on every machine.
class Dice {
public:
  explicit Dice(std::uint64_t seed) : words_(seed) {}

  /// 0 to sides - 1; sides is at least 1.
  std::size_t roll(std::size_t sides) { return words_() % sides; }
  /// A number of `low` to `high`, both included.
  std::size_t count(std::size_t low, std::size_t high) { return low + roll(high - low + 1); }
  bool chance(double probability) { return between(0.0, 1.0) < probability; }
  double between(double low, double high) {
    return low + (high - low) * (static_cast<double>(words_()) + 0.5) * 0x1p-32;
  }

private:
  engine::PhiloxEngine words_;
};

}  // namespace wayworth::tests
