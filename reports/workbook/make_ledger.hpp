#pragma once

#include "reports/workbook/ledger.hpp"

namespace wayworth::reports {

/// The model's point case: every driver, initiative, stream, cost and measure of the programme as formulas that start
/// from the inputs. They follow engine/execute/reference.cpp, which also says what each means.
Ledger make_ledger(const engine::Model& model);

}  // namespace wayworth::reports
