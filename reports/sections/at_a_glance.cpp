#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/is_uncertain.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Measure;
using engine::Model;
using engine::Pillar;

constexpr std::array pillars = {Pillar::strategy, Pillar::people, Pillar::process, Pillar::technology};

std::string dot(const engine::Initiative& initiative, Pillar pillar) {
  const auto& own = initiative.pillars;
  return std::find(own.begin(), own.end(), pillar) == own.end() ? "" : "\u25CF";
}

/// "42 (33)": freed, and of them cashed.
Cell staff(const Cells& cells, const engine::Figures& figures) {
  const std::string freed = in_words(cells.mean(Measure::freed_fte, figures));
  if (freed == "0") return Instead{"0"};
  return Instead{fmt::format("{} ({})", freed, in_words(cells.mean(Measure::cashed_fte, figures)))};
}

/// "1 (98 %)": the rank by mean NPV, and how often it takes just this place.
Cell rank(const Findings& findings, std::size_t place) {
  const std::string number = grouped(static_cast<double>(place + 1), 0);
  if (findings.manifest.point || findings.by_npv.size() < 2) return Instead{number};
  const double share = findings.place_shares[place][place];
  return Instead{fmt::format("{} ({})", number, percent(share, findings.manifest.trials))};
}

const char* experience(const engine::Initiative& initiative, engine::Experience whose) {
  const auto& own = initiative.improves;
  return std::find(own.begin(), own.end(), whose) == own.end() ? "" : "\u25CF";
}

std::vector<Column> columns_of(bool has_chance, const View& view) {
  std::vector<Column> columns = {{"Initiative", Align::left, 1, false}};
  for (const char* name : {"Strategy", "People", "Process", "Technology"}) {
    columns.push_back({name, Align::left, 4, false, "Works on"});
  }
  if (has_chance) {
    for (const char* group : {"Revenue a year", "Cost savings a year"}) {
      for (const std::string& name : {view.low_name(), std::string("P50"), view.high_name()}) {
        columns.push_back({name, Align::right, 2, false, group});
      }
    }
  } else {
    columns.push_back({"Revenue a year", Align::right, 2, false});
    columns.push_back({"Cost savings a year", Align::right, 2, false});
  }
  columns.push_back({"FTE freed (cashed)", Align::right, 2, false});
  for (const char* name : {"Customers", "Staff"}) columns.push_back({name, Align::left, 4, false, "Better experience"});
  const std::string basis = view.is_cash ? ", cash-releasing" : "";
  columns.push_back({(has_chance ? "NPV P50" : "NPV") + basis, Align::right, 1, false});
  if (has_chance) columns.push_back({"Chance of loss", Align::right, 1, false});
  columns.push_back({"Phase", Align::left, 3, false});
  columns.push_back({has_chance ? "Rank (how often)" : "Rank", Align::right, 1, false});
  return columns;
}

}  // namespace

Blocks at_a_glance(const Model& model, const Findings& findings, const View& view) {
  if (findings.by_npv.empty()) return {};
  const Cells cells(findings.manifest);
  const bool has_chance = is_uncertain(model, findings);
  Table table{"Each initiative on its own, the one worth most first", model.currency, columns_of(has_chance, view), {}};
  for (std::size_t place = 0; place < findings.by_npv.size(); ++place) {
    const engine::InitiativeFindings& found = findings_of(findings, findings.by_npv[place].initiative);
    const engine::Initiative& initiative = engine::get(model, found.initiative);
    std::vector<Cell> row = {initiative.name};
    for (const Pillar pillar : pillars) row.emplace_back(dot(initiative, pillar));
    for (const Measure measure : {Measure::revenue_per_year, Measure::savings_per_year}) {
      if (!has_chance) row.push_back(cells.mean(measure, found.alone));
      if (!has_chance) continue;
      for (const double p : {view.low, 0.5, view.high}) row.push_back(cells.quantile(measure, found.alone, p));
    }
    row.push_back(staff(cells, found.alone));
    row.emplace_back(std::string(experience(initiative, engine::Experience::customers)));
    row.emplace_back(std::string(experience(initiative, engine::Experience::staff)));
    row.push_back(cells.quantile(view.npv(), found.alone, 0.5));
    if (has_chance) row.push_back(cells.probability_of_loss(found.alone, view.npv()));
    row.emplace_back(found.phase ? model.phases[*found.phase].name : std::string());
    row.push_back(rank(findings, place));
    table.rows.push_back(std::move(row));
    table.about.push_back(about_initiative(found.initiative));
  }
  return {Heading{"Initiatives at a glance"},
          Paragraph{"Revenue, savings and staff are those of the last twelve months; the cost of freed staff is inside "
                    "the cost savings. The rank is by mean NPV; behind it how often the initiative takes just this "
                    "place."},
          std::move(table)};
}

}  // namespace wayworth::reports
