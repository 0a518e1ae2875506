#pragma once

#include "reports/workbook/ledger_figures.hpp"

namespace wayworth::reports {

/// What the customers of each segment are worth in the last step, today and with the initiatives.
void add_segments(LedgerRows& rows, LedgerFigures& figures);

}  // namespace wayworth::reports
