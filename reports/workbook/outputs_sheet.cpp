#include <fmt/format.h>

#include <cmath>

#include "reports/measure_definition.hpp"
#include "reports/subjects.hpp"
#include "reports/workbook/workbook_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::Estimate;
using engine::Measure;

void add_estimate(SheetPen& pen, const std::optional<Estimate>& estimate, NumberKind kind) {
  if (!estimate) {
    pen.skip(2);
    return;
  }
  pen.number(estimate->value, kind);
  std::isfinite(estimate->standard_error) ? pen.number(estimate->standard_error, kind) : pen.skip();
}

void add_summary(SheetPen& pen, const engine::Summary& summary, NumberKind kind) {
  add_estimate(pen, summary.mean, kind);
  summary.standard_deviation ? pen.number(*summary.standard_deviation, kind) : pen.skip();
  for (std::size_t i = 0; i < engine::summary_probabilities.size(); ++i) {
    add_estimate(pen, summary.quantiles ? std::optional((*summary.quantiles)[i]) : std::nullopt, kind);
  }
  add_estimate(pen, summary.cvar, kind);
  add_estimate(pen, summary.probability_of_loss, NumberKind::share);
  pen.number(static_cast<double>(summary.never), NumberKind::whole);
  pen.number(static_cast<double>(summary.undefined), NumberKind::whole);
}

}  // namespace

Sheet outputs_sheet(const WorkbookParts& parts) {
  Sheet sheet{.name = "Outputs", .widths = {20, 12, 30, 28, 12}};
  sheet.further_width = 13;
  sheet.frozen_rows = 4;
  sheet.frozen_columns = 4;
  sheet.repeated_row = 3;
  SheetPen pen(sheet);
  pen.text("Outputs: what came out of all trials", Look::title).next_row();
  pen.text(
      fmt::format("{} trials. Behind each figure its standard error: how far chance alone moves it. P10 is the value "
                  "with a 10 % chance of less. Definitions stand at the end of each row.",
                  parts.findings.manifest.trials),
      Look::note);
  pen.next_row(2);
  for (const char* name : {"Option", "Scope", "Initiative", "Measure", "Unit", "Mean", "error", "Standard deviation"}) {
    pen.text(name, Look::column);
  }
  for (const double p : engine::summary_probabilities) {
    pen.text(fmt::format("P{:.0f}", 100.0 * p), Look::column).text("error", Look::column);
  }
  for (const char* name : {"Mean of the worst 5 %", "error", "Chance of less than 0", "error", "Trials: never",
                           "Trials: undefined", "Definition"}) {
    pen.text(name, Look::column);
  }
  pen.next_row();
  for (const NamedFigures& named : all_figures(parts.model, parts.findings)) {
    for (const Measure measure : engine::all_measures()) {
      pen.text(named.option).text(std::string(named.scope)).text(named.initiative);
      pen.text(std::string(engine::traits_of(measure).name)).text(unit_of(measure, parts.model.currency));
      add_summary(pen, (*named.figures)[measure], simulated(number_kind_of(measure)));
      pen.text(definition_of(parts.model, measure), Look::note);
      pen.next_row();
    }
  }
  return sheet;
}

NumberKind simulated(NumberKind kind) {
  return kind == NumberKind::money ? NumberKind::simulated_money : kind;
}

NumberKind number_kind_of(Measure measure) {
  if (measure == Measure::roi) return NumberKind::share;
  switch (engine::traits_of(measure).unit) {
    case engine::MeasureUnit::money:
    case engine::MeasureUnit::money_per_year:
      return NumberKind::money;
    case engine::MeasureUnit::ratio:
      return NumberKind::figure;
    case engine::MeasureUnit::months:
      return NumberKind::months;
    case engine::MeasureUnit::fte:
      return NumberKind::fte;
  }
  return NumberKind::figure;
}

}  // namespace wayworth::reports
