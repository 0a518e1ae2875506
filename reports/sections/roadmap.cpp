#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/is_uncertain.hpp"
#include "reports/sections/sections.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Measure;
using engine::Model;
using engine::PhaseFindings;

std::string period_of(const Model& model, const engine::Phase& phase) {
  return fmt::format("{} to {}", month_of_step(model.time, phase.from), month_of_step(model.time, phase.to));
}

std::string verdict(const PhaseFindings& phase, const engine::Manifest& manifest) {
  if (!phase.probability_within_budget) return "";
  const double kept = phase.probability_within_budget->value;
  const char* word = kept > 0.5 ? "kept" : "broken";
  if (manifest.point) return word;
  return fmt::format("{} in {}", word, of_100_futures(kept > 0.5 ? kept : 1.0 - kept, manifest.trials));
}

Table phases_table(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  const bool has_chance = is_uncertain(model, findings);
  Table table{"Phases: one-off costs of what starts in them", model.currency, {}, {}};
  table.columns = {{"Phase", Align::left, 1, false}, {"Starts", Align::left, 3, false}};
  table.columns.push_back({has_chance ? "Cost mean" : "Cost", Align::right, 1, true});
  if (has_chance) table.columns.push_back({"Cost P90", Align::right, 2, false});
  table.columns.push_back({"Budget", Align::right, 1, false});
  table.columns.push_back({"Budget is", Align::left, 1, false});
  for (const PhaseFindings& phase : findings.phases) {
    std::vector<Cell> row = {model.phases[phase.phase].name, period_of(model, model.phases[phase.phase]),
                             cells.estimate(Kind::money, phase.one_off_costs.mean)};
    if (has_chance) row.push_back(cells.estimate(Kind::money, quantile(phase.one_off_costs, 0.9)));
    row.push_back(phase.budget ? Cell(Figure{Kind::money, *phase.budget, 0.0}) : Cell(Instead{"none"}));
    row.emplace_back(verdict(phase, findings.manifest));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table starts_table(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  Table table{is_uncertain(model, findings) ? "Planned starts (costs and NPV are means)" : "Planned starts",
              model.currency,
              {},
              {}};
  table.columns = {{"Start", Align::left, 1, false},
                   {"Initiative", Align::left, 1, false},
                   {"Phase", Align::left, 2, false},
                   {"One-off cost", Align::right, 1, false},
                   {"NPV alone", Align::right, 1, false}};
  const auto add = [&](const std::string& phase, const engine::InitiativeFindings& initiative) {
    table.rows.push_back({month_of_step(model.time, initiative.planned_start), name_of(model, initiative.initiative),
                          phase, cells.mean(Measure::one_off_costs, initiative.alone),
                          cells.mean(Measure::npv, initiative.alone)});
    table.about.push_back(about_initiative(initiative.initiative));
  };
  std::vector<engine::InitiativeFindings> by_start = findings.initiatives;
  std::stable_sort(by_start.begin(), by_start.end(),
                   [](const auto& a, const auto& b) { return a.planned_start < b.planned_start; });
  for (const engine::InitiativeFindings& initiative : by_start) {
    add(initiative.phase ? model.phases[*initiative.phase].name : "in no phase", initiative);
  }
  return table;
}

}  // namespace

Blocks roadmap(const Model& model, const Findings& findings) {
  if (findings.phases.empty()) return {};
  return {Heading{"Roadmap"}, phases_table(model, findings), starts_table(model, findings)};
}

}  // namespace wayworth::reports
