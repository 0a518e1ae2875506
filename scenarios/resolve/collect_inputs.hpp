#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/model/model.hpp"
#include "scenarios/formulas/data_files.hpp"
#include "scenarios/messages/problems.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// What a draw in a formula became: an input, or a number when its distribution is one.
struct DrawValue {
  engine::Expression expression;
  Syntax::Suffix suffix = Syntax::Suffix::bare;
};

/// Everything in the scenario that draws. The keys are addresses inside the Scenario that it was made from.
struct CollectedInputs {
  std::vector<engine::Input> inputs;  ///< drivers first, then streams, then initiatives, each in the file's order
  std::unordered_map<const Syntax*, DrawValue> draws;
  /// By driver with noise: the first of its inputs, one a step; they come after all but those of the worlds.
  std::unordered_map<const DriverSection*, engine::InputId> noise;
  std::optional<engine::InputId> worlds{};   ///< which of the worlds a trial is in; the last of all inputs
  std::unordered_set<const Figure*> broken;  ///< figures with a problem that makes them unusable
  /// Of every figure that may draw, by its path: usable, or broken.
  std::unordered_map<std::string, bool> figure_is_usable;
};

/// Makes the inputs of all figures; reports unknown functions, wrong arguments, `pp` outside `add`, and two inputs with
/// one path.
CollectedInputs collect_inputs(const Scenario& scenario, DataFiles& files, Problems& problems);

}  // namespace wayworth::scenarios
