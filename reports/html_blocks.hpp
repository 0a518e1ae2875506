#pragma once

#include <string>
#include <vector>

#include "reports/report.hpp"

namespace wayworth::reports {

/// Blocks as HTML. Figures are rounded and scaled just as on the terminal.
/// \param heading_level  of their headings: 2 is h2
std::string html_blocks(const std::vector<Block>& blocks, int heading_level = 2);

std::string html_table(const Table& table);

}  // namespace wayworth::reports
