#pragma once

#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "engine/roadmap/broken_limits.hpp"
#include "reports/html_view.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

/// The parts of a report, each in a file of its own. A part that has nothing to say is empty.
using Blocks = std::vector<Block>;

Blocks headline(const engine::Model& model, const engine::Findings& findings);
Blocks ranking(const engine::Model& model, const engine::Findings& findings);
Blocks roadmap(const engine::Model& model, const engine::Findings& findings);
Blocks value(const engine::Model& model, const engine::Findings& findings);
Blocks options(const engine::Model& model, const engine::Findings& findings);
Table options_table(const engine::Model& model, const engine::Findings& findings, const View& view = first_view);
/// How many trials fall where, as bars of text.
Blocks distribution(const engine::Model& model, const engine::Findings& findings);
/// What the programme is worth in each world; nothing when there is but one.
Blocks worlds(const engine::Model& model, const engine::Findings& findings);
Blocks segments(const engine::Model& model, const engine::Findings& findings);
Blocks cash_flow(const engine::Model& model, const engine::Findings& findings);
Blocks notes(const engine::Model& model, const engine::Findings& findings);

// The parts of `notes`.

/// What the words of a report mean.
Blocks words(const engine::Model& model, const engine::Findings& findings);
/// Drivers that their limits held: a figure that was typed is then not the figure that was used.
Blocks limits_reached(const engine::Model& model, const engine::Findings& findings);
/// Pairs of inputs that came out less correlated, or more, than the scenario states.
Blocks correlations_off(const engine::Model& model, const engine::Findings& findings);
/// How uncertain figures depend on each other; nothing when they do not.
Blocks dependence(const engine::Model& model, const engine::Findings& findings);
/// What the linter found, in short: the open questions, and what the scenario accepts, with its reasons.
Blocks reviewer_questions(const engine::Findings& findings);
/// What makes the same report again.
Blocks manifest(const engine::Findings& findings);
Definition made_by(const engine::Manifest& manifest);

// What only a report with room for it has.

/// A sentence for each option: what it is worth, and how it stands against the best one.
/// \param limits  that the options break; empty where that is not known
Blocks decision(const engine::Model& model, const engine::Findings& findings, const engine::BrokenLimits& limits);
/// Which initiatives are not worth it, and why.
Blocks doubts(const engine::Model& model, const engine::Findings& findings);
/// One table of all initiatives: what they work on, what they bring, what they are worth.
Blocks at_a_glance(const engine::Model& model, const engine::Findings& findings, const View& view = first_view);
/// One initiative: what changes, when, what it is worth and what that rests on.
Blocks initiative_page(const engine::Model& model, const engine::Findings& findings, engine::InitiativeId initiative);
/// One trial of it alone with every input at its mean: money by year, and how it changes each stream.
Blocks initiative_account(const engine::Model& model, engine::InitiativeId initiative);
/// Every figure of today's business as it was typed, with its source.
Blocks assumptions(const engine::Model& model);
/// What a reader should know before trusting the figures.
Blocks warnings(const engine::Model& model, const engine::Findings& findings);

/// "2026-03": the month in which a step begins; step 1 begins at the start.
std::string month_of_step(const engine::Timeline& time, std::size_t step);

/// Length of the horizon in months.
std::size_t horizon_months(const engine::Timeline& time);

/// How an initiative is called in reports.
const std::string& name_of(const engine::Model& model, engine::InitiativeId initiative);

/// What the initiative is found to be worth; every ranked initiative is among the findings.
const engine::InitiativeFindings& findings_of(const engine::Findings& findings, engine::InitiativeId initiative);

/// What it contributes to the programme.
const engine::Contribution& contribution_of(const engine::Findings& findings, engine::InitiativeId initiative);

}  // namespace wayworth::reports
