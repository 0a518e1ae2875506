#pragma once

#include <vector>

#include "engine/analysis/warning.hpp"
#include "scenarios/read_model.hpp"

namespace wayworth::scenarios {

/// What the linter found in a scenario, and what of it is left to say.
struct Review {
  std::vector<engine::Warning> all;  ///< with the scenario's reasons for those that it accepts
  Problems open;                     ///< those that it does not accept, with their places
};

/// Holds what was found against what the scenario accepts. What reading found is among it, and acceptances that nothing
/// needs: of rules that need figures only `after_run`.
Review review(const ReadResult& read, std::vector<engine::Warning> found, bool after_run);

/// Everything known of a scenario before it is run, as JSON for other programs.
std::string check_to_json(const ReadResult& read);

}  // namespace wayworth::scenarios
