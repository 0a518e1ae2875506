#pragma once

#include "reports/workbook/ledger_rows.hpp"

namespace wayworth::reports {

/// The internal rate of return of the net cash flow by halving an interval, one halving a step, so that every cell of
/// the search can be looked at. The rate is effective a year, between -99 % and 1,000 %; "undefined" when the present
/// value has the same sign at both.
void add_internal_rate(LedgerRows& rows);

}  // namespace wayworth::reports
