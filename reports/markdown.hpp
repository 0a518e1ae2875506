#pragma once

#include <string>

#include "reports/report.hpp"

namespace wayworth::reports {

/// The report as Markdown with tables (GitHub's), for pull requests, wikis and mail. Text of the scenario stays text:
/// nothing in it becomes a heading, a link or a tag. Figures are rounded as on the terminal.
std::string to_markdown(const Report& report);

}  // namespace wayworth::reports
