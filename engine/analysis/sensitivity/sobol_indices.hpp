#pragma once

#include <span>

#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// Shares of the output's variance that one group of inputs answers for.
struct SobolIndices {
  Estimate first;  ///< alone: what would go if the group were known
  Estimate total;  ///< with everything it acts together with: what would stay if all others were known
};

/// Estimates from three runs of the same trials: with one set of draws, with a second, independent one, and with the
/// first where only the group's draws are from the second. Small negative values are noise.
/// \param first, second, mixed  the output of these runs, one value a trial, of the same length
/// Source: Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola, "Variance based sensitivity analysis of model
/// output", Computer Physics Communications 181, 2010 (first order, on centred outputs); Jansen, "Analysis of variance
/// designs for model output", Computer Physics Communications 117, 1999 (total).
SobolIndices sobol_indices(std::span<const double> first, std::span<const double> second,
                           std::span<const double> mixed);

}  // namespace wayworth::engine
