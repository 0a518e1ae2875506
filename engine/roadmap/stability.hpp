#pragma once

#include <vector>

#include "engine/roadmap/optimise.hpp"

namespace wayworth::engine {

/// How surely an initiative belongs to the roadmap.
struct Membership {
  double in_resamples = 0.0;      ///< share of resamples whose best candidate has it
  std::vector<double> in_phase;   ///< by phase: share of resamples whose best candidate starts it there
  double in_best_of_trial = 0.0;  ///< share of trials in which the candidate that turns out best has it
};

/// How much of the choice is left to chance.
struct Stability {
  std::size_t candidates = 0;  ///< roadmaps that were compared: the best that the search has seen
  std::size_t resamples = 0;
  std::vector<Membership> initiatives;
  double chosen_is_best = 0.0;  ///< share of resamples in which no candidate is better than the chosen one
  Estimate expected_regret;     ///< mean of what the best candidate of each trial is worth more than the chosen one
};

/// Chooses again, by the goal, among the candidates of the search, from trials drawn with replacement: what changes
/// from resample to resample is decided by too few trials or is a tie. Source: Efron and Tibshirani, "An Introduction
/// to the Bootstrap", 1993.
Stability stability_of(const RoadmapSearch& search, const Candidate& chosen);

/// An initiative is in nearly all resamples, in nearly none, or it depends.
enum class Verdict { always, depends, never };
Verdict verdict_on(const Membership& membership);

}  // namespace wayworth::engine
