#pragma once

#include <span>
#include <vector>

#include "engine/analysis/sensitivity/drawn_inputs.hpp"
#include "engine/analysis/sensitivity/input_groups.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// What inputs that are correlated with each other explain together. What each of them explains alone counts, again and
/// again, what the others do along with it.
struct GroupShare {
  InputGroup group;
  Estimate share;  ///< of the variance, by straight lines: adjusted R^2 of a regression on all inputs of the group
};

/// From trials that were run anyway: every group of correlated inputs of the experiment.
/// \param inputs  of the trials of `output`
std::vector<GroupShare> correlated_shares(const Experiment& experiment, const std::vector<DrawnInput>& inputs,
                                          std::span<const double> output);

}  // namespace wayworth::engine
