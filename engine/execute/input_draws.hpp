#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/distributions/quantile_function.hpp"
#include "engine/execute/latin_hypercubes.hpp"
#include "engine/plan/plan.hpp"
#include "engine/random/sampling.hpp"
#include "engine/random/sobol.hpp"

namespace wayworth::engine {

/// What makes the draws of a run: the same settings, the same draws.
struct DrawSettings {
  std::uint64_t seed = 1;
  Sampling sampling = Sampling::sobol;
  Replicates replicates;  ///< replicates_for(sampling, trials)
};

/// The values of inputs in the trials of a run; made once for a run. They depend on the settings, the trial, the path
/// of the input and, in a Sobol' net, its place among the inputs of the model. Any number of threads may ask.
class InputDraws {
public:
  InputDraws(const std::vector<PlanInput>& inputs, const DrawSettings& settings);

  /// The values of an input, by its place in `inputs`, in trials first_trial, first_trial + 1, ...
  void fill(std::size_t input, std::uint64_t first_trial, std::span<double> values);

private:
  void fill_uniforms(std::size_t input, std::uint64_t replicate, std::uint64_t first, std::span<double> out);
  void fill_from_net(std::size_t input, std::uint64_t replicate, std::uint64_t first, std::span<double> out) const;
  void scramble(const PlanInput& input, std::uint64_t stream);

  DrawSettings settings_;
  std::vector<std::uint64_t> streams_;
  std::vector<QuantileFunction> quantiles_;
  std::vector<ScrambledSobol> nets_;  ///< by input and replicate, for the inputs that have a dimension: the first ones
  std::optional<LatinHypercubes> hypercubes_;
};

}  // namespace wayworth::engine
