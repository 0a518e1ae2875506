#pragma once

#include <vector>

#include "engine/plan/plan.hpp"

namespace wayworth::engine {

inline bool computes(const Node& node, Function function) {
  return node.operation == Operation::function && static_cast<Function>(node.detail) == function;
}

/// Whether it has another value in each trial and step.
inline bool varies(const Node& node) {
  return node.variation == Variation::by_trial_and_step;
}

/// Whether it has one value in all steps of a trial.
inline bool is_same_in_steps(const Node& node) {
  return node.variation == Variation::fixed || node.variation == Variation::by_trial;
}

/// Whether it is known without any trial: a number, or one for each step.
inline bool is_number(const Node& node) {
  return node.variation == Variation::fixed || node.variation == Variation::by_step;
}

/// By node: how often other nodes and results read it.
std::vector<std::size_t> count_readers(const Plan& plan);

}  // namespace wayworth::engine
