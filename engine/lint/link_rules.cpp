#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "engine/lint/effect_target.hpp"
#include "engine/lint/rule_groups.hpp"
#include "engine/lint/word_in.hpp"

namespace wayworth::engine {

namespace {

bool depends(CaseProbe& probe, const EffectTarget& target, const EffectTarget& on) {
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

std::string text_in(const Driver& driver, double value) {
  return driver.unit == "share" ? percent_text(value) : short_figure(value);
}

/// Links that are used beyond the data that they are from.
void find_extrapolation(const LintCase& looked_at, std::vector<Warning>& found) {
  const Model& model = looked_at.model;
  const std::vector<InitiativeId> programme = members_of(model.options.front());
  for (const Link& link : model.links) {
    if (!link.observed) continue;
    const auto is_outside = [&](double value) { return value < link.observed->low || value > link.observed->high; };
    const Driver& cause = model.drivers[index_of(link.causes.front())];
    const double today = looked_at.probe.driver_with({}, link.causes.front());
    const double with = looked_at.probe.driver_with(programme, link.causes.front());
    if (!is_outside(today) && !is_outside(with)) continue;
    found.push_back(
        {"", "links." + link.key,
         fmt::format("`{}` is {} {}, and the data behind the link reach from {} to {}", cause.key,
                     text_in(cause, is_outside(with) ? with : today), is_outside(with) ? "with the programme" : "today",
                     text_in(cause, link.observed->low), text_in(cause, link.observed->high)),
         ""});
  }
}

constexpr std::array<LintRule, 4> rules = {{
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
    {"W-EXTRAP", "A link beyond its data",
     "A strength that was measured where satisfaction is low says little of where it is high: gains tend to wear off.",
     "take the link from data that reach so far, or give it less `attribution`", LintRule::Needs::model,
     find_extrapolation},
}};

}  // namespace

std::span<const LintRule> link_rules() {
  return rules;
}

}  // namespace wayworth::engine
