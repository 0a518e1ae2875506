#include "reports/comparison_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "reports/digits.hpp"
#include "reports/sections/comparison_parts.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::Estimate;
using engine::Measure;

const engine::Model& first_model(const ComparisonStory& story) {
  return story.sides.front().model;
}

/// Without chance a figure is exact.
double error_of(const ComparisonStory& story, const Estimate& estimate) {
  return story.found.manifest.point ? 0.0 : estimate.standard_error;
}

std::string amount(const ComparisonStory& story, const Estimate& estimate) {
  return fmt::format("{} {}", first_model(story).currency,
                     compact_money(std::fabs(estimate.value), error_of(story, estimate)));
}

std::string quoted(const ComparisonStory& story, std::size_t side) {
  return in_quotes(story.sides[side].name);
}

/// "and costs USD 3.0M less": present values.
std::string cost_words(const ComparisonStory& story, const Duel& duel) {
  const auto& difference = duel.pair.difference(Measure::pv_costs);
  if (!difference) return "";
  const bool is_known = std::fabs(difference->value) > 2.0 * error_of(story, *difference);
  if (!is_known || difference->value == 0.0) return " and costs the same";
  const bool second_costs_more = difference->value > 0.0;
  const bool winner_costs_more = second_costs_more == (duel.winner == duel.pair.second);
  return fmt::format(" and costs {} {}", amount(story, *difference), winner_costs_more ? "more" : "less");
}

/// What the middle of the differences says, and their ends.
std::string spread_words(const ComparisonStory& story, const Duel& duel) {
  const engine::Summary& gain = duel.pair.gain;
  const auto at = [&](double p) {
    const bool turned = duel.winner != duel.pair.second;
    const double wanted = turned ? 1.0 - p : p;
    for (std::size_t i = 0; i < engine::summary_probabilities.size(); ++i) {
      if (std::fabs(engine::summary_probabilities[i] - wanted) > 1e-9) continue;
      const Estimate& quantile = (*gain.quantiles)[i];
      return Estimate{turned ? -quantile.value : quantile.value, quantile.standard_error};
    }
    return Estimate{};
  };
  const auto text = [&](const Estimate& estimate) { return compact_money(estimate.value, estimate.standard_error); };
  return fmt::format("Future by future, {} gains {} {} over {} in the median (P10 {}, P90 {}).",
                     quoted(story, duel.winner), first_model(story).currency, text(at(0.5)), quoted(story, duel.loser),
                     text(at(0.1)), text(at(0.9)));
}

bool are_alike(const Duel& duel) {
  return duel.pair.gain.minimum == 0.0 && duel.pair.gain.maximum == 0.0;
}

std::string duel_sentence(const ComparisonStory& story, const Duel& duel) {
  const std::string winner = quoted(story, duel.winner);
  const std::string loser = quoted(story, duel.loser);
  if (are_alike(duel)) {
    return fmt::format("{} and {} come to the same NPV{}.", winner, loser,
                       story.found.manifest.point ? "" : " in every future");
  }
  const std::string costs = cost_words(story, duel);
  if (story.found.manifest.point) {
    return fmt::format("{} is worth {} {} more than {}{}.", winner, first_model(story).currency,
                       compact_money(duel.gain.value, duel.gain.standard_error), loser, costs);
  }
  return fmt::format("{} beats {} in {}{} is worth {} {} more on average{}.", winner, loser,
                     of_100_futures(duel.probability_won.value, story.found.manifest.trials),
                     costs.empty() ? " and" : ",", first_model(story).currency,
                     compact_money(duel.gain.value, duel.gain.standard_error), costs);
}

/// What one should know before comparing the money of two sides.
Blocks cautions(const ComparisonStory& story) {
  Blocks blocks;
  const engine::Model& first = first_model(story);
  for (const engine::ComparedSide& side : story.sides) {
    const engine::Timeline& time = side.model.time;
    if (month_of_step(time, 1) != month_of_step(first.time, 1)) {
      blocks.push_back(
          Paragraph{fmt::format("The money of {} is of {}, that of {} of {}.", quoted(story, 0),
                                month_of_step(first.time, 1), in_quotes(side.name), month_of_step(time, 1))});
    }
    if (horizon_months(time) != horizon_months(first.time)) {
      blocks.push_back(Paragraph{fmt::format("{} looks {} months ahead, {} {}.", quoted(story, 0),
                                             horizon_months(first.time), in_quotes(side.name), horizon_months(time))});
    }
  }
  return blocks;
}

Blocks summary(const ComparisonStory& story) {
  const std::vector<std::size_t> order = sides_best_first(story);
  Blocks blocks = {Answer{comparison_in_a_sentence(story)}};
  for (std::size_t i = 2; i < order.size(); ++i) {
    blocks.push_back(Paragraph{duel_sentence(story, duel_of(story, order.front(), order[i]))});
  }
  const Duel duel = duel_of(story, order[0], order[1]);
  if (are_alike(duel) || story.found.manifest.point) return blocks;
  blocks.push_back(Paragraph{spread_words(story, duel) + " " +
                             dominance_sentence(quoted(story, duel.winner), quoted(story, duel.loser),
                                                duel.pair.dominance, story.found.dominance_resamples)});
  return blocks;
}

}  // namespace

Blocks compared_answer(const ComparisonStory& story) {
  Blocks blocks = summary(story);
  for (Block& block : cautions(story)) blocks.push_back(std::move(block));
  return blocks;
}

Blocks compared_method(const ComparisonStory& story) {
  return {Heading{"How to make this again"}, made_by(story.found.manifest)};
}

std::vector<std::size_t> sides_best_first(const ComparisonStory& story) {
  std::vector<std::size_t> order(story.sides.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto mean = [&](std::size_t side) { return story.found.sides[side].programme[Measure::npv].mean->value; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return mean(a) > mean(b); });
  return order;
}

Duel duel_of(const ComparisonStory& story, std::size_t winner, std::size_t loser) {
  const engine::PairFindings& pair = story.found.pair(std::min(winner, loser), std::max(winner, loser));
  const bool turned = winner != pair.second;
  const Estimate& gain = *pair.gain.mean;
  const Estimate& probability = pair.probability_second_is_better;
  return {pair,
          winner,
          loser,
          {turned ? -gain.value : gain.value, error_of(story, gain)},
          {turned ? 1.0 - probability.value : probability.value, probability.standard_error}};
}

std::string comparison_in_a_sentence(const ComparisonStory& story) {
  const std::vector<std::size_t> order = sides_best_first(story);
  return duel_sentence(story, duel_of(story, order[0], order[1]));
}

Report comparison_report(const ComparisonStory& story) {
  const engine::Model& model = first_model(story);
  Report report{model.client.empty() ? model.name : model.name + " \u00B7 " + model.client, {}};
  for (const auto part : {compared_answer, compared_figures, compared_limits, compared_wins, compared_changes,
                          compared_arguments, compared_weighing, compared_initiatives, compared_method}) {
    for (Block& block : part(story)) report.blocks.push_back(std::move(block));
  }
  return report;
}

}  // namespace wayworth::reports
