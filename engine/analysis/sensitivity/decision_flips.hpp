#pragma once

#include <vector>

#include "engine/analysis/sensitivity/decision_value.hpp"
#include "engine/analysis/sensitivity/flip.hpp"

namespace wayworth::engine {

/// How far a decision is from being another one.
struct DecisionFlip {
  std::size_t best = 0;  ///< place of the choice that is best on average, as in PerfectInformation
  std::size_t next = 0;  ///< the one that it would be changed for: the next best on average
  Flip flip;
};

/// By decision, in the order of `decisions`.
/// \param run  of the searches; some ten to thirty runs a decision
std::vector<DecisionFlip> decision_flips(const Model& model, const Results& results,
                                         const std::vector<DrawnInput>& inputs,
                                         const std::vector<DecisionValue>& decisions, const RunSettings& run);

}  // namespace wayworth::engine
