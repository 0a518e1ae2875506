#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "reports/digits.hpp"
#include "reports/figure_tree.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::FlowLine;
using engine::Model;
using engine::SubjectAccount;

struct Line {
  const char* name;
  FlowLine line;
  double sign;
};

constexpr std::array lines = {Line{"Revenue", FlowLine::revenue, 1.0},
                              Line{"Cost savings", FlowLine::cost_savings, 1.0},
                              Line{"Staff savings", FlowLine::staff_savings, 1.0},
                              Line{"One-off costs", FlowLine::one_off_costs, -1.0},
                              Line{"Running costs", FlowLine::running_costs, -1.0},
                              Line{"Taxes", FlowLine::taxes, -1.0},
                              Line{"= Net cash", FlowLine::net, 1.0}};

/// What flows in each year; what is paid at the very start counts to the first.
std::vector<double> by_year(const std::vector<double>& flow, std::size_t steps_per_year) {
  std::vector<double> years((flow.size() - 2) / steps_per_year + 1, 0.0);
  for (std::size_t entry = 0; entry < flow.size(); ++entry) {
    years[(entry == 0 ? 0 : entry - 1) / steps_per_year] += flow[entry];
  }
  return years;
}

Table yearly_table(const Model& model, const SubjectAccount& account) {
  const auto steps_per_year = static_cast<std::size_t>(model.time.steps_per_year);
  Table table{"Year by year, undiscounted, with every input at its mean", model.currency, {{"", Align::left}}, {}};
  const std::size_t years = by_year(account[FlowLine::net].flow, steps_per_year).size();
  for (std::size_t year = 1; year <= years; ++year) {
    table.columns.push_back({fmt::format("Year {}", year), Align::right});
  }
  for (const Line& line : lines) {
    const std::vector<double> flows = by_year(account[line.line].flow, steps_per_year);
    const bool is_nothing = std::all_of(flows.begin(), flows.end(), [](double flow) { return flow == 0.0; });
    if (is_nothing && line.line != FlowLine::net) continue;
    std::vector<Cell> row = {std::string(line.name)};
    // Adding 0 turns -0 into 0.
    for (const double flow : flows) row.emplace_back(Figure{Kind::money, line.sign * flow + 0.0, 0.0});
    table.rows.push_back(std::move(row));
  }
  table.sums = 1;
  return table;
}

}  // namespace

Blocks initiative_account(const Model& model, engine::InitiativeId id) {
  constexpr std::size_t most_trees = 4;
  const std::vector<double> inputs = engine::point_inputs(model, engine::Point::mean);
  const engine::Subject alone{.scope = engine::Scope::alone, .initiative = id};
  Blocks blocks = {yearly_table(model, engine::evaluate_subject(model, inputs, alone))};
  const engine::TrialAccount trial = engine::evaluate_trial(model, inputs, 0, engine::sets_of(model, alone).with);
  const std::vector<engine::StreamId> changed = changed_streams(trial);
  for (std::size_t i = 0; i < std::min(most_trees, changed.size()); ++i) {
    Table tree = figure_tree(model, trial, changed[i]);
    tree.title =
        fmt::format("How it changes {}: today, and with it and what it needs, in {}, every input at its mean",
                    model.streams[engine::index_of(changed[i])].name, month_of_step(model.time, model.time.steps));
    blocks.push_back(std::move(tree));
  }
  if (changed.size() > most_trees) {
    blocks.push_back(Paragraph{
        fmt::format("It changes {} more streams; `wayworth explain` shows them all.", changed.size() - most_trees)});
  }
  if (!changed.empty()) {
    blocks.push_back(Paragraph{"One trial without chance: what it comes to is not the mean of all trials."});
  }
  return blocks;
}

}  // namespace wayworth::reports
