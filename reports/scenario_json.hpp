#pragma once

#include "reports/json_parts.hpp"
#include "reports/results_json.hpp"

namespace wayworth::reports {

/// What figures were made from.
Json scenario_json(const ScenarioText& scenario);

/// The way back. \throws Json::exception when something is not there
ScenarioText read_scenario_text(const Json& json);

}  // namespace wayworth::reports
