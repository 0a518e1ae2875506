#include <fmt/format.h>

#include <cmath>

#include "reports/cells.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Measure;
using engine::Model;

Table table_of(const Model& model, const Findings& findings) {
  Table table{"Cumulative net cash, undiscounted", model.currency, {text_column("End of")}, {}};
  for (const char* name : {"P5", "P10", "P25", "P50", "P75", "P90", "P95", "Mean"}) {
    table.columns.push_back(number_column(name));
  }
  for (std::size_t i = 0; i < findings.by_step.cumulative.size(); ++i) {
    const engine::FlowPoint& point = findings.by_step.cumulative[i];
    const auto cell = [&](double value) -> Cell {
      if (!std::isfinite(point.mean.standard_error)) return Instead{"?"};
      return Figure{Kind::money, value, point.mean.standard_error};
    };
    std::vector<Cell> row = {period_name(model, i)};
    for (const double value : values_of(point)) row.push_back(cell(value));
    row.push_back(cell(point.mean.value));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Json payback_of(const engine::Summary& payback) {
  Json months = Json::array();
  for (const double p : engine::summary_probabilities) {
    const auto estimate = quantile(payback, p);
    if (!estimate || !std::isfinite(estimate->value)) break;  // all later ones are never too
    months.push_back(estimate->value);
  }
  return months;
}

}  // namespace

MaybeChart fan_chart(const Model& model, const Findings& findings) {
  if (findings.manifest.point) return std::nullopt;
  const auto& cumulative = findings.by_step.cumulative;
  std::vector<double> means;
  std::vector<double> extremes;
  Json periods = Json::array();
  std::array<std::vector<double>, 7> quantiles;
  for (std::size_t i = 0; i < cumulative.size(); ++i) {
    const std::array<double, 7> values = values_of(cumulative[i]);
    for (std::size_t q = 0; q < values.size(); ++q) quantiles[q].push_back(values[q]);
    means.push_back(cumulative[i].mean.value);
    extremes.insert(extremes.end(), {values.front(), values.back()});
    periods.push_back(period_name(model, i));
  }
  const Amounts amounts(model, extremes);
  Json lines = Json::array();
  for (const std::vector<double>& line : quantiles) lines.push_back(amounts.of(line));
  const Json data = {{"kind", "fan"},
                     {"unit", amounts.unit()},
                     {"periods", std::move(periods)},
                     {"quantiles", std::move(lines)},
                     {"mean", amounts.of(means)},
                     {"payback", payback_of(findings.options.front()[Measure::payback])},
                     {"monthsPerPeriod", engine::months_per_step(model.time)}};
  return Chart{"cash-fan",
               fmt::format("Cumulative net cash, undiscounted, {}", amounts.unit()),
               payback_sentence(model, findings.options.front(), Cells(findings.manifest)) +
                   " The grey band is the time of payback over the same range.",
               {{table_of(model, findings)}},
               text_of(data)};
}

}  // namespace wayworth::reports
