#pragma once

#include "engine/model/model.hpp"
#include "reports/report_extras.hpp"
#include "reports/workbook/book.hpp"

namespace wayworth::reports {

/// What the NPV hangs on, as tables of values, and a chart of the inputs one by one.
/// \param extras  with a sensitivity analysis, or what the trials of the run say
Sheet sensitivity_sheet(const engine::Model& model, const ReportExtras& extras);

}  // namespace wayworth::reports
