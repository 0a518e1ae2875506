#pragma once

#include <vector>

#include "engine/analysis/sensitivity/input_groups.hpp"
#include "engine/analysis/sensitivity/value_of_information.hpp"

namespace wayworth::engine {

/// What it would be worth to know several inputs together before a decision.
struct GroupWorth {
  InputGroup group;
  PartialInformation worth;
};

/// The groups that somebody could find out about: each initiative, and each kind of input, of two inputs or more,
/// without the events that only chance decides.
std::vector<InputGroup> groups_to_know(const Model& model, const Experiment& experiment);

/// By decision (decisions_between), in the order of `groups`; empty for a decision that is not in `looked_at`. What a
/// group tells is said by the gains when it is drawn and all other inputs stand at their means: one run a group. A
/// group whose influence hangs on what the others are is worth somewhat more than this finds.
/// \param experiment  asked for subjects_of_decisions
std::vector<std::vector<GroupWorth>> group_worths(const Model& model, Experiment& experiment,
                                                  const std::vector<InputGroup>& groups,
                                                  const std::vector<bool>& looked_at, std::size_t threads);

}  // namespace wayworth::engine
