#include <fmt/format.h>

#include <algorithm>

#include "reports/digits.hpp"
#include "reports/sections/roadmap_plan.hpp"
#include "reports/sensitivity_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

const char* word_for(engine::Verdict verdict) {
  switch (verdict) {
    case engine::Verdict::always:
      return "always in";
    case engine::Verdict::depends:
      return "depends";
    case engine::Verdict::never:
      break;
  }
  return "never in";
}

/// Neighbours by mean NPV alone of which hardly one is likelier to be worth more.
std::string close_calls(const Model& model, const RoadmapStory& story) {
  constexpr double clearly = 0.6;
  std::string text;
  for (std::size_t i = 0; i + 1 < story.wins.size(); ++i) {
    const double wins = story.wins[i][i + 1];
    if (wins >= clearly || wins <= 1.0 - clearly) continue;
    text += fmt::format("{}{} is worth more than {} in {}", text.empty() ? "Too close to call by NPV alone: " : "; ",
                        name_of(model, story.findings.by_npv[i].initiative),
                        name_of(model, story.findings.by_npv[i + 1].initiative),
                        of_100_futures(wins, story.findings.manifest.trials));
  }
  return text.empty() ? text : text + ".";
}

/// What single inputs are worth to know before choosing among roadmaps.
std::string knowledge_words(const Model& model, const engine::RoadmapInformation& known) {
  if (known.roadmaps < 2) return "";
  if (known.inputs.empty()) return "No single input is worth measuring before choosing a roadmap.";
  constexpr std::size_t most = 3;
  std::string text = "Of that, before choosing";
  for (std::size_t i = 0; i < std::min(most, known.inputs.size()); ++i) {
    const auto& [input, worth] = known.inputs[i];
    text += fmt::format("{} to know only {} is worth {} {}", i == 0 ? "" : ",", short_name(model, input),
                        model.currency, compact_money_with_error(worth.value.value, worth.value.standard_error));
  }
  return text + fmt::format(
                    "; counted among the {} roadmaps that most often turn out best (nothing at all is one where the "
                    "rules allow it), so that or more.",
                    known.roadmaps);
}

}  // namespace

Blocks roadmap_stability(const Model& model, const RoadmapStory& story) {
  const engine::Stability& stability = story.stability;
  Table table{"How sure each initiative is", model.currency, {}, {}};
  table.columns = {{"Initiative", Align::left, 1, false},
                   {"Verdict", Align::left, 1, false},
                   {"In", Align::right, 1, false},
                   {"In, with hindsight", Align::right, 2, false}};
  for (const engine::Phase& phase : model.phases) table.columns.push_back({phase.name, Align::right, 3, false});
  for (std::size_t i = 0; i < stability.initiatives.size(); ++i) {
    const engine::Membership& membership = stability.initiatives[i];
    std::vector<Cell> row = {model.initiatives[i].name, word_for(verdict_on(membership)),
                             Probability{membership.in_resamples, stability.resamples},
                             Probability{membership.in_best_of_trial, story.search_trials}};
    for (const double share : membership.in_phase) row.emplace_back(Probability{share, stability.resamples});
    table.rows.push_back(std::move(row));
  }
  std::string text = fmt::format(
      "Solved again on {} resamples of the search's trials, from the best of {} roadmaps on by moving, adding and "
      "leaving out single initiatives; this roadmap came out best in {} of them. ",
      stability.resamples, stability.candidates, percent(stability.chosen_is_best, stability.resamples));
  text +=
      "\u201CIn\u201D is the share of resamples whose best roadmap has the initiative, \u201Cwith hindsight\u201D the "
      "share of futures in which the roadmap that turns out best has it. ";
  text +=
      fmt::format("Knowing the future before choosing among these would be worth {} {} on average.", model.currency,
                  compact_money_with_error(stability.expected_regret.value, stability.expected_regret.standard_error));
  if (stability.tied > 0.0) {
    text += fmt::format(" In {} of the resamples several roadmaps are equally good and share the place.",
                        percent(stability.tied, stability.resamples));
  }
  if (stability.cut_short > 0.0) {
    text += fmt::format(" In {} of the resamples the search was cut short.",
                        percent(stability.cut_short, stability.resamples));
  }
  Blocks blocks = {Heading{"How sure"}, table, Paragraph{text}};
  for (const std::string& more : {knowledge_words(model, story.information), close_calls(model, story)}) {
    if (!more.empty()) blocks.push_back(Paragraph{more});
  }
  return blocks;
}

}  // namespace wayworth::reports
