#pragma once

#include <vector>

#include "engine/roadmap/optimise.hpp"

namespace wayworth::engine {

/// How surely an initiative belongs to the roadmap.
struct Membership {
  double in_resamples = 0.0;      ///< share of resamples whose best roadmap has it; equally good ones count in parts
  std::vector<double> in_phase;   ///< by phase: share of resamples whose best roadmap starts it there
  double in_best_of_trial = 0.0;  ///< share of trials in which the candidate that turns out best has it
};

/// How much of the choice is left to chance.
struct Stability {
  std::size_t candidates = 0;  ///< roadmaps that were compared: the best that the search has seen
  std::size_t resamples = 0;
  std::vector<Membership> initiatives;
  double chosen_is_best = 0.0;  ///< share of resamples in which nothing better than the chosen one was found
  double tied = 0.0;            ///< share of resamples in which several came out the same to nine digits
  double cut_short = 0.0;       ///< share of resamples whose search was not taken to its end, to save time
  Estimate expected_regret;     ///< mean of what the best candidate of each trial is worth more than the chosen one
};

/// Solves again for trials drawn with replacement: the best candidate of the search, from which single initiatives are
/// moved, added or left out as long as the goal rises. What changes from resample to resample is decided by too few
/// trials or is a tie. Source: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993.
Stability stability_of(RoadmapSearch& search, const Candidate& chosen);

/// An initiative is in nearly all resamples, in nearly none, or it depends.
enum class Verdict { always, depends, never };
Verdict verdict_on(const Membership& membership);

}  // namespace wayworth::engine
