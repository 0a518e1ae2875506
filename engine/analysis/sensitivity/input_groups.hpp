#pragma once

#include <string>
#include <vector>

#include "engine/analysis/sensitivity/experiment.hpp"

namespace wayworth::engine {

/// Inputs that are looked at as one.
struct InputGroup {
  std::string name;
  std::vector<InputId> inputs;

  bool operator==(const InputGroup&) const = default;
};

// Inputs that are correlated with each other have no influence of their own that could be told apart, so they stay
// together: where the grouping would part them, they make a group by themselves. It is named by what their paths have
// in common, `*` standing for the rest: "initiatives.*.effects.*".

/// By subject: everything that belongs to one initiative is a group, every other input is one of its own.
std::vector<InputGroup> groups_by_subject(const Model& model, const Experiment& experiment);

/// By kind: today's business, what initiatives change, when and whether they do, and what they cost.
std::vector<InputGroup> groups_by_kind(const Experiment& experiment);

/// Every input for itself.
std::vector<InputGroup> single_inputs(const Experiment& experiment);

}  // namespace wayworth::engine
