#include "reports/saved_run.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/core/input_error.hpp"
#include "engine/core/version.hpp"
#include "reports/json_parts.hpp"
#include "reports/read_findings.hpp"
#include "reports/read_json_parts.hpp"
#include "reports/read_sensitivity.hpp"

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
  if (format == "wayworth-findings" && json.contains("roadmap")) {
    refuse("these are of `wayworth roadmap`, which keeps no scenario; run it again with -o for its reports");
  }
  for (const char* command : {"comparison", "sensitivity"}) {
    if (format != fmt::format("wayworth-{}", command)) continue;
    refuse(fmt::format("these are of `wayworth {}`; reports are made of what `wayworth run` writes",
                       format == "wayworth-comparison" ? "compare" : command));
  }
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
  return reading([&] { return read_manifest(*json_).scenario_hash; });
}

std::vector<engine::Option> SavedRun::options(const engine::Model& model) const {
  return reading([&] {
    std::vector<engine::Option> options;
    for (const Json& one : json_->at("options")) {
      engine::Option option{one.at("key"), one.at("name"), {}};
      option.starts.resize(model.initiatives.size());
      for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
        const auto start = one.at("starts").find(model.initiatives[i].key);
        if (start != one.at("starts").end()) option.starts[i] = start->get<std::size_t>();
      }
      options.push_back(std::move(option));
    }
    return options;
  });
}

engine::Findings SavedRun::findings(const engine::Model& model) const {
  return reading([&] { return read_findings(*json_, model); });
}

std::optional<engine::RunSensitivity> SavedRun::sensitivity(const engine::Model& model) const {
  return reading([&]() -> std::optional<engine::RunSensitivity> {
    const Json& json = json_->at("sensitivity");
    if (json.is_null()) return std::nullopt;
    return read_run_sensitivity(json, model);
  });
}

}  // namespace wayworth::reports
