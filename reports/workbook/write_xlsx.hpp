#pragma once

#include <string>

#include "reports/workbook/book.hpp"

namespace wayworth::reports {

/// The bytes of the workbook as an .xlsx file; the same workbook gives the same bytes.
/// \throws std::runtime_error when the file cannot be put together (memory or the temporary directory is full)
std::string to_xlsx(const Workbook& workbook);

}  // namespace wayworth::reports
