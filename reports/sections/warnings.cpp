#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "engine/lint/lint.hpp"
#include "reports/digits.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

void warn_of_evidence(const Model& model, Blocks& blocks) {
  const auto count = [&](auto&& is_meant) {
    return std::count_if(model.drivers.begin(), model.drivers.end(),
                         [&](const engine::Driver& driver) { return is_meant(driver.provenance); });
  };
  const auto assumed = count([](const auto& one) { return one.evidence == engine::Evidence::assumed; });
  const auto bare =
      count([](const auto& one) { return one.evidence == engine::Evidence::unstated && one.source.empty(); });
  if (assumed > 0) {
    blocks.push_back(Definition{"Assumed figures",
                                fmt::format("{} of {} drivers are assumed, not measured, from the client or from a "
                                            "benchmark.",
                                            assumed, model.drivers.size())});
  }
  if (bare > 0) {
    blocks.push_back(Definition{
        "No source", fmt::format("{} of {} drivers state neither a source nor evidence; derived ones need none.", bare,
                                 model.drivers.size())});
  }
}

/// What the linter found, why it matters, and how much rests on it.
Definition finding_of(const Model& model, const engine::Warning& warning) {
  std::string text = warning.what;
  if (warning.accepted_because.empty() && !warning.remedy.empty()) text += "; " + warning.remedy;
  text += '.';
  if (const engine::LintRule* const rule = engine::find_rule(warning.rule)) text += fmt::format(" {}", rule->why);
  if (warning.npv_at_stake) {
    text += fmt::format(" {} {} of NPV rest on it.", model.currency,
                        compact_money(warning.npv_at_stake->value, warning.npv_at_stake->standard_error));
  }
  if (!warning.accepted_because.empty()) text += fmt::format(" Accepted: {}", warning.accepted_because);
  return {fmt::format("{} ({})", warning.at.empty() ? "The whole case" : warning.at, warning.rule), text};
}

void warn_of_budgets(const Model& model, const Findings& findings, Blocks& blocks) {
  for (const engine::PhaseFindings& phase : findings.phases) {
    if (!phase.probability_within_budget || phase.probability_within_budget->value >= 0.8) continue;
    const double broken = 1.0 - phase.probability_within_budget->value;
    const std::string how_often =
        findings.manifest.point ? "" : " in " + of_100_futures(broken, findings.manifest.trials);
    blocks.push_back(Definition{
        "Budget", fmt::format("{}: the one-off costs break the budget{}.", model.phases[phase.phase].name, how_often)});
  }
}

}  // namespace

Blocks reviewer_questions(const Findings& findings) {
  const std::vector<engine::Warning>& all = findings.warnings;
  if (all.empty()) return {};
  std::string open;
  std::string accepted;
  for (const engine::Warning& warning : all) {
    std::string& list = warning.accepted_because.empty() ? open : accepted;
    const std::string at = warning.at.empty() ? "" : " at " + warning.at;
    list += fmt::format("{}{}{}", list.empty() ? "" : "; ", warning.rule, at);
    if (!warning.accepted_because.empty()) list += fmt::format(" ({})", warning.accepted_because);
  }
  Blocks blocks;
  if (!open.empty()) blocks.push_back(Definition{"Open questions", open + "."});
  if (!accepted.empty()) blocks.push_back(Definition{"Accepted", accepted + "."});
  return blocks;
}

Blocks warnings(const Model& model, const Findings& findings) {
  Blocks blocks = {Heading{"Warnings"}};
  warn_of_budgets(model, findings, blocks);
  for (const engine::Warning& warning : findings.warnings) blocks.push_back(finding_of(model, warning));
  for (Block& block : limits_reached(model, findings)) blocks.push_back(std::move(block));
  for (Block& block : correlations_off(model, findings)) blocks.push_back(std::move(block));
  warn_of_evidence(model, blocks);
  if (blocks.size() == 1) blocks.push_back(Paragraph{"None."});
  return blocks;
}

}  // namespace wayworth::reports
