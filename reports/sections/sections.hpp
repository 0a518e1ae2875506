#pragma once

#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

/// The parts of a report, each in a file of its own. A part that has nothing to say is empty.
using Blocks = std::vector<Block>;

Blocks headline(const engine::Model& model, const engine::Findings& findings);
Blocks ranking(const engine::Model& model, const engine::Findings& findings);
Blocks roadmap(const engine::Model& model, const engine::Findings& findings);
Blocks value(const engine::Model& model, const engine::Findings& findings);
Blocks options(const engine::Model& model, const engine::Findings& findings);
Blocks cash_flow(const engine::Model& model, const engine::Findings& findings);
Blocks notes(const engine::Model& model, const engine::Findings& findings);

/// "2026-03": the month in which a step begins; step 1 begins at the start.
std::string month_of_step(const engine::Timeline& time, std::size_t step);

/// Length of the horizon in months.
std::size_t horizon_months(const engine::Timeline& time);

/// How an initiative is called in reports.
const std::string& name_of(const engine::Model& model, engine::InitiativeId initiative);

/// What the initiative is found to be worth; every ranked initiative is among the findings.
const engine::InitiativeFindings& findings_of(const engine::Findings& findings, engine::InitiativeId initiative);

}  // namespace wayworth::reports
