#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "engine/lint/rule_groups.hpp"
#include "engine/lint/stakes.hpp"
#include "engine/lint/word_in.hpp"

namespace wayworth::engine {

namespace {

using Target = std::variant<DriverId, StreamId>;

constexpr double most_reduction = 0.4;

const std::string& key_of(const Model& model, const Target& target) {
  if (const auto* const driver = std::get_if<DriverId>(&target)) return model.drivers[index_of(*driver)].key;
  return model.streams[index_of(std::get<StreamId>(target))].key;
}

std::string path_of(const Model& model, const Target& target) {
  return (std::holds_alternative<DriverId>(target) ? "drivers." : "streams.") + key_of(model, target);
}

std::string effect_path(const Model& model, const Initiative& initiative, const Target& target) {
  return fmt::format("initiatives.{}.effects.{}", initiative.key, key_of(model, target));
}

/// The initiatives of the first option that change or add to a target; none for one that anything sets.
std::vector<InitiativeId> those_who_move(const Model& model, const Target& target) {
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
double sum_of_parts(const LintCase& looked_at, std::span<const InitiativeId> movers, const Target& target) {
  double sum = 0.0;
  for (const InitiativeId id : movers) {
    for (const Effect& effect : get(looked_at.model, id).effects) {
      if (effect.target == target && effect.kind == EffectKind::change) sum -= looked_at.probe.today(effect.amount);
    }
  }
  return sum;
}

/// More than all effects together can take off in all but the luckiest trials: no need to look closer below the limit.
bool could_reduce_much(const LintCase& looked_at, std::span<const InitiativeId> movers, const Target& target) {
  for (const InitiativeId id : movers) {
    for (const Effect& effect : get(looked_at.model, id).effects) {
      if (effect.target == target && effect.kind == EffectKind::add) return true;
    }
  }
  return sum_of_parts(looked_at, movers, target) > 0.5 * most_reduction;
}

void find_great_reductions(const LintCase& looked_at, std::vector<Warning>& found) {
  const Model& model = looked_at.model;
  std::vector<Target> targets;
  for (std::size_t i = 0; i < model.drivers.size(); ++i) targets.emplace_back(static_cast<DriverId>(i));
  for (std::size_t i = 0; i < model.streams.size(); ++i) targets.emplace_back(static_cast<StreamId>(i));
  for (const Target& target : targets) {
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

bool depends(CaseProbe& probe, const Target& target, const Target& on) {
  const auto* const driver = std::get_if<DriverId>(&target);
  const auto* const on_driver = std::get_if<DriverId>(&on);
  if (driver != nullptr) return on_driver != nullptr && probe.depends(*driver, *on_driver);
  const StreamId stream = std::get<StreamId>(target);
  return on_driver != nullptr ? probe.depends(stream, *on_driver) : probe.depends(stream, std::get<StreamId>(on));
}

/// An effect on a cause and one on what it moves: the second is partly the first, counted again.
void find_both_ends(const LintCase& looked_at, std::vector<Warning>& found) {
  for (const Initiative& initiative : looked_at.model.initiatives) {
    std::set<std::string> reported;
    for (const Effect& effect : initiative.effects) {
      for (const Effect& cause : initiative.effects) {
        if (effect.target == cause.target || !depends(looked_at.probe, effect.target, cause.target)) continue;
        const std::string path = effect_path(looked_at.model, initiative, effect.target);
        if (!reported.insert(path).second) continue;
        found.push_back({"", path,
                         fmt::format("`{}` already answers to `{}`, which the initiative moves too",
                                     key_of(looked_at.model, effect.target), key_of(looked_at.model, cause.target)),
                         ""});
      }
    }
  }
}

constexpr std::array<std::string_view, 9> kpi_words = {"nps",       "csat",       "ces",  "satisfaction", "promoter",
                                                       "sentiment", "experience", "ease", "trust"};

void find_kpi_without_customers(const LintCase& looked_at, std::vector<Warning>& found) {
  const Model& model = looked_at.model;
  for (const Initiative& initiative : model.initiatives) {
    for (const Effect& effect : initiative.effects) {
      const auto* const id = std::get_if<DriverId>(&effect.target);
      if (id == nullptr) continue;
      const Driver& driver = model.drivers[index_of(*id)];
      if (!has_word(driver.key, kpi_words) && !has_word(driver.name, kpi_words)) continue;
      const bool has_customers = std::any_of(model.segments.begin(), model.segments.end(), [&](const Segment& segment) {
        return (segment.stream && looked_at.probe.depends(*segment.stream, *id)) ||
               looked_at.probe.depends(segment.churn, *id);
      });
      if (has_customers) continue;
      found.push_back({"", effect_path(model, initiative, effect.target),
                       fmt::format("lifts `{}`, and no group of customers answers to it", driver.key), ""});
    }
  }
}

void find_links_without_source(const LintCase& looked_at, std::vector<Warning>& found) {
  for (const Link& link : looked_at.model.links) {
    if (!link.provenance.source.empty()) continue;
    found.push_back({"", "links." + link.key, "no source says how strong this link is", ""});
  }
}

void find_odd_rate(const LintCase& looked_at, std::vector<Warning>& found) {
  const double rate = looked_at.model.discounting.annual_rate;
  if (rate >= 0.0 && rate <= 0.3) return;
  found.push_back({"", "finance.discount_rate", fmt::format("is {}", percent_text(rate)), ""});
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

constexpr std::array<LintRule, 7> rules = {{
    {"W-REDUCE", "Too much taken off one thing",
     "Ten improvements of 8 % are 56.6 %, not 80 %; and the more is gone, the harder the rest is to get.",
     "check that so much can go, and lower or leave out effects that are after the same minutes",
     LintRule::Needs::model, find_great_reductions},
    {"W-NOEFFECT", "An effect that is worth nothing",
     "A figure that no stream answers to changes no money: a benefit was meant and is missing.",
     "let the formula of a stream name it, or say under `links` what it moves", LintRule::Needs::model,
     find_effects_without_money},
    {"W-DOUBLE", "Both ends of a cause",
     "What a cause does to its effect is computed; stating it again counts it twice.", "keep the effect on the cause",
     LintRule::Needs::model, find_both_ends},
    {"W-KPI", "A better score without customers",
     "A score is no money. It is worth what a named group of customers does because of it: stay, buy, ask less.",
     "state the group under `segments`, and under `links` what the score moves there", LintRule::Needs::model,
     find_kpi_without_customers},
    {"W-LINK", "A link without a source",
     "How much a score moves behaviour differs tenfold between studies; without a source it is a wish.",
     "state its `source`, or widen its coefficient", LintRule::Needs::model, find_links_without_source},
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
