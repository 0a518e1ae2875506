#pragma once

#include <cstdint>

namespace wayworth::engine {

/// How the uniform numbers behind the inputs of a trial are drawn.
enum class Sampling : std::uint8_t {
  sobol,            ///< randomly scrambled Sobol' nets: every input, and many groups of inputs, evenly covered
  latin_hypercube,  ///< every input evenly covered
  random,           ///< independent trials
};

/// A run consists of equally long replicates: independent repetitions of one sampling design, whose spread shows how
/// far chance moves an estimate. Trial i is trial i % trials_each of replicate i / trials_each. Independent trials need
/// but one replicate.
struct Replicates {
  std::uint64_t count = 1;
  std::uint64_t trials_each = 0;

  [[nodiscard]] std::uint64_t trials() const { return count * trials_each; }
  friend bool operator==(const Replicates&, const Replicates&) = default;
};

/// The replicates of stratified and low-discrepancy samples: enough for an interval that is but a tenth wider than that
/// of very many, few enough to leave each of them long.
inline constexpr std::uint64_t replicate_count = 16;

/// The fewest trials, in replicates as the sampling needs them, that are at least the requested ones: Sobol' replicates
/// are as long as a power of two.
/// \param trials  1 .. max_trials
Replicates replicates_for(Sampling sampling, std::uint64_t trials);

}  // namespace wayworth::engine
