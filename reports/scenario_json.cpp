#include "reports/scenario_json.hpp"

namespace wayworth::reports {

Json scenario_json(const ScenarioText& scenario) {
  Json files = Json::array();
  for (const auto& [name, text] : scenario.files) files.push_back({{"name", name}, {"text", text}});
  return {{"file", scenario.file},
          {"variant", scenario.variant},
          {"overrides", scenario.overrides},
          {"text", scenario.text},
          {"files", std::move(files)}};
}

ScenarioText read_scenario_text(const Json& json) {
  ScenarioText scenario{json.at("file"), json.at("text"), json.at("overrides"), json.at("variant"), {}};
  for (const Json& file : json.at("files")) scenario.files.emplace(file.at("name"), file.at("text"));
  return scenario;
}

}  // namespace wayworth::reports
