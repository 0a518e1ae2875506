#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

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

/// What one rule of the linter found, and why the scenario accepts it, or that it does not.
using SameRule = std::vector<const engine::Warning*>;

/// In the order of their first one.
std::vector<SameRule> by_rule(const std::vector<engine::Warning>& all) {
  std::vector<SameRule> groups;
  for (const engine::Warning& warning : all) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const SameRule& group) {
      return group.front()->rule == warning.rule && group.front()->accepted_because == warning.accepted_because;
    });
    if (same == groups.end()) {
      groups.push_back({&warning});
    } else {
      same->push_back(&warning);
    }
  }
  return groups;
}

std::string place_of(const engine::Warning& warning) {
  return warning.at.empty() ? "the whole case" : warning.at;
}

/// "a, b, c and 18 more"; `words` says what of each.
template <class Words>
std::string listed(std::span<const engine::Warning* const> group, std::size_t most, const char* between, Words words) {
  const std::size_t named = group.size() <= most + 1 ? group.size() : most;
  std::string list;
  for (std::size_t i = 0; i < named; ++i) list += (i == 0 ? "" : between) + words(*group[i]);
  if (named < group.size()) list += fmt::format("{}and {} more", between, group.size() - named);
  return list;
}

/// The other places of a rule, with what was found there unless it is the same.
std::string likewise(const SameRule& group) {
  constexpr std::size_t most = 12;
  const std::span<const engine::Warning* const> others = std::span(group).subspan(1);
  if (others.empty()) return "";
  const bool are_alike =
      std::all_of(others.begin(), others.end(), [&](const auto* one) { return one->what == group.front()->what; });
  if (are_alike) return fmt::format(" Likewise {}.", listed(others, most, ", ", place_of));
  return fmt::format(" Likewise {}.", listed(others, most, "; ", [](const engine::Warning& one) {
                       return fmt::format("{}: {}", place_of(one), one.what);
                     }));
}

/// What the linter found, why it matters, and how much rests on it.
Definition finding_of(const Model& model, const SameRule& group) {
  const engine::Warning& warning = *group.front();
  std::string text = warning.what;
  if (warning.accepted_because.empty() && !warning.remedy.empty()) text += "; " + warning.remedy;
  text += '.';
  if (const engine::LintRule* const rule = engine::find_rule(warning.rule)) text += fmt::format(" {}", rule->why);
  if (warning.npv_at_stake) {
    text += fmt::format(" {} {} of NPV rest on it.", model.currency,
                        compact_money(warning.npv_at_stake->value, warning.npv_at_stake->standard_error));
  }
  if (!warning.accepted_because.empty()) text += fmt::format(" Accepted: {}", warning.accepted_because);
  const std::string more = group.size() == 1 ? "" : fmt::format(" and {} more", group.size() - 1);
  const std::string first = warning.at.empty() ? "The whole case" : warning.at;
  return {fmt::format("{}{} ({})", first, more, warning.rule), text + likewise(group)};
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
  constexpr std::size_t most = 3;
  std::string open;
  std::string accepted;
  for (const SameRule& group : by_rule(findings.warnings)) {
    const engine::Warning& first = *group.front();
    std::string& list = first.accepted_because.empty() ? open : accepted;
    const std::string at = first.at.empty() ? "" : " at " + listed(group, most, ", ", place_of);
    list += fmt::format("{}{}{}", list.empty() ? "" : "; ", first.rule, at);
    if (!first.accepted_because.empty()) list += fmt::format(" ({})", first.accepted_because);
  }
  Blocks blocks;
  if (!open.empty()) blocks.push_back(Definition{"Open questions", open + "."});
  if (!accepted.empty()) blocks.push_back(Definition{"Accepted", accepted + "."});
  return blocks;
}

Blocks warnings(const Model& model, const Findings& findings) {
  Blocks blocks = {Heading{"Warnings"}};
  warn_of_budgets(model, findings, blocks);
  for (const SameRule& group : by_rule(findings.warnings)) blocks.push_back(finding_of(model, group));
  for (Block& block : limits_reached(model, findings)) blocks.push_back(std::move(block));
  for (Block& block : correlations_off(model, findings)) blocks.push_back(std::move(block));
  warn_of_evidence(model, blocks);
  if (blocks.size() == 1) blocks.push_back(Paragraph{"None."});
  return blocks;
}

}  // namespace wayworth::reports
