#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "engine/execute/input_draws.hpp"

namespace wayworth::engine {

/// An input that stands at one value in every trial, whatever it would draw.
struct FixedInput {
  InputId input{};
  double value = 0.0;
};

/// What is changed about the inputs of a run; everything else keeps its luck. Inputs that the plan does not depend on
/// may be named and change nothing.
struct InputChanges {
  std::vector<FixedInput> fixed{};
  /// Inputs with a second set of draws, independent of the first. Of inputs that are correlated with each other either
  /// all or none.
  std::vector<InputId> redrawn{};
};

/// The changes of one run, input by input.
class ChangedInputs {
  friend class RunInputs;

  std::vector<std::optional<double>> fixed_;  ///< by place in the plan
  std::vector<bool> redrawn_;                 ///< by place in the plan
};

/// The values of the inputs of a plan in the trials of its runs. What the draws need is made once; any number of
/// threads may ask, in any number of runs at the same time.
class RunInputs {
public:
  /// What a thread keeps for itself.
  struct Cache {
    ScoreCache first{};
    ScoreCache second{};  ///< of the second set of draws
  };

  RunInputs(const std::vector<PlanInput>& inputs, const std::vector<PlanCorrelation>& correlations,
            const DrawSettings& settings);

  /// Draws everything once and for all, so that later runs only read it.
  /// \param threads  0: as many as the machine has
  void keep_draws(std::size_t threads);

  [[nodiscard]] ChangedInputs changed(const InputChanges& changes);

  /// The values of an input, by its place in the plan, in trials first_trial, first_trial + 1, ...
  void fill(const ChangedInputs& changes, std::size_t input, std::uint64_t first_trial, std::span<double> values,
            Cache& cache);

private:
  std::vector<PlanInput> inputs_;
  std::vector<PlanCorrelation> correlations_;
  DrawSettings settings_;
  InputDraws draws_;
  std::vector<std::vector<double>> kept_;  ///< by place, all trials; empty unless keep_draws was called
  std::once_flag second_is_made_;
  std::optional<InputDraws> second_draws_;  ///< made when they are asked for first
};

}  // namespace wayworth::engine
