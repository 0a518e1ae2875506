#include "reports/saved_run.hpp"

#include "reports/json_parts.hpp"
#include "reports/read_findings.hpp"
#include "reports/read_json_parts.hpp"
#include "reports/read_roadmap.hpp"
#include "reports/read_sensitivity.hpp"
#include "reports/reading.hpp"
#include "reports/rule_json.hpp"
#include "reports/scenario_json.hpp"

namespace wayworth::reports {

namespace {

/// A part of results.json that may be null.
template <class Part, class Read>
std::optional<Part> part_of(const Json& json, const char* key, Read read) {
  return reading([&]() -> std::optional<Part> {
    const Json& part = json.at(key);
    if (part.is_null()) return std::nullopt;
    return read(part);
  });
}

}  // namespace

ScenarioText SavedRun::scenario() const {
  return reading([&] { return read_scenario_text(document_.json().at("scenario")); });
}

std::uint64_t SavedRun::scenario_hash() const {
  return reading([&] { return read_manifest(document_.json().at("manifest")).scenario_hash; });
}

void SavedRun::complete(engine::Model& model) const {
  reading([&] {
    std::vector<engine::Option> options;
    for (const Json& one : document_.json().at("options")) {
      options.push_back({one.at("key"), one.at("name"), read_starts(one.at("starts"), model)});
    }
    model.options = std::move(options);
    const Json& roadmap = document_.json().at("roadmap");
    if (!roadmap.is_null()) model.limits.must = read_must(roadmap, model);
  });
}

engine::Findings SavedRun::findings(const engine::Model& model) const {
  return reading([&] { return read_findings(document_.json(), model); });
}

std::optional<engine::RunSensitivity> SavedRun::of_run(const engine::Model& model) const {
  return part_of<engine::RunSensitivity>(document_.json(), "sensitivity",
                                         [&](const Json& json) { return read_run_sensitivity(json, model); });
}

std::optional<engine::Sensitivity> SavedRun::sensitivity(const engine::Model& model) const {
  return part_of<engine::Sensitivity>(document_.json(), "sensitivity_analysis",
                                      [&](const Json& json) { return read_sensitivity(json, model); });
}

engine::BrokenLimits SavedRun::limits(const engine::Model& model) const {
  return reading([&] {
    engine::BrokenLimits limits;
    const Json& json = document_.json().at("option_limits");
    if (json.is_null()) return limits;
    for (const engine::Option& option : model.options) limits.push_back(read_rules(json.at(option.key)));
    return limits;
  });
}

std::optional<RoadmapStory> SavedRun::roadmap(const engine::Model& model) const {
  return part_of<RoadmapStory>(document_.json(), "roadmap", [&](const Json& json) {
    RoadmapStory story = read_roadmap(json, model);
    story.findings = read_findings(document_.json(), model);
    story.broken_limits = limits(model);
    return story;
  });
}

}  // namespace wayworth::reports
