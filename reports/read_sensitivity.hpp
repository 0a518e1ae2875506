#pragma once

#include "engine/analysis/sensitivity/sensitivity_of_run.hpp"
#include "reports/json_parts.hpp"

namespace wayworth::reports {

/// The inverse of run_sensitivity_json(). \throws Json::exception when something is not there
engine::RunSensitivity read_run_sensitivity(const Json& json, const engine::Model& model);

/// The inverse of sensitivity_json(). \throws Json::exception when something is not there
engine::Sensitivity read_sensitivity(const Json& json, const engine::Model& model);

}  // namespace wayworth::reports
