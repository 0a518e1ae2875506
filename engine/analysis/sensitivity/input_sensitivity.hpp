#pragma once

#include <span>
#include <vector>

#include "engine/analysis/sensitivity/bins.hpp"
#include "engine/analysis/sensitivity/drawn_inputs.hpp"

namespace wayworth::engine {

/// How an output follows one input, from trials that were run anyway.
struct InputSensitivity {
  InputId input{};
  std::size_t rank = 1;  ///< by the swing, from 1; inputs whose swings cannot be told apart share a rank
  ChangeInMean change;   ///< over 10 bins of the input
  Estimate first_order;  ///< share of the variance that the input explains by itself
  Estimate spearman;
  Estimate standardised;       ///< regression coefficient (SRC)
  Estimate standardised_rank;  ///< of ranks (SRRC)
  Estimate partial;            ///< correlation (PCC)
  Estimate partial_rank;       ///< of ranks (PRCC)

  /// From the lowest to the highest mean.
  [[nodiscard]] double swing() const { return change.swing(); }
};

struct TrialSensitivity {
  std::vector<InputSensitivity> inputs;  ///< greatest swing first
  double r_squared = 0.0;                ///< of the regression on values
  double rank_r_squared = 0.0;           ///< of the regression on ranks
};

/// \param inputs  one or more, of the trials of `output`
/// Errors are those that the spread over 16 groups of trials shows, which are the replicates where there are some.
TrialSensitivity sensitivity_from_trials(const std::vector<const DrawnInput*>& inputs, std::span<const double> output,
                                         std::size_t threads);

}  // namespace wayworth::engine
