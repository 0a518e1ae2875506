#pragma once

#include <span>
#include <vector>

#include "engine/analysis/sensitivity/drawn_inputs.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// How the draws of one input in the worst trials differ from those in all.
struct TailShift {
  InputId input{};
  double mean = 0.0;    ///< of the input in all trials
  Estimate in_tail;     ///< its mean in the worst ones
  Estimate percentile;  ///< where the worst trials stand on average among all values of the input: 0.5 if anywhere
};

/// What the worst trials had in common: a stress test read backwards, from the loss to what goes with it.
struct TailProfile {
  double share = 0.0;             ///< of the trials that count as the worst
  std::uint64_t trials = 0;       ///< how many those are
  Estimate output;                ///< its mean in them
  std::vector<TailShift> inputs;  ///< the farthest from 0.5 first
};

/// \param share  of the trials, above 0 and below 1; at least two trials are taken
/// The errors are those of that many independent trials.
TailProfile tail_profile(const std::vector<const DrawnInput*>& inputs, std::span<const double> output, double share);

}  // namespace wayworth::engine
