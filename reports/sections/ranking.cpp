#include <algorithm>
#include <array>

#include "reports/cells.hpp"
#include "reports/sections/is_uncertain.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Figures;
using engine::Findings;
using engine::Measure;
using engine::Model;

constexpr const char* title = "Initiatives on their own, best first";

Figure rank(std::size_t number) {
  return {Kind::count, static_cast<double>(number), 0.0};
}

std::string phase_name(const Model& model, const engine::InitiativeFindings& initiative) {
  return initiative.phase ? model.phases[*initiative.phase].name : "";
}

Cell per_one_off(const Findings& findings, engine::InitiativeId initiative, const Cells& cells) {
  for (const engine::RankedInitiative& ranked : findings.by_npv_per_one_off) {
    if (ranked.initiative == initiative) return cells.estimate(Kind::ratio, ranked.value);
  }
  return Instead{"no cost"};
}

const std::array<Column, 3> place_columns = {Column{"1st", Align::right, 5, false},
                                             Column{"2nd", Align::right, 8, false},
                                             Column{"3rd", Align::right, 8, false}};

/// One initiative alone has no place to win, and of two the second place says nothing new.
std::size_t places_shown(const Findings& findings) {
  return std::min(place_columns.size(), findings.by_npv.size() - 1);
}

Table with_chances(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  Table table{title, model.currency, {}, {}};
  table.columns = {{"#", Align::right, 1, false},
                   {"Initiative", Align::left, 1, false},
                   {"Phase", Align::left, 7, false},
                   {"NPV mean", Align::right, 1, true},
                   {"P10", Align::right, 3, false},
                   {"P50", Align::right, 6, false},
                   {"P90", Align::right, 3, false},
                   {"P(loss)", Align::right, 2, false},
                   {"ROI", Align::right, 1, false},
                   {"Payback months", Align::right, 1, false},
                   {"NPV per one-off", Align::right, 4, false}};
  const std::size_t places = places_shown(findings);
  for (std::size_t place = 0; place < places; ++place) table.columns.push_back(place_columns[place]);
  for (const engine::RankedInitiative& ranked : findings.by_npv) {
    const engine::InitiativeFindings& initiative = findings_of(findings, ranked.initiative);
    const Figures& alone = initiative.alone;
    const auto npv = [&](double p) { return cells.quantile(Measure::npv, alone, p); };
    const auto placed = [&](std::size_t place) {
      return Probability{ranked.placed[place].value, findings.manifest.trials};
    };
    table.rows.push_back({rank(table.rows.size() + 1), name_of(model, ranked.initiative), phase_name(model, initiative),
                          cells.mean(Measure::npv, alone), npv(0.1), npv(0.5), npv(0.9),
                          cells.probability_of_loss(alone), cells.roi(alone),
                          cells.quantile(Measure::payback, alone, 0.5),
                          per_one_off(findings, ranked.initiative, cells)});
    for (std::size_t place = 0; place < places; ++place) table.rows.back().push_back(placed(place));
    table.about.push_back(about_initiative(ranked.initiative));
  }
  return table;
}

Table without_chance(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  Table table{title, model.currency, {}, {}};
  table.columns = {{"#", Align::right, 1, false},
                   {"Initiative", Align::left, 1, false},
                   {"Phase", Align::left, 3, false},
                   {"NPV", Align::right, 1, false},
                   {"ROI", Align::right, 1, false},
                   {"Payback months", Align::right, 1, false},
                   {"NPV per one-off", Align::right, 2, false}};
  for (const engine::RankedInitiative& ranked : findings.by_npv) {
    const engine::InitiativeFindings& initiative = findings_of(findings, ranked.initiative);
    table.rows.push_back({rank(table.rows.size() + 1), name_of(model, ranked.initiative), phase_name(model, initiative),
                          cells.mean(Measure::npv, initiative.alone), cells.roi(initiative.alone),
                          cells.quantile(Measure::payback, initiative.alone, 0.5),
                          per_one_off(findings, ranked.initiative, cells)});
    table.about.push_back(about_initiative(ranked.initiative));
  }
  return table;
}

/// What each initiative brings in a year of full effect: the columns of a business-case slide.
Table yearly_benefits(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  const bool has_chance = is_uncertain(model, findings);
  Table table{has_chance ? "What they bring in the last year, and cost once (means)"
                         : "What they bring in the last year, and cost once",
              model.currency,
              {},
              {}};
  table.columns = {{"Initiative", Align::left, 1, false},      {"Revenue a year", Align::right, 1, false},
                   {"Savings a year", Align::right, 1, false}, {"FTE freed", Align::right, 1, false},
                   {"FTE cashed", Align::right, 2, false},     {"One-off cost", Align::right, 1, false}};
  const auto add = [&](const std::string& name, const Figures& figures) {
    table.rows.push_back({name, cells.mean(Measure::revenue_per_year, figures),
                          cells.mean(Measure::savings_per_year, figures), cells.mean(Measure::freed_fte, figures),
                          cells.mean(Measure::cashed_fte, figures), cells.mean(Measure::one_off_costs, figures)});
  };
  for (const engine::RankedInitiative& ranked : findings.by_npv) {
    add(name_of(model, ranked.initiative), findings_of(findings, ranked.initiative).alone);
    table.about.push_back(about_initiative(ranked.initiative));
  }
  if (findings.by_npv.size() > 1) {
    add("All together", findings.options.front());
    table.sums = 1;
  }
  return table;
}

}  // namespace

Blocks ranking(const Model& model, const Findings& findings) {
  if (findings.by_npv.empty()) return {};
  return {Heading{"Which initiatives are worth it"},
          is_uncertain(model, findings) ? with_chances(model, findings) : without_chance(model, findings),
          yearly_benefits(model, findings)};
}

}  // namespace wayworth::reports
