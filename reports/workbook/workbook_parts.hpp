#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "reports/workbook/book.hpp"
#include "reports/workbook/formula_text.hpp"
#include "reports/workbook/make_workbook.hpp"

namespace wayworth::reports {

/// What the sheets of a workbook are made from, and where things stand that several sheets name. The sheet of trials
/// has a column for each case; its rows are the inputs, then for each option a heading and the measures.
struct WorkbookParts {
  const engine::Model& model;
  const engine::Findings& findings;
  const Ledger& ledger;
  const std::vector<WorkbookCase>& cases;
  std::size_t chosen_case;  ///< the one that the calculation shows at first, for the first option
  LedgerPlaces places{};    ///< of inputs and rows
  std::size_t first_input_row = 0, last_input_row = 0;
  std::vector<double> first_measures{};    ///< what the calculation shows at first
  std::vector<double> first_cumulative{};  ///< net cash, by entry
  double first_internal_rate = 0.0;        ///< the same; NaN: undefined

  [[nodiscard]] std::size_t row_of_input(engine::InputId input) const { return 6 + engine::index_of(input); }
  /// From 0, as all rows and columns here.
  [[nodiscard]] std::size_t row_of_measure(std::size_t option, engine::Measure measure) const {
    return row_of_input(static_cast<engine::InputId>(model.inputs.size())) + 1 + option * (engine::measure_count + 1) +
           1 + static_cast<std::size_t>(measure);
  }
  /// "Trials!$C$7:$P$7"
  [[nodiscard]] std::string cases_in(std::size_t first_row, std::size_t last_row) const;
  /// "Calculation!$D$210"
  [[nodiscard]] std::string cell_of(RowId row) const;
};

inline constexpr std::size_t first_case_column = 2;
inline constexpr std::size_t case_header_row = 3;

/// The rows of the sheet of inputs; sets the names and cells of `parts.places`, and between which rows they stand.
void place_inputs(WorkbookParts& parts);

Sheet summary_sheet(const WorkbookParts& parts);
Sheet inputs_sheet(const WorkbookParts& parts, LedgerValues& values);
Sheet calculation_sheet(const WorkbookParts& parts, LedgerValues& values);
Sheet outputs_sheet(const WorkbookParts& parts);
Sheet chart_data_sheet(const WorkbookParts& parts);
Sheet trials_sheet(const WorkbookParts& parts);

std::vector<DefinedName> defined_names(const WorkbookParts& parts);
std::vector<SheetChart> summary_charts(const WorkbookParts& parts, std::size_t row);

NumberKind number_kind_of(engine::Measure measure);
NumberKind simulated(NumberKind kind);

}  // namespace wayworth::reports
