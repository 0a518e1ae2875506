#pragma once

#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

/// One chart: what it shows in words, the figures behind it, and the same as data for the script that draws it.
struct Chart {
  std::string id;
  std::string title;
  std::string alternative;  ///< for those who do not see it
  Table table;
  std::string data;  ///< JSON; reports/web/src/data.ts has its types
};

// A chart that would say nothing (one initiative to rank, a run without chance) is left out.

std::vector<Chart> distribution_charts(const engine::Model& model, const engine::Findings& findings);
std::vector<Chart> cash_charts(const engine::Model& model, const engine::Findings& findings);
std::vector<Chart> bridge_charts(const engine::Model& model, const engine::Findings& findings);
std::vector<Chart> roadmap_charts(const engine::Model& model, const engine::Findings& findings);
std::vector<Chart> ranking_charts(const engine::Model& model, const engine::Findings& findings);

}  // namespace wayworth::reports
