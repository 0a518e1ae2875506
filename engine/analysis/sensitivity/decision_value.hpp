#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/sensitivity/drawn_inputs.hpp"
#include "engine/analysis/sensitivity/group_worth.hpp"
#include "engine/analysis/sensitivity/perfect_information.hpp"
#include "engine/analysis/sensitivity/pilot.hpp"
#include "engine/analysis/sensitivity/value_of_information.hpp"
#include "engine/results/results.hpp"

namespace wayworth::engine {

/// What one input is worth knowing before a decision.
struct InputWorth {
  InputId input{};
  PartialInformation worth;
};

/// What a pilot is worth before a decision, and what the certainty that it tries to come near.
struct PilotWorth {
  PartialInformation sample;   ///< EVSI
  PartialInformation certain;  ///< EVPPI of the same input
};

/// A decision and what it would be worth to know more before it is taken.
struct DecisionValue {
  /// None: which option, or nothing at all. Else whether this initiative is done, all others being done.
  std::optional<InitiativeId> initiative;
  PerfectInformation perfect;  ///< the options in their order, or the initiative; then doing nothing, which is 0
  /// Of what could be measured (not is_chance_event), the most valuable first; empty when perfect information is worth
  /// next to nothing.
  std::vector<InputWorth> inputs;
  std::vector<GroupWorth> groups;  ///< the most valuable first; empty as `inputs`
  std::vector<PilotWorth> pilots;  ///< in the order they were asked for; empty as `inputs`

  /// Whether perfect information is worth enough for anything about it to be looked into.
  [[nodiscard]] bool is_worth_a_look() const;
};

/// Perfect information that adds less than this share to the best choice is not looked into.
inline constexpr double worth_a_look = 0.001;

/// The choice among the options, then each member of the first option. Groups are left to be looked into.
/// \param results  with the NPV of subjects_of_decisions
/// \param inputs   of the same trials
std::vector<DecisionValue> decision_values(const Model& model, const Results& results,
                                           const std::vector<DrawnInput>& inputs, const std::vector<Pilot>& pilots,
                                           std::size_t threads);

/// Whoever knows a group knows its parts: a group of which less was found than of one of its inputs, or of a group
/// within it, because its influence hangs on inputs that stood still, takes the worth of that part. Parts that are
/// noise change nothing.
void raise_to_parts(DecisionValue& decision);

/// What an input is worth knowing before all initiatives are decided on, each for itself: the sum over them, without
/// what is noise. The errors are added too, for all rest on the same trials. Of inputs that are worth anything, the
/// most valuable first.
std::vector<InputWorth> worth_to_roadmap(const std::vector<DecisionValue>& decisions);

}  // namespace wayworth::engine
