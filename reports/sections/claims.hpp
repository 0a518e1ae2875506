#pragma once

#include <string>

#include "reports/report_extras.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

// What each section finds, as the heading that stands over it: a reader of headings alone knows the answer.

/// The option with the greatest mean NPV; of equals the first.
std::size_t best_on_average(const engine::Findings& findings);

/// The decision in one sentence, and whether it breaks limits.
/// \param limits  that the options break; empty where that is not known
std::string lead(const engine::Model& model, const engine::Findings& findings, const engine::BrokenLimits& limits);

std::string glance_claim(const engine::Model& model, const engine::Findings& findings);
std::string options_claim(const engine::Model& model, const engine::Findings& findings);
std::string worlds_claim(const engine::Model& model, const engine::Findings& findings);
/// Of which option the sections are that are of one only.
std::string first_option_note(const engine::Model& model);
std::string roadmap_claim(const engine::Model& model, const engine::Findings& findings);
std::string distribution_claim(const engine::Model& model, const engine::Findings& findings);
std::string cash_claim(const engine::Model& model, const engine::Findings& findings);
std::string bridge_claim(const engine::Model& model, const engine::Findings& findings);
std::string ranking_claim(const engine::Model& model, const engine::Findings& findings);
std::string drives_claim(const engine::Model& model, const ReportExtras& extras);
std::string turns_claim(const engine::Sensitivity& found);
std::string knowledge_claim(const engine::Model& model, const ReportExtras& extras);
std::string customers_claim(const engine::Model& model, const engine::Findings& findings);
std::string assumptions_claim(const engine::Model& model);

}  // namespace wayworth::reports
