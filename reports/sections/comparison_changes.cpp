#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/comparison_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::InitiativeChange;
using engine::InitiativeOfSide;

std::string start_text(const engine::Model& model, const std::optional<InitiativeOfSide>& initiative) {
  return initiative ? month_of_step(model.time, initiative->planned_start) : "-";
}

Cell alone(const Cells& cells, const std::optional<InitiativeOfSide>& initiative) {
  return initiative ? cells.estimate(Kind::money, initiative->npv_alone) : Cell(Instead{"-"});
}

/// "2 to 3", or the one place.
std::string places(const InitiativeChange& change) {
  if (!change.first || !change.second) return "";
  if (change.first->place == change.second->place) return std::to_string(change.first->place);
  return fmt::format("{} to {}", change.first->place, change.second->place);
}

Blocks initiatives_of_two(const ComparisonStory& story) {
  const Cells cells(story.found.manifest);
  const engine::PairFindings& pair = story.found.pair(0, 1);
  Table table{fmt::format("From {} to {}: NPV alone", story.sides[0].name, story.sides[1].name),
              story.sides[0].model.currency,
              {},
              {}};
  table.columns = {{"Initiative", Align::left, 1, false}, {"Start", Align::left, 3, false},
                   {"then", Align::left, 3, false},       {"NPV", Align::right, 1, false},
                   {"then", Align::right, 1, false},      {"Difference", Align::right, 1, true},
                   {"Place", Align::right, 2, false}};
  std::size_t untouched = 0;
  for (const InitiativeChange& change : pair.initiatives) {
    const bool is_in_neither = !change.first && !change.second;
    const bool keeps_its_place = change.first && change.second && change.first->place == change.second->place;
    if (change.is_untouched) ++untouched;
    if (is_in_neither || (change.is_untouched && keeps_its_place)) continue;
    table.rows.push_back({change.name, start_text(story.sides[0].model, change.first),
                          start_text(story.sides[1].model, change.second), alone(cells, change.first),
                          alone(cells, change.second),
                          change.is_untouched ? Cell(Instead{"the same"})
                          : change.gain       ? cells.estimate(Kind::money, change.gain)
                                              : Cell(Instead{change.first ? "left out" : "joins"}),
                          places(change)});
  }
  Blocks blocks = {Heading{"Initiatives"}};
  if (!table.rows.empty()) blocks.push_back(std::move(table));
  if (untouched > 0) {
    blocks.push_back(Paragraph{fmt::format("{} initiative{} untouched: alone worth the same to the last digit{}.",
                                           untouched, untouched == 1 ? " is" : "s are",
                                           story.found.manifest.point ? "" : ", in every future")});
  }
  return blocks;
}

Blocks starts_of_many(const ComparisonStory& story) {
  Table table{"When each initiative starts", "", {}, {}};
  table.columns = {{"Initiative", Align::left, 1, false}};
  const std::vector<std::size_t> order = sides_best_first(story);
  for (const std::size_t side : order) table.columns.push_back({story.sides[side].name, Align::left, 1, false});
  const engine::Model& model = story.sides.front().model;  // options of one case have the same initiatives
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    std::vector<Cell> row = {model.initiatives[i].name};
    bool is_in_any = false;
    for (const std::size_t side : order) {
      const auto& start = story.sides[side].model.options.front().starts[i];
      is_in_any = is_in_any || start;
      row.emplace_back(start ? month_of_step(model.time, *start) : std::string("-"));
    }
    if (is_in_any) table.rows.push_back(std::move(row));
  }
  return {Heading{"Initiatives"}, std::move(table)};
}

std::string edit_text(const Edit& edit) {
  if (edit.before.empty()) return fmt::format("{} is new: {}", edit.path, edit.after);
  if (edit.after.empty()) return fmt::format("{} is gone; it was {}", edit.path, edit.before);
  return fmt::format("{}: {}, was {}", edit.path, edit.after, edit.before);
}

std::string edits_text(const std::vector<Edit>& edits) {
  std::string text;
  for (const Edit& edit : edits) text += (text.empty() ? "" : "; ") + edit_text(edit);
  return text;
}

Paragraph other_edits(const std::vector<Edit>& edits) {
  constexpr std::size_t most_named = 6;
  std::string text;
  for (std::size_t i = 0; i < std::min(most_named, edits.size()); ++i) text += (i == 0 ? "" : ", ") + edits[i].path;
  if (edits.size() > most_named) text += fmt::format(" and {} more", edits.size() - most_named);
  return {fmt::format("Edited too, but these figures do not depend on it: {}.", text)};
}

}  // namespace

std::vector<std::string> names_of_changes(const VersionStory& versions) {
  std::vector<std::string> names;
  for (const std::vector<Edit>& edits : versions.changes) {
    std::string name = fmt::format("{}: {}", names.size() + 1, edits.front().path);
    if (edits.size() > 1) name += fmt::format(" and {} more", edits.size() - 1);
    names.push_back(std::move(name));
  }
  return names;
}

Table change_bridge_table(const ComparisonStory& story) {
  const Cells cells(story.found.manifest);
  const engine::ChangeBridge& bridge = *story.versions->bridge;
  const std::vector<std::string> names = names_of_changes(*story.versions);
  const bool has_chance = !story.found.manifest.point;
  Table table{"From one to the other", story.sides[0].model.currency, {}, {}};
  table.columns = {{"", Align::left, 1, false}, {has_chance ? "Mean NPV" : "NPV", Align::right, 1, has_chance}};
  table.rows.push_back({story.sides[0].name, cells.estimate(Kind::money, bridge.before)});
  for (std::size_t i = 0; i < bridge.shares.size(); ++i) {
    table.rows.push_back({names[i], cells.estimate(Kind::money, bridge.shares[i])});
  }
  table.rows.push_back({story.sides[1].name, cells.estimate(Kind::money, bridge.after)});
  return table;
}

Blocks compared_initiatives(const ComparisonStory& story) {
  return story.sides.size() == 2 ? initiatives_of_two(story) : starts_of_many(story);
}

Blocks compared_changes(const ComparisonStory& story) {
  if (!story.versions) return {};
  const VersionStory& versions = *story.versions;
  Blocks blocks = {Heading{"What changed, and why the NPV did"}};
  if (versions.changes.empty()) blocks.push_back(Paragraph{"Nothing that these figures depend on was edited."});
  for (std::size_t i = 0; i < versions.changes.size(); ++i) {
    blocks.push_back(Definition{fmt::format("Change {}", i + 1), edits_text(versions.changes[i])});
  }
  if (!versions.other_edits.empty()) blocks.push_back(other_edits(versions.other_edits));
  if (versions.has_no_way_between) {
    blocks.push_back(Paragraph{
        "What each change did cannot be told: with some of them made and others not, the case has no figures."});
  }
  if (!versions.bridge || versions.changes.empty()) return blocks;
  blocks.push_back(change_bridge_table(story));
  if (versions.changes.size() == 1) return blocks;
  const std::size_t pairs = versions.bridge->order_pairs;
  const std::string orders = pairs == 0 ? "all orders" : fmt::format("{} random orders and their reverses", pairs);
  blocks.push_back(Paragraph{fmt::format(
      "Each change has what it adds on average over {} of making them (Shapley value){}: together they are the "
      "whole difference, to the last digit before rounding.",
      orders, story.found.manifest.point ? "" : ", on the same trials")});
  return blocks;
}

}  // namespace wayworth::reports
