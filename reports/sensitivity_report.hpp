#pragma once

#include <cstddef>
#include <string>

#include "engine/analysis/sensitivity/sensitivity.hpp"
#include "engine/model/model.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

/// What drives the NPV, where it breaks, and what is worth knowing better; tables of at most `most_rows` inputs.
Report sensitivity_report(const engine::Model& model, const engine::Sensitivity& sensitivity, std::size_t most_rows);

/// Everything of it; reports/FORMAT_JSON.md names the keys.
std::string to_json(const engine::Model& model, const engine::Sensitivity& sensitivity);

}  // namespace wayworth::reports
