#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "engine/lint/rule_groups.hpp"
#include "engine/lint/stakes.hpp"

namespace wayworth::engine {

namespace {

bool is_worth_something(const Initiative& initiative) {
  return !initiative.effects.empty() || !initiative.benefits.empty();
}

bool is(const Expression& expression, double value) {
  return expression == number(value);
}

std::string path_of(const Initiative& initiative) {
  return "initiatives." + initiative.key;
}

/// Appends a warning about an initiative, on which rests what it is worth on its own.
void warn(const LintCase& looked_at, std::size_t index, std::string what, std::vector<Warning>& found) {
  Warning warning;
  warning.at = path_of(looked_at.model.initiatives[index]);
  warning.what = std::move(what);
  warning.npv_at_stake = npv_alone(looked_at, static_cast<InitiativeId>(index));
  found.push_back(std::move(warning));
}

template <class Judge>
void for_each_initiative(const LintCase& looked_at, std::vector<Warning>& found, Judge judge) {
  for (std::size_t i = 0; i < looked_at.model.initiatives.size(); ++i) {
    const std::string what = judge(looked_at.model.initiatives[i]);
    if (!what.empty()) warn(looked_at, i, what, found);
  }
}

void find_no_cost(const LintCase& looked_at, std::vector<Warning>& found) {
  for_each_initiative(looked_at, found, [](const Initiative& one) -> std::string {
    return is_worth_something(one) && one.costs.empty() ? "has benefits and costs nothing" : "";
  });
}

void find_no_running_cost(const LintCase& looked_at, std::vector<Warning>& found) {
  for_each_initiative(looked_at, found, [](const Initiative& one) -> std::string {
    const bool is_technology =
        std::find(one.pillars.begin(), one.pillars.end(), Pillar::technology) != one.pillars.end();
    const bool runs = std::any_of(one.costs.begin(), one.costs.end(),
                                  [](const Cost& cost) { return cost.kind == CostKind::running; });
    return is_technology && !one.costs.empty() && !runs ? "is technology that costs nothing to run" : "";
  });
}

bool is_certain(CaseProbe& probe, const Initiative& one) {
  std::vector<const Expression*> figures = {&one.rollout.duration, &one.rollout.delay, &one.rollout.ramp,
                                            &one.rollout.if_it_fails, &one.rollout.decay};
  for (const Effect& effect : one.effects) figures.push_back(&effect.amount);
  for (const Benefit& benefit : one.benefits) figures.push_back(&benefit.amount);
  for (const Cost& cost : one.costs) figures.push_back(&cost.amount);
  return std::none_of(figures.begin(), figures.end(),
                      [&](const Expression* figure) { return probe.is_uncertain(*figure); });
}

void find_certainty(const LintCase& looked_at, std::vector<Warning>& found) {
  for_each_initiative(looked_at, found, [&](const Initiative& one) -> std::string {
    if (!is_worth_something(one)) return "";
    const bool always_succeeds = is(one.rollout.success, 1.0);
    if (is_certain(looked_at.probe, one))
      return always_succeeds ? "has no uncertain figure and always succeeds" : "has no uncertain figure";
    return always_succeeds ? "always succeeds: `rollout` states no `success` below 100%" : "";
  });
}

void find_no_implementation(const LintCase& looked_at, std::vector<Warning>& found) {
  for_each_initiative(looked_at, found, [](const Initiative& one) -> std::string {
    const bool takes_no_time = is(one.rollout.duration, 0.0) && is(one.rollout.delay, 0.0);
    return is_worth_something(one) && takes_no_time ? "brings benefits from the step in which it starts" : "";
  });
}

void find_short_horizon(const LintCase& looked_at, std::vector<Warning>& found) {
  const Model& model = looked_at.model;
  const double horizon = static_cast<double>(model.time.steps) * months_per_step(model.time);
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    const auto id = static_cast<InitiativeId>(i);
    const std::optional<double> full = looked_at.probe.months_to_full_effect(id);
    if (!full || !is_worth_something(model.initiatives[i]) || looked_at.probe.has_a_full_year(id)) continue;
    warn(looked_at, i,
         fmt::format("is fully adopted in month {:.0f} of {:.0f}: less than a year is left to see what it brings",
                     *full, horizon),
         found);
  }
}

constexpr std::array<LintRule, 5> rules = {{
    {"W-NOCOST", "Benefits without a cost",
     "What costs nothing has no ROI, and ranks above everything that states its cost.", "state `costs`",
     LintRule::Needs::model, find_no_cost},
    {"W-RUNCOST", "Technology without a running cost",
     "Licences, hosting, support and upkeep outweigh the project within a few years.", "add a cost of kind `running`",
     LintRule::Needs::model, find_no_running_cost},
    {"W-CERTAIN", "No doubt at all",
     "Of large changes a part fails. Figures without ranges, or a success without doubt, make the chance of a loss "
     "look smaller than it is.",
     "give its figures ranges and `rollout.success` a chance", LintRule::Needs::model, find_certainty},
    {"W-GOLIVE", "Benefit before go-live",
     "Nothing is live on the day it is decided; months of benefit are counted that nobody will see.",
     "state `rollout.duration`, the months until it is live", LintRule::Needs::model, find_no_implementation},
    {"W-SHORT", "Horizon too short for it",
     "An initiative whose benefits begin as the case ends looks worse than it is.",
     "make `time.horizon` longer, start it earlier, or leave it out of the ranking", LintRule::Needs::model,
     find_short_horizon},
}};

}  // namespace

std::span<const LintRule> initiative_rules() {
  return rules;
}

}  // namespace wayworth::engine
