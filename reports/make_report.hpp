#pragma once

#include "engine/analysis/findings.hpp"
#include "engine/roadmap/broken_limits.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

/// The answer to a run: what the programme is worth, which initiatives to do and when, how the options compare, and
/// what every word means. The findings must be those of `model`.
/// \param limits  that the options break
Report make_report(const engine::Model& model, const engine::Findings& findings,
                   const engine::BrokenLimits& limits = {});

/// What fits into a mail or a pull request: a sentence for each option, the main tables, the warnings, and what makes
/// it again.
Report make_summary(const engine::Model& model, const engine::Findings& findings,
                    const engine::BrokenLimits& limits = {});

}  // namespace wayworth::reports
