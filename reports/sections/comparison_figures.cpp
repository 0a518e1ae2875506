#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sections/comparison_parts.hpp"
#include "reports/sections/limit_words.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::Figures;
using engine::Measure;

const Figures& figures_of(const ComparisonStory& story, std::size_t side) {
  return story.found.sides[side].programme;
}

const std::string& currency(const ComparisonStory& story) {
  return story.sides.front().model.currency;
}

bool states_limits(const ComparisonStory& story) {
  return std::any_of(story.broken_limits.begin(), story.broken_limits.end(),
                     [](const auto& broken) { return broken.has_value(); });
}

Cell limits_cell(const ComparisonStory& story, std::size_t side) {
  const auto& broken = story.broken_limits[side];
  return broken ? Cell(Instead{limits_text(*broken)}) : Cell(Instead{"none"});
}

/// Two sides: a row for each figure, with the paired difference of the means.
class PairTable {
public:
  explicit PairTable(const ComparisonStory& story)
      : story_(story), cells_(story.found.manifest), pair_(story.found.pair(0, 1)) {
    table_.title = story.found.manifest.point ? "Without chance" : "On the same trials";
    table_.currency = currency(story);
    table_.columns = {{"", Align::left, 1, false},
                      {story.sides[0].name, Align::right, 1, false},
                      {story.sides[1].name, Align::right, 1, false},
                      {"Difference", Align::right, 1, true}};
  }

  Table make() {
    add_mean(story_.found.manifest.point ? "NPV" : "NPV mean", Measure::npv);
    if (!story_.found.manifest.point) add_chances();
    add("ROI", [&](const Figures& figures) { return cells_.roi(figures); });
    add("Payback months", [&](const Figures& figures) { return cells_.quantile(Measure::payback, figures, 0.5); });
    add_mean("PV of benefits", Measure::pv_benefits);
    add_mean("PV of costs", Measure::pv_costs);
    add_mean("One-off costs", Measure::one_off_costs);
    add_mean("Peak funding", Measure::peak_funding);
    add_mean("FTE freed", Measure::freed_fte);
    if (states_limits(story_)) table_.rows.push_back({"Limits", limits_cell(story_, 0), limits_cell(story_, 1), ""});
    return std::move(table_);
  }

private:
  void add_chances() {
    for (const double p : {0.1, 0.5, 0.9}) {
      const std::string name = fmt::format("NPV P{:.0f}", 100.0 * p);
      add(name, [&](const Figures& figures) { return cells_.quantile(Measure::npv, figures, p); });
    }
    add("P(loss)", [&](const Figures& figures) { return cells_.probability_of_loss(figures); });
  }

  template <class MakeCell>
  void add(const std::string& name, MakeCell cell, Cell difference = Instead{""}) {
    table_.rows.push_back({name, cell(figures_of(story_, 0)), cell(figures_of(story_, 1)), std::move(difference)});
  }

  void add_mean(const std::string& name, Measure measure) {
    const auto& difference = pair_.difference(measure);
    add(
        name, [&](const Figures& figures) { return cells_.mean(measure, figures); },
        difference ? cells_.estimate(kind_of(measure), difference) : Cell(Instead{""}));
  }

  const ComparisonStory& story_;
  Cells cells_;
  const engine::PairFindings& pair_;
  Table table_;
};

/// The options of a case that is not left to chance.
Table table_without_chance(const ComparisonStory& story) {
  const Cells cells(story.found.manifest);
  Table table{"Without chance", currency(story), {}, {}};
  table.columns = {{"Option", Align::left, 1, false},       {"NPV", Align::right, 1, false},
                   {"ROI", Align::right, 2, false},         {"Payback months", Align::right, 2, false},
                   {"PV of costs", Align::right, 1, false}, {"One-off costs", Align::right, 3, false},
                   {"Peak funding", Align::right, 3, false}};
  for (const std::size_t side : sides_best_first(story)) {
    const Figures& figures = figures_of(story, side);
    table.rows.push_back({story.sides[side].name, cells.mean(Measure::npv, figures), cells.roi(figures),
                          cells.quantile(Measure::payback, figures, 0.5), cells.mean(Measure::pv_costs, figures),
                          cells.mean(Measure::one_off_costs, figures), cells.mean(Measure::peak_funding, figures)});
  }
  return table;
}

Table table_of_many(const ComparisonStory& story) {
  if (story.found.manifest.point) return table_without_chance(story);
  const Cells cells(story.found.manifest);
  Table table{"On the same trials", currency(story), {}, {}};
  table.columns = {{"Option", Align::left, 1, false},       {"NPV mean", Align::right, 1, true},
                   {"P10", Align::right, 3, false},         {"P90", Align::right, 3, false},
                   {"P(loss)", Align::right, 2, false},     {"Best in", Align::right, 1, false},
                   {"ROI", Align::right, 2, false},         {"Payback months", Align::right, 2, false},
                   {"PV of costs", Align::right, 1, false}, {"One-off costs", Align::right, 4, false},
                   {"Peak funding", Align::right, 4, false}};
  for (const std::size_t side : sides_best_first(story)) {
    const Figures& figures = figures_of(story, side);
    table.rows.push_back(
        {story.sides[side].name, cells.mean(Measure::npv, figures), cells.quantile(Measure::npv, figures, 0.1),
         cells.quantile(Measure::npv, figures, 0.9), cells.probability_of_loss(figures),
         Probability{story.found.place_shares[side][0], story.found.manifest.trials}, cells.roi(figures),
         cells.quantile(Measure::payback, figures, 0.5), cells.mean(Measure::pv_costs, figures),
         cells.mean(Measure::one_off_costs, figures), cells.mean(Measure::peak_funding, figures)});
  }
  return table;
}

