#pragma once

#include <vector>

#include "engine/analysis/sensitivity/experiment.hpp"

namespace wayworth::engine {

/// Where the mean of the output would be 0 if one input stood there and all others were drawn as ever.
struct BreakEven {
  struct Place {
    double value = 0.0;              ///< of the input
    double probability_below = 0.0;  ///< that it turns out to be below that
  };
  InputId input{};
  double searched_from = 0.0;
  double searched_to = 0.0;
  std::vector<Place> places;  ///< every one that was found, ascending
};

struct SearchRange {
  double from = 0.0;
  double to = 0.0;
};

/// Twice the width of what is possible (Q(0.001) to Q(0.999)), though not across 0 for an input that keeps its sign.
SearchRange search_range(const Distribution& distribution);

/// Searches that range on 33 points and between them. The same trials at every point make the mean a smooth function of
/// the input.
/// \param input  of the experiment; not one of two values
BreakEven break_even(Experiment& experiment, const PlanInput& input);

}  // namespace wayworth::engine
