#pragma once

#include "reports/report_extras.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

/// What of a run fits on a screen: the decision, the options, the best initiatives and when they start, the phases, and
/// in a line each what limits are broken, what is not worth it, what drives it and what is to be asked.
Blocks short_answer(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras);

}  // namespace wayworth::reports
