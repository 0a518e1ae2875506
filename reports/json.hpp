#pragma once

#include <string>

#include "engine/analysis/findings.hpp"

namespace wayworth::reports {

/// Everything that was found, with all digits; FORMAT_JSON.md describes it. The same findings give the same bytes.
std::string to_json(const engine::Model& model, const engine::Findings& findings);

}  // namespace wayworth::reports
