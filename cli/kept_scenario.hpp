#pragma once

#include "reports/results_json.hpp"
#include "scenarios/read_model.hpp"

namespace wayworth::cli {

/// What results.json keeps of a scenario.
reports::ScenarioText to_text(const scenarios::KeptScenario& kept);

/// The way back.
scenarios::KeptScenario from_text(const reports::ScenarioText& text);

}  // namespace wayworth::cli
