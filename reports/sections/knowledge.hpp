#pragma once

#include <string>
#include <vector>

#include "reports/report_extras.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

// What drives the NPV, where it breaks, and what is worth knowing first.

/// The choice among the options and doing nothing, from whichever analysis there is; null without one.
const engine::DecisionValue* choice_among_options(const ReportExtras& extras);

/// The inputs that are worth knowing before that choice: those above what noise would seem to be worth.
std::vector<engine::InputWorth> worth_knowing(const engine::DecisionValue& decision);

/// What to know first, and what it would be worth; nothing without an analysis. Without a heading.
Blocks knowledge(const engine::Model& model, const ReportExtras& extras);

/// Where the mean NPV is 0, one input at a time; nothing without an analysis. Without a heading.
Blocks break_evens(const engine::Model& model, const ReportExtras& extras);

/// Every input with its range, and how much of the spread of the NPV rests on it, as far as that is known.
Blocks uncertain_inputs(const engine::Model& model, const ReportExtras& extras);

}  // namespace wayworth::reports
