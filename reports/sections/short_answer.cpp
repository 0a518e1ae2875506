#include "reports/sections/short_answer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sections/claims.hpp"
#include "reports/sections/is_uncertain.hpp"
#include "reports/sections/limit_words.hpp"
#include "reports/sections/phase_words.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::Figures;
using engine::Findings;
using engine::Measure;
using engine::Model;

// What a screen has room for.
constexpr std::size_t most_options = 6;
constexpr std::size_t most_initiatives = 10;
constexpr std::size_t most_doubts = 4;
constexpr std::size_t most_inputs = 3;

/// Figures that stand together in a row, wherever they are of.
std::vector<Column> figure_columns(bool has_chance) {
  if (!has_chance) {
    return {
        {"NPV", Align::right, 1, false}, {"ROI", Align::right, 1, false}, {"Payback months", Align::right, 1, false}};
  }
  return {{"NPV mean", Align::right, 1, false}, {"P10", Align::right, 3, false},
          {"P90", Align::right, 3, false},      {"P(loss)", Align::right, 2, false},
          {"ROI", Align::right, 1, false},      {"Payback months", Align::right, 1, false}};
}

std::vector<Cell> figure_cells(const Cells& cells, const Figures& figures, bool has_chance) {
  std::vector<Cell> row = {cells.mean(Measure::npv, figures)};
  if (has_chance) {
    row.push_back(cells.quantile(Measure::npv, figures, 0.1));
    row.push_back(cells.quantile(Measure::npv, figures, 0.9));
    row.push_back(cells.probability_of_loss(figures));
  }
  row.push_back(cells.roi(figures));
  row.push_back(cells.quantile(Measure::payback, figures, 0.5));
  return row;
}

Table short_table(const std::string& title, const std::string& subject, const Model& model, bool has_chance) {
  Table table{title, model.currency, {{subject, Align::left, 1, false}}, {}};
  for (Column& column : figure_columns(has_chance)) table.columns.push_back(std::move(column));
  return table;
}

/// The option to choose first.
Table options_in_short(const Model& model, const Findings& findings, std::size_t chosen) {
  const bool has_chance = is_uncertain(model, findings);
  const Cells cells(findings.manifest);
  Table table = short_table("Options on the same trials", "Option", model, has_chance);
  const auto add = [&](std::size_t option) {
    std::vector<Cell> row = {model.options[option].name};
    for (Cell& cell : figure_cells(cells, findings.options[option], has_chance)) row.push_back(std::move(cell));
    table.rows.push_back(std::move(row));
    table.about.push_back(about_option(option));
  };
  add(chosen);
  for (std::size_t i = 0; i < findings.options.size() && table.rows.size() < most_options; ++i) {
    if (i != chosen) add(i);
  }
  return table;
}

/// "“A” breaks 1 limit: ... “B” breaks 6."
Blocks limits_in_short(const Model& model, const engine::BrokenLimits& limits, std::size_t chosen) {
  std::string text;
  if (chosen < limits.size() && !limits[chosen].empty()) {
    text = limits_sentence(model, model.options[chosen].name, limits[chosen]);
  }
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if (i == chosen || limits[i].empty()) continue;
    text += fmt::format("{}{} breaks {}.", text.empty() ? "" : " ", in_quotes(model.options[i].name), limits[i].size());
  }
  if (text.empty()) return {};
  const bool all_break = std::none_of(limits.begin(), limits.end(), [](const auto& broken) { return broken.empty(); });
  if (all_break) text += " `wayworth roadmap` looks for a plan that keeps them all.";
  return {Definition{"Limits", text}};
}

Table initiatives_in_short(const Model& model, const Findings& findings, const engine::Option& chosen) {
  const bool has_chance = is_uncertain(model, findings);
  const Cells cells(findings.manifest);
  Table table = short_table("Initiatives on their own, best first", "Initiative", model, has_chance);
  table.columns.push_back({"Start", Align::left, 2, false});
  for (const engine::RankedInitiative& ranked : findings.by_npv) {
    if (table.rows.size() == most_initiatives) break;
    std::vector<Cell> row = {name_of(model, ranked.initiative)};
    const Figures& alone = findings_of(findings, ranked.initiative).alone;
    for (Cell& cell : figure_cells(cells, alone, has_chance)) row.push_back(std::move(cell));
    const auto& start = chosen.starts[engine::index_of(ranked.initiative)];
    row.emplace_back(start ? month_of_step(model.time, *start) : std::string("left out"));
    table.rows.push_back(std::move(row));
    table.about.push_back(about_initiative(ranked.initiative));
  }
  return table;
}

