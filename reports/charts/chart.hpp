#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "reports/comparison_report.hpp"
#include "reports/report.hpp"
#include "reports/report_extras.hpp"

namespace wayworth::reports {

/// The figures behind a chart, and when they are the ones that it shows.
struct ChartTable {
  Table table;
  std::string when{};  ///< a condition as html_view.hpp has them; empty: always
};

/// One chart: what it shows in words, the figures behind it, and the same as data for the script that draws it.
struct Chart {
  std::string id;
  std::string title;
  std::string alternative;  ///< for those who do not see it
  std::vector<ChartTable> tables;
  std::string data;  ///< JSON; reports/web/src/data.ts has its types
};

// A chart that would say nothing (one initiative to rank, a run without chance) is left out.
using MaybeChart = std::optional<Chart>;

MaybeChart histogram_chart(const engine::Model& model, const engine::Findings& findings);
/// The NPV of one initiative alone.
MaybeChart initiative_histogram(const engine::Model& model, const engine::Findings& findings,
                                const engine::InitiativeFindings& initiative);
MaybeChart curves_chart(const engine::Model& model, const engine::Findings& findings);
MaybeChart fan_chart(const engine::Model& model, const engine::Findings& findings);
MaybeChart bridge_chart(const engine::Model& model, const engine::Findings& findings);
MaybeChart gantt_chart(const engine::Model& model, const engine::Findings& findings);
MaybeChart ranks_chart(const engine::Model& model, const engine::Findings& findings);
MaybeChart bubbles_chart(const engine::Model& model, const engine::Findings& findings);
MaybeChart tornado_chart(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras);
/// The mean NPV along each of a few inputs; only of a sensitivity analysis, as are the tables.
MaybeChart spider_chart(const engine::Model& model, const ReportExtras& extras);
/// One for each two-way table that was asked for.
std::vector<Chart> two_way_charts(const engine::Model& model, const ReportExtras& extras);
MaybeChart worth_chart(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras);
MaybeChart frontier_chart(const engine::Model& model, const ReportExtras& extras);
MaybeChart customers_chart(const engine::Model& model);
/// Of sides that are compared: the chance of less, side by side.
MaybeChart compared_curves_chart(const ComparisonStory& story);
/// From one version to the other, change by change.
MaybeChart change_bridge_chart(const ComparisonStory& story);

}  // namespace wayworth::reports
