#include "reports/workbook/make_workbook.hpp"

#include <fmt/format.h>

#include "engine/execute/input_columns.hpp"
#include "engine/execute/value_at_point.hpp"
#include "reports/sections/sections.hpp"
#include "reports/subjects.hpp"
#include "reports/workbook/make_ledger.hpp"
#include "reports/workbook/sensitivity_sheet.hpp"
#include "reports/workbook/workbook_parts.hpp"

namespace wayworth::reports {

namespace {

constexpr std::size_t rows_above_ledger = 5;

std::size_t chosen_case(const std::vector<WorkbookCase>& cases, const engine::Manifest& manifest) {
  const std::string_view wanted = name_of(manifest.point.value_or(engine::Point::mode));
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (cases[i].name == wanted) return i;
  }
  return 0;
}

}  // namespace

std::string WorkbookParts::cases_in(std::size_t first_row, std::size_t last_row) const {
  return range_name("Trials", {first_row, first_case_column, last_row, first_case_column + cases.size() - 1});
}

std::string WorkbookParts::cell_of(RowId row) const {
  return "Calculation!" + fixed_cell_name(places.first_row - 1 + index_of(row), all_steps_column);
}

std::vector<WorkbookCase> workbook_cases(const engine::Model& model, const engine::Findings& findings) {
  std::vector<WorkbookCase> cases;
  for (const engine::Point point : {engine::Point::mode, engine::Point::median, engine::Point::mean}) {
    WorkbookCase one{std::string(name_of(point)), {}};
    for (const engine::Input& input : model.inputs)
      one.inputs.push_back(engine::value_at(point, input.path, input.distribution));
    cases.push_back(std::move(one));
  }
  const engine::Manifest& manifest = findings.manifest;
  if (findings.typical_trials.empty()) return cases;
  const engine::Replicates replicates = engine::replicates_for(manifest.sampling, manifest.trials_requested);
  engine::InputColumns columns(model, {manifest.seed, manifest.sampling, replicates});
  for (const engine::TypicalTrial& typical : findings.typical_trials) {
    WorkbookCase one{fmt::format("trial {}", typical.trial + 1), std::vector<double>(model.inputs.size())};
    for (std::size_t i = 0; i < one.inputs.size(); ++i) {
      columns.fill(static_cast<engine::InputId>(i), typical.trial, {&one.inputs[i], 1});
    }
    cases.push_back(std::move(one));
  }
  return cases;
}

Workbook make_workbook(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras) {
  const Ledger ledger = make_ledger(model);
  const std::vector<WorkbookCase> cases = workbook_cases(model, findings);
  WorkbookParts parts{model, findings, ledger, cases, chosen_case(cases, findings.manifest)};
  parts.places.first_row = rows_above_ledger + 1;
  place_inputs(parts);
  LedgerValues values(ledger, given_values(ledger, model, cases[parts.chosen_case].inputs, 0));
  for (const RowId row : ledger.measures) parts.first_measures.push_back(values.all_steps(row));
  for (std::size_t i = 0; i <= ledger.steps; ++i) parts.first_cumulative.push_back(values.at(ledger.cumulative, i));
  parts.first_internal_rate = values.all_steps(ledger.internal_rate);
  Workbook book{model.name, made_by(findings.manifest).text, model.currency, {}, {}};
  book.sheets.push_back(summary_sheet(parts));
  book.sheets.push_back(inputs_sheet(parts, values));
  book.sheets.push_back(calculation_sheet(parts, values));
  book.sheets.push_back(outputs_sheet(parts));
  if (extras.sensitivity != nullptr || extras.of_run != nullptr) {
    book.sheets.push_back(sensitivity_sheet(model, extras));
  }
  book.sheets.push_back(trials_sheet(parts));
  book.sheets.push_back(chart_data_sheet(parts));
  book.names = defined_names(parts);
  return book;
}

}  // namespace wayworth::reports
