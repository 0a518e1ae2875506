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

/// The normal scores of correlated inputs in the block that a thread works on: one member of a group needs those of all
/// members before it, so they are made together. Each thread has its own.
class ScoreCache {
  friend class InputDraws;

  struct Group {
    std::uint64_t first_trial = 0;
    std::size_t trials = 0;       ///< 0: nothing was drawn yet
    std::vector<double> columns;  ///< by member
  };
  std::vector<Group> groups_;
};

/// The values of inputs in the trials of a run; made once for a run. They depend on the settings, the trial, the path
/// of the input and, in a Sobol' net, its place among the inputs of the model; those of a correlated input also on the
/// members of its group before it. Any number of threads may ask.
class InputDraws {
public:
  InputDraws(const std::vector<PlanInput>& inputs, const std::vector<PlanCorrelation>& correlations,
             const DrawSettings& settings);

  /// The values of an input, by its place in `inputs`, in trials first_trial, first_trial + 1, ...
  /// \param cache  of the calling thread; cheap when all inputs are asked for one range of trials after the other
  void fill(std::size_t input, std::uint64_t first_trial, std::span<double> values, ScoreCache& cache);

private:
  struct Membership {
    std::size_t group = 0;
    std::size_t member = 0;
  };

  std::span<const double> scores(const Membership& of, std::uint64_t first_trial, std::size_t trials,
                                 ScoreCache& cache);
  void fill_probabilities(std::size_t input, std::uint64_t first_trial, std::span<double> out);
  void fill_uniforms(std::size_t input, std::uint64_t replicate, std::uint64_t first, std::span<double> out);
  void fill_from_net(std::size_t input, std::uint64_t replicate, std::uint64_t first, std::span<double> out) const;
  void scramble(const PlanInput& input, std::uint64_t stream);

  DrawSettings settings_;
  std::vector<std::uint64_t> streams_;
  std::vector<QuantileFunction> quantiles_;
  std::vector<PlanCorrelation> correlations_;
  std::vector<std::optional<Membership>> memberships_;  ///< by input
  std::vector<ScrambledSobol> nets_;  ///< by input and replicate, for the inputs that have a dimension: the first ones
  std::optional<LatinHypercubes> hypercubes_;
};

}  // namespace wayworth::engine
