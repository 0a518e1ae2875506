#pragma once

#include <vector>

#include "engine/analysis/sensitivity/experiment.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// The mean of the output with one input at either end of what is likely, and all others drawn as ever.
struct OneAtATime {
  InputId input{};
  double low_value = 0.0;   ///< of the input: its P10; 0 of a coin; the world with the lowest mean
  double high_value = 0.0;  ///< its P90; 1 of a coin; the world with the highest mean
  Estimate at_low;          ///< mean of the output there
  Estimate at_high;
  Estimate swing;                    ///< at_high - at_low, on the same trials
  std::vector<Estimate> by_world{};  ///< of the worlds: the mean in each, in their order
};

/// Every input of the experiment, the greatest swing first, up or down.
std::vector<OneAtATime> one_at_a_time(Experiment& experiment, std::size_t threads = 1);

}  // namespace wayworth::engine
