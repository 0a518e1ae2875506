#include "reports/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/execute/reference.hpp"
#include "engine/execute/reference_step.hpp"
#include "engine/stats/neumaier_sum.hpp"
#include "reports/digits.hpp"
#include "reports/figure_tree.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::FlowLine;
using engine::InitiativeId;
using engine::Measure;
using engine::Model;
using engine::Scope;
using engine::Subject;
using engine::TrialAccount;

Instead figure(double value) {
  return {std::isfinite(value) ? plain_figure(value) : std::isnan(value) ? "undefined" : "never"};
}

TrialAccount account_of(const Model& model, const std::vector<double>& inputs, const Subject& subject) {
  return engine::evaluate_trial(model, inputs, 0, engine::sets_of(model, subject).with);
}

std::string last_step_note(const Model& model, const char* with_what) {
  return fmt::format("Values are those of the last step ({}), today and with {}.",
                     month_of_step(model.time, model.time.steps), with_what);
}

std::string name_of_target(const Model& model, const std::variant<engine::DriverId, engine::StreamId>& target) {
  if (const auto* driver = std::get_if<engine::DriverId>(&target)) return model.drivers[index_of(*driver)].key;
  return model.streams[index_of(std::get<engine::StreamId>(target))].key;
}

std::string name_of_kind(engine::EffectKind kind) {
  switch (kind) {
    case engine::EffectKind::add:
      return "add";
    case engine::EffectKind::change:
      return "change";
    case engine::EffectKind::set:
      return "set";
  }
  return "";
}

Table effects_table(const Model& model, const std::vector<double>& inputs, const engine::Initiative& initiative) {
  Table table{"Effects at full adoption", "", {}, {}};
  table.columns = {{"On", Align::left, 1, false},
                   {"", Align::left, 1, false},
                   {"Value", Align::right, 1, false},
                   {"As typed", Align::left, 2, false},
                   {"Source", Align::left, 3, false}};
  engine::ReferenceStep today(model, inputs, model.time.steps);
  for (const engine::Effect& effect : initiative.effects) {
    table.rows.push_back({name_of_target(model, effect.target), name_of_kind(effect.kind),
                          figure(today.value_of(effect.amount)), effect.provenance.as_typed,
                          source_text(effect.provenance)});
  }
  return table;
}

double sum(const std::vector<double>& values) {
  engine::NeumaierSum total;
  for (const double value : values) total.add(value);
  return total.value();
}

Table money_table(const Model& model, const engine::Initiative& initiative, const engine::InitiativeAccount& account) {
  Table table{"Its own benefits and costs, " + model.currency + " over the horizon", "", {}, {}};
  table.columns = {{"Line", Align::left, 1, false},
                   {"Sum", Align::right, 1, false},
                   {"Present value", Align::right, 1, false},
                   {"As typed", Align::left, 2, false},
                   {"Source", Align::left, 3, false}};
  const auto add = [&](const std::string& name, const engine::MoneyLine& line, const engine::Provenance& provenance) {
    table.rows.push_back(
        {name, figure(sum(line.flow)), figure(sum(line.present_value)), provenance.as_typed, source_text(provenance)});
  };
  for (std::size_t i = 0; i < initiative.benefits.size(); ++i) {
    add(initiative.benefits[i].name, account.benefits[i].economic, initiative.benefits[i].provenance);
  }
  for (std::size_t i = 0; i < initiative.costs.size(); ++i) {
    add(initiative.costs[i].name, account.costs[i], initiative.costs[i].provenance);
  }
  return table;
}

Table measures_table(const Model& model, const std::vector<double>& inputs, const Subject& subject) {
  const auto measures = engine::reference_measures(model, inputs, subject);
  Table table{"What it is worth in this trial, money in " + model.currency, "", {}, {}};
  table.columns = {{"Measure", Align::left, 1, false}, {"Value", Align::right, 1, false}};
  for (const Measure measure : engine::all_measures()) {
    table.rows.push_back(
        {std::string(engine::traits_of(measure).name), figure(measures[static_cast<std::size_t>(measure)])});
  }
  return table;
}

Blocks timing(const engine::Initiative& initiative, const engine::InitiativeAccount& account) {
  Blocks blocks;
  const auto add = [&](const char* term, const std::string& text) {
    if (!text.empty()) blocks.push_back(Definition{term, text});
  };
  add("Today", initiative.current_state);
  add("In future", initiative.future_state);
  add("Starts", fmt::format("{} months after the start", plain_figure(account.start_months)));
  add("Goes live", fmt::format("{} months after the start", plain_figure(account.go_live_months)));
  add("Ramps up", fmt::format("in {} months", plain_figure(account.ramp_months)));
  add("Effect kept", fmt::format("{} % (less than 100 when it fails)", plain_figure(100.0 * account.effect_kept)));
  return blocks;
}

void append(Blocks& blocks, Blocks more) {
  for (Block& block : more) blocks.push_back(std::move(block));
}

