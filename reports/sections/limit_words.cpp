#include "reports/sections/limit_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::RuleOrigin;
using RuleKind = engine::RuleOrigin::Kind;

const char* short_name(RuleKind kind) {
  switch (kind) {
    case RuleKind::budget:
    case RuleKind::phase_budget:
      return "budget";
    case RuleKind::capacity:
      return "people";
    case RuleKind::need:
      return "needs";
    case RuleKind::self_funding:
      return "funding";
    case RuleKind::must:
    case RuleKind::exclude:
    case RuleKind::at_least:
    case RuleKind::at_most:
    case RuleKind::gate:
      return "choice";
    case RuleKind::none:
    case RuleKind::phases:
    case RuleKind::start_every:
    case RuleKind::blackout:
    case RuleKind::window:
      break;
  }
  return "dates";
}

}  // namespace

std::string limits_text(const std::vector<RuleOrigin>& broken) {
  if (broken.empty()) return "kept";
  std::vector<std::string> names;
  for (const RuleOrigin& origin : broken) {
    const std::string name = short_name(origin.kind);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return fmt::format("breaks {}", fmt::join(names, ", "));
}

std::string how_many_broken(const std::vector<RuleOrigin>& broken) {
  return fmt::format("breaks {} limit{}", broken.size(), broken.size() == 1 ? "" : "s");
}

std::string broken_in_words(const engine::Model& model, const std::vector<RuleOrigin>& broken) {
  std::vector<std::string> rules;
  std::vector<std::string> roles;
  for (const RuleOrigin& origin : broken) {
    const bool is_of_people = origin.kind == RuleKind::capacity;
    (is_of_people ? roles : rules)
        .push_back(is_of_people ? model.limits.roles[origin.index].key : rule_in_words(model, origin));
  }
  if (!roles.empty()) rules.push_back(fmt::format("too few people ({})", fmt::join(roles, ", ")));
  return fmt::format("{}: {}", how_many_broken(broken), fmt::join(rules, "; "));
}

std::string limits_sentence(const engine::Model& model, const std::string& option,
                            const std::vector<RuleOrigin>& broken) {
  return fmt::format("{} {}.", in_quotes(option), broken_in_words(model, broken));
}

std::string limits_basis(const engine::Model& model) {
  constexpr std::array durations = {"the mean", "P50", "P80", "P90"};
  std::string text = fmt::format("Limits are held against mean efforts and costs, and durations at {}",
                                 durations[static_cast<std::size_t>(model.limits.planned_duration)]);
  if (model.limits.certainty) {
    text += fmt::format("; budgets must be kept in {:.3g} of 100 futures", 100.0 * *model.limits.certainty);
  }
  return text + ". What starts before its prerequisite is live waits for it in the figures.";
}

}  // namespace wayworth::reports