/// A line for each phase of an option. The money of a phase is known of the first option.
Blocks phases_in_short(const Model& model, const Findings& findings, std::size_t option) {
  Blocks blocks;
  for (std::size_t phase = 0; phase < model.phases.size(); ++phase) {
    const std::size_t count = starts_in(model, model.options[option], phase).size();
    const engine::Phase& of = model.phases[phase];
    std::string text =
        fmt::format("{} initiative{} from {} to {}.", count == 0 ? "No" : grouped(static_cast<double>(count), 0),
                    count == 1 ? "" : "s", month_of_step(model.time, of.from), month_of_step(model.time, of.to));
    for (const engine::PhaseFindings& found : findings.phases) {
      if (option != 0 || found.phase != phase || count == 0) continue;
      const std::string money = money_of_phase(model, findings, found);
      if (!money.empty()) text += " " + money + ".";
    }
    blocks.push_back(Definition{of.name, text});
  }
  return blocks;
}

/// Which initiatives to think about twice; why, the whole report says.
Blocks doubts_in_short(const Model& model, const Findings& findings) {
  std::string names;
  std::size_t count = 0;
  for (const Block& block : doubts(model, findings)) {
    const auto* const doubt = std::get_if<Definition>(&block);
    if (doubt != nullptr && ++count <= most_doubts) names += (names.empty() ? "" : "; ") + doubt->term;
  }
  if (count == 0) return {};
  if (count > most_doubts) names += fmt::format("; and {} more", count - most_doubts);
  return {Definition{"Not worth it", names + "."}};
}

/// The inputs that the mean NPV goes furthest with, and how far.
Blocks drivers_in_short(const Model& model, const ReportExtras& extras) {
  std::vector<engine::InputSwing> swings;
  if (extras.of_run != nullptr) swings = engine::swings_of(extras.of_run->from_trials);
  if (extras.of_run == nullptr && extras.swings != nullptr) swings = *extras.swings;
  if (swings.empty()) return {};
  const std::string whose = model.options.size() < 2 ? "" : " of " + in_quotes(model.options.front().name);
  std::string text;
  for (std::size_t i = 0; i < std::min(most_inputs, swings.size()); ++i) {
    const auto& [first, last] = std::minmax(swings[i].change.first, swings[i].change.last,
                                            [](const auto& a, const auto& b) { return a.value < b.value; });
    text +=
        fmt::format("{}{} ({}{} to {})", i == 0 ? "" : "; ", input_in_words(model, swings[i].input),
                    i == 0 ? fmt::format("NPV{} {} ", whose, model.currency) : "",
                    compact_money(first.value, first.standard_error), compact_money(last.value, last.standard_error));
  }
  return {Definition{"What drives it", text + "."}};
}

/// How many things a reviewer would ask.
Blocks warnings_in_short(const Model& model, const Findings& findings) {
  const auto accepted = std::count_if(findings.warnings.begin(), findings.warnings.end(),
                                      [](const engine::Warning& one) { return !one.accepted_because.empty(); });
  const auto open = static_cast<std::ptrdiff_t>(findings.warnings.size()) - accepted;
  std::string text =
      findings.warnings.empty()
          ? "None"
          : fmt::format("{} open, {} accepted", open == 0 ? "none" : grouped(static_cast<double>(open), 0), accepted);
  const std::size_t held = limits_reached(model, findings).size();
  if (held > 0) text += fmt::format("; {} driver{} held by its min or max", held, held == 1 ? " is" : "s are");
  return {Definition{"Warnings", text + "."}};
}

void append(Blocks& blocks, Blocks more) {
  for (Block& block : more) blocks.push_back(std::move(block));
}

}  // namespace

Blocks short_answer(const Model& model, const Findings& findings, const ReportExtras& extras) {
  const std::size_t chosen = best_on_average(findings);
  const bool has_choice = findings.options.size() > 1;
  Blocks blocks = headline(model, findings);
  if (has_choice && !findings.manifest.point) {
    blocks.resize(2);  // which case it is, and an empty line
    blocks.push_back(Answer{lead(model, findings, extras.broken_limits())});
  }
  if (has_choice) blocks.push_back(options_in_short(model, findings, chosen));
  if (!findings.by_npv.empty()) {
    blocks.push_back(initiatives_in_short(model, findings, model.options[chosen]));
    if (findings.by_npv.size() > most_initiatives) {
      blocks.push_back(Paragraph{fmt::format("... and {} more.", findings.by_npv.size() - most_initiatives)});
    }
  }
  blocks.push_back(Paragraph{""});
  append(blocks, phases_in_short(model, findings, chosen));
  append(blocks, limits_in_short(model, extras.broken_limits(), chosen));
  append(blocks, doubts_in_short(model, findings));
  if (!findings.worlds.empty()) blocks.push_back(Definition{"Worlds", worlds_claim(model, findings) + "."});
  append(blocks, drivers_in_short(model, extras));
  append(blocks, warnings_in_short(model, findings));
  return blocks;
}

}  // namespace wayworth::reports
