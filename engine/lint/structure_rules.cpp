#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "engine/lint/effect_target.hpp"
#include "engine/lint/rule_groups.hpp"
#include "engine/lint/stakes.hpp"
#include "engine/lint/used_drivers.hpp"

namespace wayworth::engine {

namespace {

constexpr double most_reduction = 0.4;

/// The initiatives of the first option that change or add to a target; none for one that anything sets.
std::vector<InitiativeId> those_who_move(const Model& model, const EffectTarget& target) {
  std::vector<InitiativeId> movers;
  for (const InitiativeId id : members_of(model.options.front())) {
    bool moves = false;
    for (const Effect& effect : get(model, id).effects) {
      if (effect.target != target) continue;
      if (effect.kind == EffectKind::set) return {};
      moves = true;
    }
    if (moves) movers.push_back(id);
  }
  return movers;
}

/// The sum of what the effects take off by themselves, with every input at its median.
double sum_of_parts(const LintCase& looked_at, std::span<const InitiativeId> movers, const EffectTarget& target) {
  double sum = 0.0;
  for (const InitiativeId id : movers) {
    for (const Effect& effect : get(looked_at.model, id).effects) {
      if (effect.target == target && effect.kind == EffectKind::change) sum -= looked_at.probe.today(effect.amount);
    }
  }
  return sum;
}

/// More than all effects together can take off in all but the luckiest trials: no need to look closer below the limit.
bool could_reduce_much(const LintCase& looked_at, std::span<const InitiativeId> movers, const EffectTarget& target) {
  for (const InitiativeId id : movers) {
    for (const Effect& effect : get(looked_at.model, id).effects) {
      if (effect.target == target && effect.kind == EffectKind::add) return true;
    }
  }
  return sum_of_parts(looked_at, movers, target) > 0.5 * most_reduction;
}

void find_great_reductions(const LintCase& looked_at, std::vector<Warning>& found) {
  const Model& model = looked_at.model;
  std::vector<EffectTarget> targets;
  for (std::size_t i = 0; i < model.drivers.size(); ++i) targets.emplace_back(static_cast<DriverId>(i));
  for (std::size_t i = 0; i < model.streams.size(); ++i) targets.emplace_back(static_cast<StreamId>(i));
  for (const EffectTarget& target : targets) {
    const std::vector<InitiativeId> movers = those_who_move(model, target);
    if (movers.empty() || !could_reduce_much(looked_at, movers, target)) continue;
    const double reduction = looked_at.probe.reduction_p90(movers, target);
    if (reduction <= most_reduction) continue;
    std::string what = fmt::format("loses up to {} (P90) when {} succeed{}", percent_text(reduction),
                                   movers.size() == 1 ? "one initiative" : fmt::format("{} initiatives", movers.size()),
                                   movers.size() == 1 ? "s" : "");
    if (movers.size() > 1) {
      what += fmt::format("; the parts add up to {}, but each acts on what the others leave",
                          percent_text(sum_of_parts(looked_at, movers, target)));
    }
    found.push_back({"", path_of(model, target), what, ""});
  }
}

void find_effects_without_money(const LintCase& looked_at, std::vector<Warning>& found) {
  for (const Initiative& initiative : looked_at.model.initiatives) {
    for (const Effect& effect : initiative.effects) {
      const auto* const driver = std::get_if<DriverId>(&effect.target);
      if (driver == nullptr || looked_at.probe.moves_money(*driver)) continue;
      found.push_back({"", effect_path(looked_at.model, initiative, effect.target),
                       fmt::format("moves `{}`, which no stream answers to: it is worth nothing",
                                   key_of(looked_at.model, effect.target)),
                       ""});
    }
  }
}

void find_unused_drivers(const LintCase& looked_at, std::vector<Warning>& found) {
  const Model& model = looked_at.model;
  const std::vector<bool> used = used_drivers(model);
  for (std::size_t i = 0; i < model.drivers.size(); ++i) {
    const bool is_of_segment = model.drivers[i].key.find('.') != std::string::npos;
    if (used[i] || is_of_segment) continue;
    found.push_back({"", "drivers." + model.drivers[i].key, "no formula names it, so that it changes nothing", ""});
  }
}

void find_odd_rate(const LintCase& looked_at, std::vector<Warning>& found) {
  for (const double rate : looked_at.model.discounting.rates.by_year()) {
    if (rate >= 0.0 && rate <= 0.3) continue;
    found.push_back({"", "finance.discount_rate", fmt::format("is {}", percent_text(rate)), ""});
    return;
  }
}

void find_unchecked_units(const LintCase& looked_at, std::vector<Warning>& found) {
  const Model& model = looked_at.model;
  for (std::size_t s = 0; s < model.streams.size(); ++s) {
    if (model.streams[s].formula_checked) continue;
    std::string unknown;
    for (std::size_t d = 0; d < model.drivers.size(); ++d) {
      if (model.drivers[d].unit_checked ||
          !looked_at.probe.depends(static_cast<StreamId>(s), static_cast<DriverId>(d))) {
        continue;
      }
      unknown += fmt::format("{}`{}`", unknown.empty() ? "" : ", ", model.drivers[d].key);
    }
    found.push_back({"", "streams." + model.streams[s].key,
                     unknown.empty() ? "its formula has numbers whose unit nobody states"
                                     : fmt::format("its formula rests on drivers without a unit: {}", unknown),
                     ""});
  }
}

constexpr std::array<LintRule, 5> rules = {{
    {"W-REDUCE", "Too much taken off one thing",
     "Ten improvements of 8 % are 56.6 %, not 80 %; and the more is gone, the harder the rest is to get.",
     "check that so much can go, and lower or leave out effects that are after the same minutes",
     LintRule::Needs::model, find_great_reductions},
    {"W-NOEFFECT", "An effect that is worth nothing",
     "A figure that no stream answers to changes no money: a benefit was meant and is missing.",
     "let the formula of a stream name it, or say under `links` what it moves", LintRule::Needs::model,
     find_effects_without_money},
    {"W-UNUSED", "A figure that nothing uses",
     "Readers take what is stated for what is counted; often its name is misspelt where it is meant.",
     "name it in a formula, or remove it", LintRule::Needs::model, find_unused_drivers},
    {"W-RATE", "An unusual discount rate", "Costs of capital lie between 0 and 30 % a year nearly everywhere.",
     "check it: it is the effective rate a year", LintRule::Needs::model, find_odd_rate},
    {"W-UNITS", "Units unchecked", "Days taken for months, or seconds for minutes, are the dearest slips there are.",
     "give the drivers a `unit`", LintRule::Needs::model, find_unchecked_units},
}};

}  // namespace

std::span<const LintRule> structure_rules() {
  return rules;
}

}  // namespace wayworth::engine
