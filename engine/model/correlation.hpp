#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/dependence/dependence.hpp"
#include "engine/model/expression.hpp"

namespace wayworth::engine {

/// Spearman's rank correlation of two inputs.
struct RankCorrelation {
  InputId first{};  ///< before `second` in the model
  InputId second{};
  double stated = 0.0;  ///< -1 .. 1; 0 for a pair that the scenario does not name
  double used = 0.0;    ///< the same unless what was stated cannot hold together and was repaired
};

/// Inputs that depend on each other: a connected part of what the scenario states.
struct CorrelationGroup {
  std::vector<InputId> inputs;         ///< ascending, at least two
  std::vector<RankCorrelation> pairs;  ///< those that the scenario states, by first, then by second
  Dependence dependence;               ///< in the order of `inputs`
};

/// The groups that the pairs make: two inputs are in one group when non-zero pairs lead from one to the other.
/// \param pairs  `stated` is read, `used` is not; first < second, no pair twice
/// \return nothing for a group whose ranks cannot hold together and are too many to repair (most_repairable)
std::vector<std::optional<CorrelationGroup>> correlation_groups(std::span<const RankCorrelation> pairs);

/// Every pair of the group that was repaired, stated or not, the farthest moved first; equal ones by place.
std::vector<RankCorrelation> moved_pairs(const CorrelationGroup& group);

/// How far the repair moved this pair.
double move_of(const RankCorrelation& pair);

}  // namespace wayworth::engine
