#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sensitivity_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::DecisionValue;
using engine::Model;
using engine::PartialInformation;
using engine::Sensitivity;

/// What is below the noise floor cannot be told from nothing.
Cell worth_cell(const Cells& cells, const PartialInformation& worth) {
  if (worth.is_noise()) return Instead{"\u2248 0"};
  return cells.estimate(Kind::money, worth.value);
}

std::string pilot_name(const Model& model, const engine::Pilot& pilot) {
  std::string name = fmt::format("{} of {}", grouped(pilot.observations, 0), short_name(model, pilot.input));
  if (pilot.observation_sd)
    name += fmt::format(", each \u00B1{}", input_value_text(model, pilot.input, *pilot.observation_sd));
  return name;
}

std::string decision_name(const Model& model, const DecisionValue& decision) {
  return decision.initiative ? name_of(model, *decision.initiative) : "Which option";
}

}  // namespace

Blocks group_section(const Model& model, const Sensitivity& found, std::size_t most_rows) {
  const DecisionValue& choice = found.decisions.front();
  if (choice.groups.empty()) return {};
  const Cells cells(found.manifest);
  Table table{"To know several inputs before that choice", model.currency, {}, {}};
  table.columns = {
      {"Inputs", Align::left, 1, false}, {"How many", Align::right, 2, false}, {"Worth", Align::right, 1, true}};
  for (const engine::GroupWorth& one : choice.groups) {
    if (table.rows.size() == most_rows) break;
    table.rows.push_back({one.group.name, Figure{Kind::count, static_cast<double>(one.group.inputs.size()), 0.0},
                          worth_cell(cells, one.worth)});
  }
  return {std::move(table),
          Paragraph{fmt::format(
              "On {} trials, without what only chance decides. Worths do not add up: what one answer settles, a second "
              "one cannot settle again. A group whose influence hangs on other inputs is worth somewhat more. "
              "\u2248 0: no more than inputs without any influence would seem to be worth.",
              grouped(static_cast<double>(found.group_trials), 0))}};
}

Blocks roadmap_worth_section(const Model& model, const Sensitivity& found) {
  constexpr std::size_t most = 3;
  std::string menu;
  for (std::size_t i = 0; i < std::min(most, found.worth_to_roadmap.size()); ++i) {
    const auto& [input, worth] = found.worth_to_roadmap[i];
    menu += fmt::format("{}{} (worth up to {} {})", i == 0 ? "" : ", ", short_name(model, input), model.currency,
                        compact_money_with_error(worth.value.value, worth.value.standard_error));
  }
  if (menu.empty()) return {Paragraph{"No single input is worth measuring for any of these decisions."}};
  return {
      Paragraph{"Over all of these decisions, each taken for itself: measure " + menu +
                " before deciding what goes into the roadmap. It pays where finding out costs less, delay included."}};
}

Blocks pilot_section(const Model& model, const Sensitivity& found) {
  if (found.pilots.empty()) return {};
  const Cells cells(found.manifest);
  Table table{"What a pilot is worth before a decision", model.currency, {}, {}};
  table.columns = {{"Pilot", Align::left, 1, false},
                   {"Decision", Align::left, 1, false},
                   {"Worth", Align::right, 1, true},
                   {"To know it exactly", Align::right, 2, true}};
  for (std::size_t i = 0; i < found.pilots.size(); ++i) {
    for (const DecisionValue& decision : found.decisions) {
      if (decision.pilots.empty()) continue;
      const auto& [sample, certain] = decision.pilots[i];
      if (sample.is_noise() && certain.is_noise() && decision.initiative) continue;
      table.rows.push_back({pilot_name(model, found.pilots[i]), decision_name(model, decision),
                            worth_cell(cells, sample), worth_cell(cells, certain)});
    }
  }
  if (table.rows.empty()) {
    return {Heading{"What a pilot is worth"},
            Paragraph{"No decision is open enough for a pilot to be worth anything."}};
  }
  return {Heading{"What a pilot is worth"}, std::move(table),
          Paragraph{"A pilot pays when it costs less than it is worth here, delay included. Decisions that neither the "
                    "pilot nor certainty would change are left out."}};
}

}  // namespace wayworth::reports
