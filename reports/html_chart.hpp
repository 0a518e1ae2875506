#pragma once

#include <string>
#include <vector>

#include "reports/charts/chart.hpp"

namespace wayworth::reports {

// What pages with charts have in common.

/// From the document type to the end of the head: what the page may do, its title and its look.
std::string html_head(const std::string& title);

/// The chart's place, which stays hidden until the script draws, and the figures behind it.
std::string html_chart(const Chart& chart);

/// The data of all charts, and the script that draws them; nothing in a build without charts.
/// \param choices  JSON: what a reader can pick, as reports/web/src/data.ts has it
std::string html_chart_script(const std::string& choices, const std::vector<Chart>& charts);

/// What a page says in place of its charts; nothing where it has them.
std::string html_without_charts();

}  // namespace wayworth::reports
