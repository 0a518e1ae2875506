#include <fmt/format.h>

#include "reports/sections/sections.hpp"
#include "reports/workbook/workbook_parts.hpp"

namespace wayworth::reports {

namespace {

constexpr const char* sheet_name = "Chart data";
constexpr std::size_t first_row = 3;
constexpr std::size_t cash_column = 0;       // step, month, then:
constexpr std::size_t live_column = 2;       // of the calculation
constexpr std::size_t p10_column = 3;        // P10, P50, P90, mean
constexpr std::size_t histogram_column = 8;  // from, trials

bool has_chance(const WorkbookParts& parts) {
  return !parts.findings.manifest.point.has_value();
}

const engine::Histogram& histogram_of(const WorkbookParts& parts) {
  return parts.findings.npv_distributions.front().histogram;
}

std::string row_text(const WorkbookParts& parts, std::size_t entry) {
  return entry == 0 ? "start" : month_of_step(parts.model.time, entry);
}

}  // namespace

Sheet chart_data_sheet(const WorkbookParts& parts) {
  Sheet sheet{.name = sheet_name, .widths = {8, 12, 18, 16, 16, 16, 16, 4, 18, 12}};
  sheet.frozen_rows = first_row;
  sheet.repeated_row = 2;
  SheetPen pen(sheet);
  pen.text("Chart data", Look::title).next_row();
  pen.text("Cumulative net cash, undiscounted: of the calculation as it stands, and of all trials", Look::note);
  if (has_chance(parts)) pen.skip(histogram_column - 1).text("NPV of all trials: how many fall where", Look::note);
  pen.next_row();
  pen.text("Step", Look::column).text("Month", Look::column).text("Calculation", Look::column);
  if (has_chance(parts)) {
    for (const char* name : {"P10", "P50", "P90", "Mean"}) pen.text(name, Look::column);
    pen.skip().text("NPV from", Look::column).text("Trials", Look::column);
  }
  pen.next_row();
  const std::vector<engine::FlowPoint>& cash = parts.findings.by_step.cumulative;
  const engine::Histogram& histogram = histogram_of(parts);
  const std::size_t rows = std::max(cash.size(), has_chance(parts) ? histogram.counts.size() : 0);
  for (std::size_t i = 0; i < rows; ++i) {
    if (i < cash.size()) {
      pen.number(static_cast<double>(i), NumberKind::whole).text(row_text(parts, i));
      const std::size_t row = parts.places.first_row + index_of(parts.ledger.cumulative);
      pen.formula(fmt::format("Calculation!{}{}", column_of(i), row), parts.first_cumulative.at(i), NumberKind::money);
      if (has_chance(parts)) {
        for (const double value : {cash[i].p10, cash[i].p50, cash[i].p90, cash[i].mean.value}) {
          pen.number(value, NumberKind::simulated_money);
        }
      }
    }
    if (has_chance(parts) && i < histogram.counts.size()) {
      pen.skip(histogram_column - pen.column());
      pen.number(histogram.low + static_cast<double>(i) * histogram.width, NumberKind::money);
      pen.number(static_cast<double>(histogram.counts[i]), NumberKind::whole);
    }
    pen.next_row();
  }
  return sheet;
}

std::vector<SheetChart> summary_charts(const WorkbookParts& parts, std::size_t row) {
  const std::string money = parts.model.currency;
  const std::size_t last_cash = first_row + parts.findings.by_step.cumulative.size() - 1;
  const CellRange months{first_row, cash_column + 1, last_cash, cash_column + 1};
  SheetChart cash{SheetChart::Kind::lines, "Cumulative net cash", "", money, row, 0, {}};
  const auto add = [&](const char* name, std::size_t column) {
    cash.series.push_back({name, sheet_name, months, {first_row, column, last_cash, column}});
  };
  add("Calculation", live_column);
  if (!has_chance(parts)) return {cash};
  add("P10", p10_column);
  add("P50", p10_column + 1);
  add("P90", p10_column + 2);
  const std::size_t last_bin = first_row + histogram_of(parts).counts.size() - 1;
  SheetChart npv{
      SheetChart::Kind::columns, "NPV of the programme: trials by value", "NPV from, " + money, "Trials", row, 4, {}};
  npv.series.push_back({"Trials",
                        sheet_name,
                        {first_row, histogram_column, last_bin, histogram_column},
                        {first_row, histogram_column + 1, last_bin, histogram_column + 1}});
  return {cash, npv};
}

}  // namespace wayworth::reports
