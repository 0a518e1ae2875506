#pragma once

#include <cstdint>
#include <span>

namespace wayworth::engine {

/// How surely one outcome dominates another, both from the same trials.
struct DominanceFrequency {
  double first_order = 0.0;   ///< share of resamples in which it dominates in first order
  double second_order = 0.0;  ///< the same in second order
  double almost = 0.5;        ///< almost_dominance_of all trials
};

/// A few trials in the tails decide on dominance, so it is looked at in resamples of the trials, drawn with replacement
/// and the same for both.
/// \param x, y  one finite value a trial, of one length
/// Source of the resampling: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993.
DominanceFrequency dominance_frequency(std::span<const double> x, std::span<const double> y, std::size_t resamples,
                                       std::uint64_t seed);

/// The share of resamples from which on dominance is claimed.
inline constexpr double dominance_is_claimed = 0.95;

}  // namespace wayworth::engine
