#pragma once

#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "reports/report_extras.hpp"
#include "reports/workbook/book.hpp"

namespace wayworth::reports {

/// A value of every input that the calculation can be looked at with.
struct WorkbookCase {
  std::string name;            ///< "mode", "trial 17"
  std::vector<double> inputs;  ///< by InputId
};

/// Every input at its mode, median and mean, and the typical trials of the findings, drawn again as they were.
std::vector<WorkbookCase> workbook_cases(const engine::Model& model, const engine::Findings& findings);

/// The whole workbook: summary, inputs, calculation with live formulas, outputs, sensitivity where it is known, trials.
/// The calculation shows the point of a run without chance, else the mode; another case or option can be chosen in the
/// workbook.
Workbook make_workbook(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras = {});

}  // namespace wayworth::reports
