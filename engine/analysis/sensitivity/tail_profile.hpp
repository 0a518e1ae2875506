#pragma once

#include <span>
#include <vector>

#include "engine/analysis/sensitivity/drawn_inputs.hpp"
#include "engine/analysis/sensitivity/ordered_worlds.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// How the draws of one input in the worst trials differ from those in all.
struct TailShift {
  InputId input{};
  double mean = 0.0;    ///< of the input in all trials
  Estimate in_tail;     ///< its mean in the worst ones
  Estimate percentile;  ///< where the worst trials stand on average among all values of the input: 0.5 if anywhere
  /// Of the worlds, in their order: how many of the trials are in each. They have no mean; it is 0 then.
  struct WorldShare {
    double in_all = 0.0;
    double in_tail = 0.0;
  };
  std::vector<WorldShare> by_world{};
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

/// Says of the worlds, which the profile has in the order of their means, how often each is among the worst trials.
void add_worlds(const OrderedWorlds& worlds, std::span<const double> output, TailProfile& profile);

}  // namespace wayworth::engine
