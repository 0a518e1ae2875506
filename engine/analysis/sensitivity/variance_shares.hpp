#pragma once

#include <vector>

#include "engine/analysis/sensitivity/input_groups.hpp"
#include "engine/analysis/sensitivity/sobol_indices.hpp"

namespace wayworth::engine {

struct VarianceShare {
  InputGroup group;
  SobolIndices indices;
};

/// Runs the experiment once more with all inputs drawn anew, and once for each group; the greatest total share first.
/// \param output  of the unchanged experiment, one value a trial
std::vector<VarianceShare> variance_shares(Experiment& experiment, std::span<const double> output,
                                           const std::vector<InputGroup>& groups);

}  // namespace wayworth::engine
