#pragma once

#include "engine/analysis/findings.hpp"
#include "engine/roadmap/broken_limits.hpp"
#include "reports/report.hpp"
#include "reports/report_extras.hpp"

namespace wayworth::reports {

/// The answer to a run: what the programme is worth, which initiatives to do and when, how the options compare, and
/// what every word means. The findings must be those of `model`.
/// \param limits  that the options break
Report make_report(const engine::Model& model, const engine::Findings& findings,
                   const engine::BrokenLimits& limits = {});

/// The answer on one screen: the decision, the options, the best initiatives with their starts, and a line for each
/// phase, what drives it and what is to be asked.
Report make_short_report(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras);

/// What fits into a mail or a pull request: a sentence for each option, the main tables, the warnings, and what makes
/// it again.
Report make_summary(const engine::Model& model, const engine::Findings& findings,
                    const engine::BrokenLimits& limits = {});

}  // namespace wayworth::reports
