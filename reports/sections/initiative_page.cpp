#include <fmt/format.h>

#include <array>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/figure_tree.hpp"
#include "reports/sections/is_uncertain.hpp"
#include "reports/sections/return_words.hpp"
#include "reports/sections/sections.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Measure;
using engine::Model;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string pillars_of(const engine::Initiative& initiative) {
  constexpr std::array names = {"strategy", "people", "process", "technology"};
  std::vector<std::string> words;
  for (const engine::Pillar pillar : initiative.pillars) words.emplace_back(names[static_cast<std::size_t>(pillar)]);
  return joined(words);
}

std::string stage_of(const engine::Initiative& initiative) {
  constexpr std::array names = {"", "siloed", "optimise", "omnichannel", "journey"};
  return names[static_cast<std::size_t>(initiative.stage)];
}

std::string needs_of(const Model& model, const engine::Initiative& initiative) {
  std::vector<std::string> names;
  for (const engine::Need& need : initiative.needs) {
    names.push_back(name_of(model, need.initiative));
    if (need.lag_months > 0.0) names.back() += fmt::format(" (live for {} months)", plain_figure(need.lag_months));
  }
  return joined(names);
}

std::string planned(const Model& model, const engine::InitiativeFindings& found) {
  const std::string start = "starts " + month_of_step(model.time, found.planned_start);
  return found.phase ? model.phases[*found.phase].name + ", " + start : start;
}

Blocks what_it_is(const Model& model, const engine::InitiativeFindings& found) {
  const engine::Initiative& initiative = engine::get(model, found.initiative);
  Blocks blocks;
  const auto add = [&](const char* term, const std::string& text) {
    if (!text.empty()) blocks.push_back(Definition{term, text});
  };
  add("Today", initiative.current_state);
  add("In future", initiative.future_state);
  add("Phase", planned(model, found));
  add("Works on", pillars_of(initiative));
  add("Stage", stage_of(initiative));
  add("Needs", needs_of(model, initiative));
  return blocks;
}

struct Line {
  const char* name;
  Measure measure;
};

constexpr std::array lines = {
    Line{"NPV, economic", Measure::npv},
    Line{"NPV, cash-releasing", Measure::cash_npv},
    Line{"Present value of benefits", Measure::pv_benefits},
    Line{"Present value of costs", Measure::pv_costs},
    Line{"One-off cost", Measure::one_off_costs},
    Line{"Revenue a year", Measure::revenue_per_year},
    Line{"Savings a year", Measure::savings_per_year},
    Line{"FTE freed", Measure::freed_fte},
    Line{"FTE cashed", Measure::cashed_fte},
    Line{"ROI", Measure::roi},
    Line{"Payback, months", Measure::payback},
};

/// The mean of the ratios of single trials would be biased; that of payback says nothing where some trials never pay
/// back.
Cell mean_of(const Cells& cells, Measure measure, const engine::Figures& figures) {
  if (measure == Measure::roi) return cells.roi(figures);
  if (measure == Measure::payback && !figures[measure].mean) return Instead{""};
  return cells.mean(measure, figures);
}

Table figures_table(const Model& model, const Findings& findings, const engine::InitiativeFindings& found) {
  const Cells cells(findings.manifest);
  const bool has_chance = is_uncertain(model, findings);
  Table table{"What it is worth on its own", model.currency, {{"", Align::left, 1, false}}, {}};
  table.columns.push_back({has_chance ? "Mean" : "Value", Align::right, 1, true});
  if (has_chance) {
    for (const char* name : {"P10", "P50", "P90"}) table.columns.push_back({name, Align::right, 1, false});
  }
  for (const Line& line : lines) {
    std::vector<Cell> row = {std::string(line.name), mean_of(cells, line.measure, found.alone)};
    if (has_chance) {
      for (const double p : {0.1, 0.5, 0.9}) row.push_back(cells.quantile(line.measure, found.alone, p));
    }
    table.rows.push_back(std::move(row));
  }
  std::vector<Cell> last = {std::string("NPV as the last one added"),
                            cells.estimate(Kind::money, found.npv_as_last.mean)};
  if (has_chance) {
    for (const double p : {0.1, 0.5, 0.9}) last.push_back(cells.estimate(Kind::money, quantile(found.npv_as_last, p)));
  }
  table.rows.insert(table.rows.begin() + 1, std::move(last));
  const auto add_rate = [&](const char* name, const std::string& rate) {
    std::vector<Cell> row = {std::string(name), Instead{rate}};
    row.resize(table.columns.size(), Instead{""});  // there are no rates of its single trials
    table.rows.push_back(std::move(row));
  };
  add_rate("IRR a year, of the mean cash flow", internal_rate_text(found.returns));
  add_rate("MIRR a year, of the mean cash flow", modified_rate_text(found.returns));
  return table;
}

std::string target_of(const Model& model, const engine::Effect& effect) {
  if (const auto* driver = std::get_if<engine::DriverId>(&effect.target)) return model.drivers[index_of(*driver)].name;
  return model.streams[index_of(std::get<engine::StreamId>(effect.target))].name;
}

std::string name_of_kind(engine::EffectKind kind) {
  constexpr std::array names = {"add", "change", "set"};
  return names[static_cast<std::size_t>(kind)];
}

/// What it is assumed to do and to cost, as typed.
Table assumptions_table(const Model& model, const engine::Initiative& initiative) {
  Table table{"What this rests on, as typed", "", {}, {}};
  for (const char* name : {"Assumption", "Kind", "Value", "Source"}) {
    table.columns.push_back({name, Align::left, 1, false});
  }
  const auto add = [&](const std::string& name, const std::string& kind, const engine::Provenance& provenance) {
    table.rows.push_back({name, kind, provenance.as_typed, source_text(provenance)});
  };
  for (const engine::Effect& effect : initiative.effects) {
    add(target_of(model, effect), "effect: " + name_of_kind(effect.kind), effect.provenance);
  }
  for (const engine::Benefit& benefit : initiative.benefits) {
    add(benefit.name, benefit.kind == engine::BenefitKind::revenue ? "benefit: revenue" : "benefit: saving",
        benefit.provenance);
  }
  for (const engine::Cost& cost : initiative.costs) {
    add(cost.name, cost.kind == engine::CostKind::one_off ? "cost: one-off" : "cost: running", cost.provenance);
  }
  return table;
}

}  // namespace

Blocks initiative_page(const Model& model, const Findings& findings, engine::InitiativeId id) {
  const engine::InitiativeFindings& found = findings_of(findings, id);
  Blocks blocks = {Heading{name_of(model, id)}};
  for (Block& block : what_it_is(model, found)) blocks.push_back(std::move(block));
  blocks.push_back(figures_table(model, findings, found));
  Table rests_on = assumptions_table(model, engine::get(model, id));
  if (!rests_on.rows.empty()) blocks.push_back(std::move(rests_on));
  return blocks;
}

}  // namespace wayworth::reports
