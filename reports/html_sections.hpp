#pragma once

#include <string>
#include <vector>

#include "reports/charts/chart.hpp"

namespace wayworth::reports {

/// A section of report.html behind page one.
struct HtmlSection {
  const char* id;
  std::string topic;            ///< for the table of contents
  std::string claim;            ///< what it finds
  std::string html;             ///< empty: it has nothing to say
  std::vector<Chart> charts{};  ///< whose data the script needs
};

/// All of them in their order, those with nothing to say too.
std::vector<HtmlSection> html_sections(const engine::Model& model, const engine::Findings& findings,
                                       const ReportExtras& extras);

}  // namespace wayworth::reports
