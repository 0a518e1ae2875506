#pragma once

#include "engine/roadmap/optimise.hpp"

namespace wayworth::engine {

/// Independent trials, few enough that hundreds of small cases are searched in a test.
inline OptimiseSettings few_trials() {
  OptimiseSettings settings;
  settings.search_trials = 64;
  settings.sampling = Sampling::random;
  return settings;
}

}  // namespace wayworth::engine
