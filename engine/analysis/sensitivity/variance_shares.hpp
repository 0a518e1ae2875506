#pragma once

#include <string>
#include <vector>

#include "engine/analysis/sensitivity/experiment.hpp"
#include "engine/analysis/sensitivity/sobol_indices.hpp"

namespace wayworth::engine {

/// Inputs that are looked at as one.
struct InputGroup {
  std::string name;
  std::vector<InputId> inputs;
};

struct VarianceShare {
  InputGroup group;
  SobolIndices indices;
};

/// By subject: everything that belongs to one initiative is a group, every other input is one of its own.
std::vector<InputGroup> groups_by_subject(const Model& model, const std::vector<PlanInput>& inputs);

/// By kind: today's business, what initiatives change, when and whether they do, and what they cost.
std::vector<InputGroup> groups_by_kind(const std::vector<PlanInput>& inputs);

/// Every input for itself.
std::vector<InputGroup> single_inputs(const std::vector<PlanInput>& inputs);

/// Runs the experiment once more with all inputs drawn anew, and once for each group; the greatest total share first.
std::vector<VarianceShare> variance_shares(Experiment& experiment, std::span<const double> output,
                                           const std::vector<InputGroup>& groups);

}  // namespace wayworth::engine
