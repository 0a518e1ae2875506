#pragma once

#include <cstdint>

namespace wayworth::engine {

/// How the uniform numbers behind the inputs of a trial are drawn.
enum class Sampling : std::uint8_t {
  random,  ///< independent trials
};

/// A run consists of equally long replicates: independent repetitions of one sampling design, whose spread shows how
/// far chance moves an estimate. Independent trials need but one.
struct Replicates {
  std::uint64_t count = 1;
  std::uint64_t trials_each = 0;

  [[nodiscard]] std::uint64_t trials() const { return count * trials_each; }
  friend bool operator==(const Replicates&, const Replicates&) = default;
};

}  // namespace wayworth::engine