Report explain_initiative(const Model& model, const std::vector<double>& inputs, InitiativeId id) {
  const engine::Initiative& initiative = engine::get(model, id);
  const Subject alone{Scope::alone, 0, id};
  Report report{fmt::format("{} ({})", initiative.name, initiative.key), {}};
  if (!model.options.front().starts[index_of(id)]) {
    report.blocks.push_back(Paragraph{"It is not part of the first option, so it has no start and no figures."});
    return report;
  }
  const TrialAccount trial = account_of(model, inputs, alone);
  const auto account = std::find_if(trial.initiatives.begin(), trial.initiatives.end(),
                                    [&](const auto& one) { return one.initiative == id; });
  append(report.blocks, timing(initiative, *account));
  if (!initiative.effects.empty()) report.blocks.push_back(effects_table(model, inputs, initiative));
  const bool has_money = !initiative.benefits.empty() || !initiative.costs.empty();
  if (has_money) report.blocks.push_back(money_table(model, initiative, *account));
  report.blocks.push_back(measures_table(model, inputs, alone));
  report.blocks.push_back(Heading{"The streams that it changes"});
  report.blocks.push_back(Paragraph{last_step_note(model, "this initiative and its prerequisites")});
  for (const engine::StreamId stream : changed_streams(trial)) {
    report.blocks.push_back(figure_tree(model, trial, stream));
  }
  return report;
}

/// Which of the worlds the trial is in: "Slump", of "As today 70 %, Slump 30 %".
std::vector<Cell> world_row(const engine::Worlds& worlds, double which) {
  std::string chances;
  for (const engine::World& world : worlds.list) {
    chances += fmt::format("{}{} {:.4g} %", chances.empty() ? "" : ", ", world.name, 100.0 * world.probability);
  }
  return {std::string(engine::worlds_path), Instead{worlds.list[static_cast<std::size_t>(which)].name}, chances};
}

Table inputs_table(const Model& model, const std::vector<double>& inputs) {
  Table table{"Every uncertain input", "", {}, {}};
  table.columns = {
      {"Input", Align::left, 1, false}, {"Value", Align::right, 1, false}, {"Distribution", Align::left, 2, false}};
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (model.worlds && i == engine::index_of(model.worlds->input)) {
      table.rows.push_back(world_row(*model.worlds, inputs[i]));
    } else {
      table.rows.push_back({model.inputs[i].path, Instead{fmt::format("{}", inputs[i])},
                            engine::describe(model.inputs[i].distribution)});
    }
  }
  return table;
}

Table steps_table(const Model& model, const std::vector<double>& inputs) {
  const engine::SubjectAccount account = engine::evaluate_subject(model, inputs, {Scope::programme, 0, {}});
  Table table{"Cash flow of the programme by step, " + model.currency + "; step 0 is the very start", "", {}, {}};
  table.columns = {{"Step", Align::right, 1, false},
                   {"Revenue", Align::right, 2, false},
                   {"Cost savings", Align::right, 2, false},
                   {"Staff savings", Align::right, 2, false},
                   {"One-off costs", Align::right, 2, false},
                   {"Running costs", Align::right, 2, false},
                   {"Taxes", Align::right, 2, false},
                   {"Net", Align::right, 1, false},
                   {"Present value of net", Align::right, 1, false}};
  for (std::size_t step = 0; step <= model.time.steps; ++step) {
    const auto flow = [&](FlowLine line) { return figure(account[line].flow[step]); };
    table.rows.push_back({Instead{fmt::format("{}", step)}, flow(FlowLine::revenue), flow(FlowLine::cost_savings),
                          flow(FlowLine::staff_savings), flow(FlowLine::one_off_costs), flow(FlowLine::running_costs),
                          flow(FlowLine::taxes), flow(FlowLine::net),
                          figure(account[FlowLine::net].present_value[step])});
  }
  return table;
}

}  // namespace

Report explain(const Model& model, const std::vector<double>& inputs, const Explained& subject) {
  if (const auto* initiative = std::get_if<InitiativeId>(&subject)) {
    return explain_initiative(model, inputs, *initiative);
  }
  const TrialAccount trial = account_of(model, inputs, {Scope::programme, 0, {}});
  const Paragraph note{last_step_note(model, "all initiatives")};
  if (const auto* driver = std::get_if<engine::DriverId>(&subject)) {
    return {model.drivers[index_of(*driver)].name, {note, figure_tree(model, trial, *driver)}};
  }
  const auto stream = std::get<engine::StreamId>(subject);
  return {model.streams[index_of(stream)].name, {note, figure_tree(model, trial, stream)}};
}

Report explain_trial(const Model& model, const std::vector<double>& inputs) {
  Report report{"One trial", {}};
  if (!inputs.empty()) report.blocks.push_back(inputs_table(model, inputs));
  report.blocks.push_back(measures_table(model, inputs, {Scope::programme, 0, {}}));
  report.blocks.push_back(steps_table(model, inputs));
  return report;
}

}  // namespace wayworth::reports
