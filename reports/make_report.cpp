#include "reports/make_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "reports/sections/gantt_text.hpp"
#include "reports/sections/option_limits.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/short_answer.hpp"

namespace wayworth::reports {

namespace {

using Section = Blocks (*)(const engine::Model&, const engine::Findings&);

Report titled_report(const engine::Model& model) {
  return {model.client.empty() ? model.name : model.name + " \u00B7 " + model.client, {}};
}

void add(Report& report, Blocks blocks) {
  for (Block& block : blocks) report.blocks.push_back(std::move(block));
}

}  // namespace

Report make_report(const engine::Model& model, const engine::Findings& findings, const engine::BrokenLimits& limits) {
  Report report = titled_report(model);
  for (const Section section : {headline, ranking, roadmap, programme_gantt, value}) {
    add(report, section(model, findings));
  }
  add(report, options(model, findings, limits));
  for (const Section section : {worlds, distribution, cash_flow, segments, notes}) {
    add(report, section(model, findings));
  }
  return report;
}

Report make_short_report(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras) {
  Report report = titled_report(model);
  add(report, short_answer(model, findings, extras));
  return report;
}

Report make_summary(const engine::Model& model, const engine::Findings& findings, const engine::BrokenLimits& limits) {
  Report report = titled_report(model);
  add(report, decision(model, findings, limits));
  for (const Section section : {ranking, roadmap}) add(report, section(model, findings));
  add(report, options(model, findings, limits));
  add(report, warnings(model, findings));
  report.blocks.push_back(Heading{"How to make it again"});
  report.blocks.push_back(made_by(findings.manifest));
  return report;
}

std::string month_of_step(const engine::Timeline& time, std::size_t step) {
  const int months = (static_cast<int>(step) - 1) * 12 / time.steps_per_year + time.start_month - 1;
  return fmt::format("{:04}-{:02}", time.start_year + months / 12, months % 12 + 1);
}

std::size_t horizon_months(const engine::Timeline& time) {
  return time.steps * 12 / static_cast<std::size_t>(time.steps_per_year);
}

const std::string& name_of(const engine::Model& model, engine::InitiativeId initiative) {
  return engine::get(model, initiative).name;
}

const engine::InitiativeFindings& findings_of(const engine::Findings& findings, engine::InitiativeId initiative) {
  const auto found = std::find_if(findings.initiatives.begin(), findings.initiatives.end(),
                                  [&](const auto& one) { return one.initiative == initiative; });
  if (found == findings.initiatives.end()) throw std::logic_error("an initiative without findings");
  return *found;
}

const engine::Contribution& contribution_of(const engine::Findings& findings, engine::InitiativeId initiative) {
  const auto found = std::find_if(findings.contributions.begin(), findings.contributions.end(),
                                  [&](const auto& one) { return one.initiative == initiative; });
  if (found == findings.contributions.end()) throw std::logic_error("an initiative without a contribution");
  return *found;
}

}  // namespace wayworth::reports
