#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/results/results.hpp"

namespace wayworth::engine {

/// A rank correlation that the scenario states, and what came out of the trials.
struct AchievedCorrelation {
  RankCorrelation pair;
  double achieved = 0.0;  ///< Spearman's, of the sample; NaN when an input does not vary
  /// Whether it is farther from `pair.used` than chance explains. Correlations of inputs with few different values,
  /// such as the success of initiatives, come out weaker than stated: the stated one is that of their normal scores.
  bool is_off = false;
};

struct AchievedCorrelations {
  std::vector<AchievedCorrelation> pairs;  ///< by group; at most most_checked_pairs of them
  std::size_t stated_pairs = 0;
  std::uint64_t trials = 0;  ///< the first so many of the run are looked at
};

inline constexpr std::size_t most_checked_pairs = 10'000;
inline constexpr std::uint64_t most_correlation_trials = 65'536;

/// Draws the correlated inputs of a run once more and looks at their ranks. Empty for a run without chance.
AchievedCorrelations achieved_correlations(const Model& model, const Manifest& manifest);

/// How far the rank correlation of a sample of `trials` can be off before it is reported: 3 / sqrt(trials - 1) + 0.01.
double most_correlation_error(std::uint64_t trials);

}  // namespace wayworth::engine
