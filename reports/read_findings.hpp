#pragma once

#include "engine/analysis/findings.hpp"
#include "reports/json_parts.hpp"

namespace wayworth::reports {

/// The inverse of findings_json().
/// \param model  that the findings are about, with the options that they compare
/// \throws Json::exception when something is not there
engine::Findings read_findings(const Json& json, const engine::Model& model);

}  // namespace wayworth::reports
