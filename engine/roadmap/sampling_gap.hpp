#pragma once

#include <optional>
#include <span>

#include "engine/roadmap/optimise.hpp"

namespace wayworth::engine {

/// How far a plan that was chosen on samples may fall short of the best one, chance of the samples included.
struct SamplingGap {
  Estimate best;       ///< mean of the greatest values on independent samples: too high for the true one, on average
  Estimate candidate;  ///< what the plan is worth on samples that did not choose it
  double gap = 0.0;    ///< best less candidate
  double gap_at_most = 0.0;  ///< with 95 % confidence, one-sided
};

/// \param best_values  the greatest value on each of at least two independent samples
/// Source: Mak, Morton and Wood, "Monte Carlo bounding techniques for determining solution quality in stochastic
/// programs", Operations Research Letters 24, 1999.
SamplingGap sampling_gap(std::span<const double> best_values, const Estimate& candidate);

inline constexpr std::size_t gap_samples = 5;

/// Of the roadmap in the programme that adds up values of single initiatives and pairs: these are simulated anew on
/// gap_samples sets of other draws, a quarter of the search's trials each, and the programme is solved on each (where
/// that is cut short, its bound is taken, so that the gap stays an upper one). Nothing for other goals than the mean
/// and for limits that hold with a probability, which the programme does not know.
std::optional<SamplingGap> sampling_gap_of(const RoadmapSearch& search, const Schedule& schedule);

}  // namespace wayworth::engine
