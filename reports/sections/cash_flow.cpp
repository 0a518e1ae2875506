#include <fmt/format.h>

#include <array>

#include "reports/cells.hpp"
#include "reports/sections/is_uncertain.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::FlowPoint;
using engine::Measure;
using engine::Model;

/// Year 0 is what is paid at the very start; most cases pay nothing then.
std::size_t first_year_with_cash(const Findings& findings) {
  const FlowPoint& start = findings.by_year.net.front();
  return start.mean.value == 0.0 && start.p10 == 0.0 && start.p90 == 0.0 ? 1 : 0;
}

std::string year_label(std::size_t year) {
  return year == 0 ? "start" : fmt::format("{}", year);
}

/// The percentiles of a flow have no errors of their own; they are shown as coarsely as its mean.
Cell percentile(const Cells& cells, const FlowPoint& point, double value) {
  return cells.estimate(Kind::money, engine::Estimate{value, point.mean.standard_error});
}

Table yearly_with_chances(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  Table table{"Net cash by year, undiscounted", model.currency, {}, {}};
  table.columns = {
      {"Year", Align::left, 1, false}, {"Net mean", Align::right, 1, true}, {"P10", Align::right, 1, false},
      {"P50", Align::right, 3, false}, {"P90", Align::right, 1, false},     {"Cumulative mean", Align::right, 1, true},
      {"P10", Align::right, 2, false}, {"P50", Align::right, 4, false},     {"P90", Align::right, 2, false}};
  for (std::size_t year = first_year_with_cash(findings); year < findings.by_year.net.size(); ++year) {
    const FlowPoint& net = findings.by_year.net[year];
    const FlowPoint& sum = findings.by_year.cumulative[year];
    table.rows.push_back({year_label(year), cells.estimate(Kind::money, net.mean), percentile(cells, net, net.p10),
                          percentile(cells, net, net.p50), percentile(cells, net, net.p90),
                          cells.estimate(Kind::money, sum.mean), percentile(cells, sum, sum.p10),
                          percentile(cells, sum, sum.p50), percentile(cells, sum, sum.p90)});
  }
  return table;
}

Table yearly_without_chance(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  Table table{"Net cash by year, undiscounted", model.currency, {}, {}};
  table.columns = {
      {"Year", Align::left, 1, false}, {"Net", Align::right, 1, false}, {"Cumulative", Align::right, 1, false}};
  for (std::size_t year = first_year_with_cash(findings); year < findings.by_year.net.size(); ++year) {
    table.rows.push_back({year_label(year), cells.estimate(Kind::money, findings.by_year.net[year].mean),
                          cells.estimate(Kind::money, findings.by_year.cumulative[year].mean)});
  }
  return table;
}

struct Line {
  const char* name;
  Measure measure;
};

constexpr std::array present_value_lines = {
    Line{"Revenue", Measure::pv_revenue},
    Line{"Cost savings", Measure::pv_cost_savings},
    Line{"Staff savings", Measure::pv_staff_savings},
    Line{"= Benefits", Measure::pv_benefits},
    Line{"Costs, one-off and running", Measure::pv_costs},
    Line{"of them one-off", Measure::pv_one_off_costs},
    Line{"Taxes", Measure::pv_taxes},
    Line{"After the horizon", Measure::pv_terminal_value},
    Line{"= NPV, economic", Measure::npv},
    Line{"NPV, cash-releasing", Measure::cash_npv},
};

Table present_values(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  const engine::Figures& programme = findings.options.front();
  const bool has_chance = is_uncertain(model, findings);
  Table table{"Present values of the programme", model.currency, {}, {}};
  table.columns = {{"", Align::left, 1, false}, {has_chance ? "Mean" : "Value", Align::right, 1, true}};
  if (has_chance) {
    for (const char* name : {"P10", "P50", "P90"}) table.columns.push_back({name, Align::right, 1, false});
  }
  const bool is_taxed = model.tax.rate != 0.0;
  const bool goes_on = model.terminal_value.form != engine::TerminalValue::Form::none;
  for (const Line& line : present_value_lines) {
    if (line.measure == Measure::pv_taxes && !is_taxed) continue;
    if (line.measure == Measure::pv_terminal_value && !goes_on) continue;
    std::vector<Cell> row = {std::string(line.name), cells.mean(line.measure, programme)};
    if (has_chance) {
      for (const double p : {0.1, 0.5, 0.9}) row.push_back(cells.quantile(line.measure, programme, p));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Blocks cash_flow(const Model& model, const Findings& findings) {
  return {Heading{"Cash flow and present values"},
          is_uncertain(model, findings) ? yearly_with_chances(model, findings) : yearly_without_chance(model, findings),
          present_values(model, findings)};
}

}  // namespace wayworth::reports
