#pragma once

#include "engine/analysis/sensitivity/sensitivity_of_run.hpp"
#include "reports/json_parts.hpp"

namespace wayworth::reports {

// What the JSON of a run and that of a sensitivity analysis have in common. Inputs are named by their paths.

Json from_trials_json(const engine::Model& model, const engine::TrialSensitivity& found);

/// What can be chosen, and what it is worth to know each input first; without groups and pilots.
Json decision_json(const engine::Model& model, const engine::DecisionValue& decision);

/// All of an analysis, as `wayworth sensitivity --json` writes it.
Json sensitivity_json(const engine::Model& model, const engine::Sensitivity& found);

Json run_sensitivity_json(const engine::Model& model, const engine::RunSensitivity& found);

}  // namespace wayworth::reports
