#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.hpp"

namespace wayworth::tests {

inline const std::string bank = std::string(WAYWORTH_SOURCE_DIR) + "/examples/bank/scenario.yaml";

inline double mean_npv(const nlohmann::json& answer) {
  return answer["options"][0]["programme"]["npv"]["mean"]["value"];
}

/// Every prerequisite is there, planned to be live when what needs it starts, and no role has more work than people.
inline void check_rules(const nlohmann::json& roadmap) {
  const nlohmann::json& starts = roadmap["starts"];
  const std::vector<std::pair<std::string, std::string>> needs = {{"notifications", "self_service"},
                                                                  {"omnichannel", "web_engagement"},
                                                                  {"omnichannel", "routing"},
                                                                  {"journey_orchestration", "speech_analytics"},
                                                                  {"journey_orchestration", "omnichannel"}};
  for (const auto& [initiative, needed] : needs) {
    if (!starts.contains(initiative)) continue;
    INFO(initiative << " needs " << needed);
    REQUIRE(starts.contains(needed));
    const double live =
        starts[needed].get<double>() + roadmap["initiatives"][needed]["planned_duration_months"].get<double>();
    CHECK(starts[initiative].get<double>() >= live - 1e-9);
  }
  CHECK(roadmap["capacity"].size() == 5);
  for (const nlohmann::json& periods : roadmap["capacity"]) {
    for (const nlohmann::json& period : periods) {
      CHECK(period["planned"].get<double>() <= period["capacity"].get<double>() + 1e-9);
    }
  }
}

inline double one_off_costs(const nlohmann::json& roadmap) {
  double sum = 0.0;
  for (const nlohmann::json& initiative : roadmap["initiatives"]) {
    if (!initiative["start"].is_null()) sum += initiative["planned_one_off_cost"].get<double>();
  }
  return sum;
}

}  // namespace wayworth::tests
