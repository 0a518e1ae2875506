#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/digits.hpp"
#include "reports/roadmap_report.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::InitiativeId;
using engine::Model;
using engine::RuleOrigin;
using RuleKind = engine::RuleOrigin::Kind;

std::string names_of(const Model& model, const std::vector<InitiativeId>& ids) {
  std::string text;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i > 0) text += i + 1 == ids.size() ? " and " : ", ";
    text += name_of(model, ids[i]);
  }
  return text;
}

std::string months_between(const Model& model, std::size_t from, std::size_t to) {
  const std::string first = month_of_step(model.time, from);
  return from == to ? "in " + first : fmt::format("from {} to {}", first, month_of_step(model.time, to));
}

std::string window_words(const Model& model, const engine::StartWindow& window) {
  const std::string& name = name_of(model, window.initiative);
  const std::string when = months_between(model, window.from, window.to);
  return window.must_be_in ? fmt::format("{} must start {}", name, when)
                           : fmt::format("{} may start only {}", name, when);
}

std::string need_words(const Model& model, const RuleOrigin& origin) {
  const engine::Initiative& initiative = model.initiatives[origin.item];
  const engine::Need& need = initiative.needs[origin.index];
  const std::string lag =
      need.lag_months > 0.0 ? fmt::format(" for {} months", plain_figure(need.lag_months)) : std::string();
  return fmt::format("{} needs {} to be live{}", initiative.name, name_of(model, need.initiative), lag);
}

std::string gate_words(const Model& model, const RuleOrigin& origin) {
  const engine::MaturityGate& gate = model.limits.gates[origin.index];
  return fmt::format("{} may start only when {:.3g} % of the stage before is live", model.initiatives[origin.item].name,
                     100.0 * gate.share);
}

/// What would resolve it. Rounded up, so that the figure as it stands is enough.
std::string enough_words(const Model& model, const engine::NoRoadmap& none, const RuleOrigin& origin) {
  const auto found = std::find_if(none.enough.begin(), none.enough.end(),
                                  [&](const engine::NoRoadmap::Enough& one) { return one.budget == origin; });
  if (found == none.enough.end() || found->amount <= 0.0) return "";
  const double unit = std::pow(10.0, std::floor(std::log10(found->amount)) - 2.0);
  return fmt::format("; {} {} would be enough", model.currency,
                     compact_money(std::ceil(found->amount / unit) * unit, 0.0));
}

}  // namespace

std::string rule_in_words(const Model& model, const RuleOrigin& origin) {
  const engine::RoadmapLimits& limits = model.limits;
  switch (origin.kind) {
    case RuleKind::none:
      break;
    case RuleKind::phases:
      return "starts lie in the phases";
    case RuleKind::start_every:
      return fmt::format("starts lie {} steps apart", limits.start_every);
    case RuleKind::blackout:
      return "nothing may start " +
             months_between(model, limits.blackouts[origin.index].from, limits.blackouts[origin.index].to);
    case RuleKind::window:
      return window_words(model, limits.windows[origin.index]);
    case RuleKind::must:
      return name_of(model, limits.must[origin.index]) + " must be part of it";
    case RuleKind::exclude:
      return "at most one may be part of it of " + names_of(model, limits.exclude[origin.index]);
    case RuleKind::at_least:
      return fmt::format("at least {} must be part of it of {}", limits.at_least[origin.index].count,
                         names_of(model, limits.at_least[origin.index].of));
    case RuleKind::at_most:
      return fmt::format("at most {} may be part of it of {}", limits.at_most[origin.index].count,
                         names_of(model, limits.at_most[origin.index].of));
    case RuleKind::gate:
      return gate_words(model, origin);
    case RuleKind::need:
      return need_words(model, origin);
    case RuleKind::capacity:
      return fmt::format("the people of role {}", limits.roles[origin.index].key);
    case RuleKind::phase_budget:
      return fmt::format("the budget of {}, {} {}", model.phases[origin.index].name, model.currency,
                         compact_money(*model.phases[origin.index].budget, 0.0));
    case RuleKind::budget:
      return fmt::format("the budget of {} {}", model.currency, compact_money(*limits.budget, 0.0));
    case RuleKind::self_funding:
      return fmt::format("cumulative cash stays at {} {} or above in {:.3g} of 100 futures", model.currency,
                         compact_money(limits.self_funding->floor, 0.0), 100.0 * limits.self_funding->probability);
  }
  return "a rule";
}

std::string no_roadmap_text(const Model& model, const engine::NoRoadmap& none) {
  if (none.conflict.empty()) {
    std::string text = "No roadmap was found that keeps the limits that hold with a probability:\n";
    if (model.limits.certainty) {
      text += fmt::format("  - each budget is kept with a probability of {:.3g} %\n", 100.0 * *model.limits.certainty);
    }
    if (const auto& rule = model.limits.self_funding) {
      text += fmt::format("  - cumulative cash stays above {} {} with a probability of {:.3g} %\n", model.currency,
                          compact_money(rule->floor, 0.0), 100.0 * rule->probability);
    }
    return text;
  }
  std::string text = "No roadmap keeps these rules together; without any one of them, the others could be kept:\n";
  for (const RuleOrigin& origin : none.conflict) {
    text += "  - " + rule_in_words(model, origin);
    const bool is_budget = origin.kind == RuleKind::budget || origin.kind == RuleKind::phase_budget;
    if (is_budget && model.limits.certainty) {
      text += fmt::format(", kept in {:.3g} of 100 futures", 100.0 * *model.limits.certainty);
    }
    text += enough_words(model, none, origin) + "\n";
  }
  return text;
}

}  // namespace wayworth::reports
