#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/random/stream.hpp"

namespace wayworth::engine {

/// One coordinate of a Latin hypercube: (0, 1) in as many equal strata as there are trials, in random order, and in
/// each a random point. It depends on the number of trials: a longer one does not begin with a shorter one.
/// Source: McKay, Beckman and Conover, "A comparison of three methods for selecting values of input variables in the
/// analysis of output from a computer code", Technometrics 21, 1979.
class LatinHypercube {
public:
  /// \param trials  1 .. max_trials; four bytes each
  LatinHypercube(const ReplicateAddress& address, std::uint64_t trials);

  /// Numbers in (0, 1) of trials first, first + 1, ... of the replicate.
  /// \throws InputError when first + out.size() is beyond the number of trials.
  void fill(std::uint64_t first, std::span<double> out) const;

  /// Of each trial, from 0.
  [[nodiscard]] std::span<const std::uint32_t> strata() const { return strata_; }

private:
  ReplicateAddress address_;
  std::vector<std::uint32_t> strata_;
};

}  // namespace wayworth::engine
