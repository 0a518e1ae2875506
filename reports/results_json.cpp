#include "reports/results_json.hpp"

#include "reports/json_parts.hpp"
#include "reports/roadmap_json.hpp"
#include "reports/rule_json.hpp"
#include "reports/scenario_json.hpp"
#include "reports/sensitivity_json_parts.hpp"

namespace wayworth::reports {

namespace {

/// By option.
Json option_limits_json(const engine::Model& model, const engine::BrokenLimits& limits) {
  if (limits.empty()) return {};
  Json all = Json::object();
  for (std::size_t i = 0; i < limits.size(); ++i) all[model.options[i].key] = rules_json(model, limits[i]);
  return all;
}

}  // namespace

std::string results_json(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras,
                         const ScenarioText& scenario) {
  Json json = findings_json(model, findings);
  json["sensitivity"] = extras.of_run == nullptr ? Json() : run_sensitivity_json(model, *extras.of_run);
  json["sensitivity_analysis"] = extras.sensitivity == nullptr ? Json() : sensitivity_json(model, *extras.sensitivity);
  json["roadmap"] = extras.roadmap == nullptr ? Json() : roadmap_json(model, *extras.roadmap);
  json["option_limits"] = extras.limits == nullptr ? Json() : option_limits_json(model, *extras.limits);
  json["scenario"] = scenario_json(scenario);
  json["checksum"] = checksum_of(json);
  return text_of_file(json);
}

}  // namespace wayworth::reports
