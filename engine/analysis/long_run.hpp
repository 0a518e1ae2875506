#pragma once

#include <cmath>

#include "engine/results/results.hpp"

namespace wayworth::engine {

/// What is known of several columns together comes from the kept trials, of each column's mean from all of them. An
/// estimate made of means is therefore worth as much as with all trials: the value that their means give, and the error
/// that the kept trials show, smaller by the root of how many more there are.
inline Estimate as_of_all_trials(const Estimate& of_kept, double value_of_all, const Manifest& manifest) {
  const double kept = static_cast<double>(manifest.kept_trials.value_or(manifest.trials));
  return {value_of_all, of_kept.standard_error * std::sqrt(kept / static_cast<double>(manifest.trials))};
}

}  // namespace wayworth::engine
