#include "reports/saved_run.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/core/input_error.hpp"
#include "engine/core/version.hpp"
#include "reports/json_parts.hpp"
#include "reports/read_findings.hpp"
#include "reports/read_json_parts.hpp"
#include "reports/read_roadmap.hpp"
#include "reports/read_sensitivity.hpp"
#include "reports/rule_json.hpp"

namespace wayworth::reports {

namespace {

/// What nlohmann/json says, without the number of its kind: "parse error at line 3, column 7: ...".
std::string said_by(const Json::exception& error) {
  const std::string text = error.what();
  const std::size_t end = text.find("] ");
  return end == std::string::npos ? text : text.substr(end + 2);
}

[[noreturn]] void refuse(const std::string& why) {
  throw engine::InputError("results: " + why);
}

/// Runs `read`; what it does not find is the file's fault.
template <class Read>
auto reading(Read read) {
  try {
    return read();
  } catch (const Json::exception& error) {
    refuse(fmt::format("not as Wayworth {} writes them: {}", engine::version(), said_by(error)));
  }
}

Json parsed(const std::string& text) {
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    refuse(fmt::format("no JSON, or not all of it: {}", said_by(error)));
  }
}

/// Other documents of ours are refused by name.
void check_kind(const Json& json) {
  const bool is_object = json.is_object();
  const std::string format = is_object ? json.value("format", "") : "";
  if (format == "wayworth-sensitivity") {
    refuse(
        "these are of `wayworth sensitivity --json`, which keep no scenario; `wayworth sensitivity -o DIR` writes a "
        "results.json that does");
  }
  if (format == "wayworth-comparison") refuse("these are of `wayworth compare`, which keep no scenario");
  if (format != "wayworth-findings") refuse("this is not what `wayworth run` writes (results.json, or --json)");
}

void check_version(const Json& json) {
  const std::string version = json.at("manifest").at("version").get<std::string>();
  if (json.at("format_version") == findings_format_version && version == engine::version()) return;
  refuse(fmt::format("written by Wayworth {}, and this is {}: run the scenario again", version, engine::version()));
}

/// From here on, everything is as it was written.
void check_is_unchanged(const Json& json) {
  Json document = json;
  const auto checksum = document.at("checksum").get<std::string>();
  document.erase("checksum");
  if (checksum != checksum_of(document)) {
    refuse("changed since the run wrote them (the checksum differs); run the scenario again");
  }
}

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

SavedRun::SavedRun(const std::string& text) : json_(std::make_unique<const Json>(parsed(text))) {
  reading([&] {
    check_kind(*json_);
    check_version(*json_);
    check_is_unchanged(*json_);
  });
}

SavedRun::~SavedRun() = default;

ScenarioText SavedRun::scenario() const {
  return reading([&] {
    const Json& json = json_->at("scenario");
    ScenarioText scenario{json.at("file"), json.at("text"), json.at("overrides"), json.at("variant"), {}};
    for (const Json& file : json.at("files")) scenario.files.emplace(file.at("name"), file.at("text"));
    return scenario;
  });
}

std::uint64_t SavedRun::scenario_hash() const {
  return reading([&] { return read_manifest(json_->at("manifest")).scenario_hash; });
}

void SavedRun::complete(engine::Model& model) const {
  reading([&] {
    std::vector<engine::Option> options;
    for (const Json& one : json_->at("options")) {
      options.push_back({one.at("key"), one.at("name"), read_starts(one.at("starts"), model)});
    }
    model.options = std::move(options);
    const Json& roadmap = json_->at("roadmap");
    if (!roadmap.is_null()) model.limits.must = read_must(roadmap, model);
  });
}

engine::Findings SavedRun::findings(const engine::Model& model) const {
  return reading([&] { return read_findings(*json_, model); });
}

std::optional<engine::RunSensitivity> SavedRun::of_run(const engine::Model& model) const {
  return part_of<engine::RunSensitivity>(*json_, "sensitivity",
                                         [&](const Json& json) { return read_run_sensitivity(json, model); });
}

std::optional<engine::Sensitivity> SavedRun::sensitivity(const engine::Model& model) const {
  return part_of<engine::Sensitivity>(*json_, "sensitivity_analysis",
                                      [&](const Json& json) { return read_sensitivity(json, model); });
}

engine::BrokenLimits SavedRun::limits(const engine::Model& model) const {
  return reading([&] {
    engine::BrokenLimits limits;
    const Json& json = json_->at("option_limits");
    if (json.is_null()) return limits;
    for (const engine::Option& option : model.options) limits.push_back(read_rules(json.at(option.key)));
    return limits;
  });
}

std::optional<RoadmapStory> SavedRun::roadmap(const engine::Model& model) const {
  return part_of<RoadmapStory>(*json_, "roadmap", [&](const Json& json) {
    RoadmapStory story = read_roadmap(json, model);
    story.findings = read_findings(*json_, model);
    story.broken_limits = limits(model);
    return story;
  });
}

}  // namespace wayworth::reports
