#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "reports/report_extras.hpp"

namespace wayworth::reports {

/// What a run was made from, as text: enough to make its model again, on any machine.
struct ScenarioText {
  std::string file;  ///< without directory
  std::string text;
  std::vector<std::string> overrides;
  std::string variant;
  /// What the scenario includes, extends or takes data from: by its path from the scenario on, or from `<library>` on.
  std::map<std::string, std::string> files;
};

/// results.json: everything that a run found, what it was made from, and a checksum over both, so that SavedRun can
/// make every report of the run again; FORMAT_JSON.md describes it. The same run gives the same bytes.
std::string results_json(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras,
                         const ScenarioText& scenario);

}  // namespace wayworth::reports
