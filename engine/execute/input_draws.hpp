#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/distributions/quantile_function.hpp"
#include "engine/plan/plan.hpp"
#include "engine/random/sampling.hpp"

namespace wayworth::engine {

/// What makes the draws of a run: the same settings, the same draws.
struct DrawSettings {
  std::uint64_t seed = 1;
  Sampling sampling = Sampling::random;
  Replicates replicates;  ///< trial i is trial i % trials_each of replicate i / trials_each
};

/// The values of inputs in the trials of a run; made once for a run. Any number of threads may ask it.
class InputDraws {
public:
  InputDraws(const std::vector<PlanInput>& inputs, const DrawSettings& settings);

  /// The values of an input, by its place in `inputs`, in trials first_trial, first_trial + 1, ...
  void fill(std::size_t input, std::uint64_t first_trial, std::span<double> values) const;

private:
  DrawSettings settings_;
  std::vector<std::uint64_t> streams_;
  std::vector<QuantileFunction> quantiles_;
};

}  // namespace wayworth::engine