/// "account_value is at least 512", "Self-service: success: it works"; a side that has the input knows its words.
std::string place_words(const ComparisonStory& story, const engine::Stronghold& place) {
  for (const engine::ComparedSide& side : story.sides) {
    const auto& inputs = side.model.inputs;
    const auto found =
        std::find_if(inputs.begin(), inputs.end(), [&](const auto& input) { return input.path == place.input; });
    if (found == inputs.end()) continue;
    const auto id = static_cast<engine::InputId>(found - inputs.begin());
    const std::string value = input_value_text(side.model, id, place.limit);
    const bool is_word = value.find_first_of("0123456789") == std::string::npos;
    const std::string place_of_value = is_word ? ":" : place.is_high ? " is at least" : " is at most";
    return fmt::format("{}{} {}", input_in_words(side.model, id), place_of_value, value);
  }
  return fmt::format("{} is at {} {}", place.input, place.is_high ? "least" : "most", plain_figure(place.limit));
}

void add_argument(const ComparisonStory& story, const Duel& duel, Blocks& blocks) {
  const engine::BestArgument& argument = duel.pair.argument;
  const std::string loser = in_quotes(story.sides[duel.loser].name);
  const std::string winner = in_quotes(story.sides[duel.winner].name);
  if (argument.share_won == 0.0) {
    blocks.push_back(Paragraph{fmt::format("{} has none against {}: it is worth more in {}.", loser, winner,
                                           of_100_futures(0.0, argument.trials))});
    return;
  }
  std::string text = fmt::format("{} is worth more than {} in {}, and then by {} {} on average.", loser, winner,
                                 of_100_futures(argument.share_won, argument.trials), currency(story),
                                 compact_money(argument.mean_gain_when_won, 0.0));
  if (argument.strongholds.empty()) {
    blocks.push_back(Paragraph{text + " No single input tells when."});
    return;
  }
  blocks.push_back(Paragraph{text});
  Table table{fmt::format("Where {} wins oftenest against {}", loser, winner), currency(story), {}, {}};
  table.columns = {{"In the futures where", Align::left, 1, false},
                   {"which are", Align::right, 2, false},
                   {"it wins in", Align::right, 1, false},
                   {"gaining", Align::right, 1, true}};
  for (const engine::Stronghold& place : argument.strongholds) {
    const double share = static_cast<double>(place.trials) / static_cast<double>(argument.trials);
    table.rows.push_back({place_words(story, place), Probability{share, argument.trials},
                          Probability{place.share_won.value, place.trials},
                          Figure{Kind::money, place.gain.value, place.gain.standard_error}});
  }
  blocks.push_back(std::move(table));
}

}  // namespace

Blocks compared_figures(const ComparisonStory& story) {
  if (story.sides.size() == 2) return {Heading{"Side by side"}, PairTable(story).make()};
  Table table = table_of_many(story);
  if (!states_limits(story)) return {Heading{"Side by side"}, std::move(table)};
  table.columns.insert(table.columns.begin() + 1, {"Limits", Align::left, 4, false});
  const std::vector<std::size_t> order = sides_best_first(story);
  for (std::size_t row = 0; row < order.size(); ++row) {
    table.rows[row].insert(table.rows[row].begin() + 1, limits_cell(story, order[row]));
  }
  return {Heading{"Side by side"}, std::move(table)};
}

Blocks compared_limits(const ComparisonStory& story) {
  Blocks blocks;
  std::size_t last = 0;
  for (const std::size_t side : sides_best_first(story)) {
    const auto& broken = story.broken_limits[side];
    if (!broken || broken->empty()) continue;
    blocks.push_back(Paragraph{limits_sentence(story.sides[side].model, story.sides[side].name, *broken)});
    last = side;
  }
  if (!blocks.empty()) blocks.push_back(Paragraph{limits_basis(story.sides[last].model)});
  return blocks;
}

Blocks compared_wins(const ComparisonStory& story) {
  if (story.sides.size() < 3 || story.found.manifest.point) return {};
  const std::vector<std::size_t> order = sides_best_first(story);
  Table table{"How often the row is worth more than the column", "", {}, {}};
  table.columns = {{"", Align::left, 1, false}};
  for (const std::size_t side : order) table.columns.push_back({story.sides[side].name, Align::right, 1, false});
  for (const std::size_t side : order) {
    std::vector<Cell> row = {story.sides[side].name};
    for (const std::size_t other : order) {
      if (side == other) {
        row.emplace_back(Instead{""});
      } else {
        row.emplace_back(Probability{duel_of(story, side, other).probability_won.value, story.found.manifest.trials});
      }
    }
    table.rows.push_back(std::move(row));
  }
  return {std::move(table)};
}

Blocks compared_arguments(const ComparisonStory& story) {
  if (story.found.manifest.point) return {};
  const std::vector<std::size_t> order = sides_best_first(story);
  Blocks blocks;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Duel duel = duel_of(story, order.front(), order[i]);
    const bool are_alike = duel.pair.gain.minimum == 0.0 && duel.pair.gain.maximum == 0.0;
    if (!are_alike) add_argument(story, duel, blocks);
  }
  if (blocks.empty()) return {};
  blocks.insert(blocks.begin(),
                Heading{order.size() == 2 ? "The loser's best argument" : "The losers' best arguments"});
  return blocks;
}

}  // namespace wayworth::reports
