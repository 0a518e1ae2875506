#include <array>

#include <fmt/format.h>

#include "reports/cells.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/html_view.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Measure;
using engine::Model;

Table table_of(const Model& model, const Findings& findings, bool is_cash) {
  constexpr std::array shown = {5, 10, 25, 50, 75, 90, 95};
  const Cells cells(findings.manifest);
  Table table{is_cash ? "NPV by option, cash-releasing" : "NPV by option", model.currency, {text_column("Option")}, {}};
  for (const int p : shown) table.columns.push_back(number_column(fmt::format("P{}", p)));
  const Measure measure = is_cash ? Measure::cash_npv : Measure::npv;
  for (std::size_t i = 0; i < findings.options.size(); ++i) {
    std::vector<Cell> row = {model.options[i].name};
    for (const int p : shown) row.push_back(cells.quantile(measure, findings.options[i], p / 100.0));
    table.rows.push_back(std::move(row));
    table.about.push_back(about_option(i));
  }
  return table;
}

}  // namespace

MaybeChart curves_chart(const Model& model, const Findings& findings) {
  if (findings.manifest.point || findings.options.size() < 2) return std::nullopt;
  std::vector<double> all;
  for (const auto* distributions : {&findings.npv_distributions, &findings.cash_npv_distributions}) {
    for (const auto& one : *distributions) all.insert(all.end(), one.percentiles.begin(), one.percentiles.end());
  }
  const Amounts amounts(model, all);
  Json series = Json::array();
  for (std::size_t i = 0; i < findings.options.size(); ++i) {
    series.push_back({{"option", i},
                      {"name", model.options[i].name},
                      {"economic", amounts.of(findings.npv_distributions[i].percentiles)},
                      {"cash", amounts.of(findings.cash_npv_distributions[i].percentiles)}});
  }
  std::vector<ChartTable> tables = {{table_of(model, findings, false)}};
  if (has_cash_view(findings)) {
    tables.front().when = "basis=economic";
    tables.push_back({table_of(model, findings, true), "basis=cash"});
  }
  return Chart{"npv-curves", "NPV: the chance of less, option by option",
               "For every option the chance of an NPV below a figure. A curve further to the right is better.",
               std::move(tables),
               text_of({{"kind", "curves"}, {"unit", amounts.unit()}, {"series", std::move(series)}})};
}

}  // namespace wayworth::reports
