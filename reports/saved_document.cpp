#include "reports/saved_document.hpp"

#include <fmt/format.h>

#include "engine/core/input_error.hpp"
#include "engine/core/version.hpp"
#include "reports/json_parts.hpp"
#include "reports/reading.hpp"

namespace wayworth::reports {

namespace {

constexpr const char* comparison_format = "wayworth-comparison";

/// What nlohmann/json says, without the number of its kind: "parse error at line 3, column 7: ...".
std::string said_by(const Json::exception& error) {
  const std::string text = error.what();
  const std::size_t end = text.find("] ");
  return end == std::string::npos ? text : text.substr(end + 2);
}

Json parsed(const std::string& text) {
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    refuse(fmt::format("no JSON, or not all of it: {}", said_by(error)));
  }
}

/// What cannot be made again is refused by name.
void check_kind(const Json& json) {
  const bool is_object = json.is_object();
  const std::string format = is_object ? json.value("format", "") : "";
  if (format == "wayworth-sensitivity") {
    refuse(
        "these are of `wayworth sensitivity --json`, which keep no scenario; `wayworth sensitivity -o DIR` writes a "
        "results.json that does");
  }
  if (format != "wayworth-findings" && format != comparison_format) {
    refuse(
        "this is not what Wayworth writes: results.json of `wayworth run`, `roadmap` or `sensitivity`, or "
        "comparison.json of "
        "`wayworth compare`");
  }
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

void refuse(const std::string& why) {
  throw engine::InputError("results: " + why);
}

void refuse(const Json::exception& error) {
  refuse(fmt::format("not as Wayworth {} writes them: {}", engine::version(), said_by(error)));
}

SavedDocument::SavedDocument(const std::string& text) : json_(std::make_shared<const Json>(parsed(text))) {
  reading([&] {
    check_kind(*json_);
    check_version(*json_);
    check_is_unchanged(*json_);
  });
}

bool SavedDocument::is_comparison() const {
  return json_->at("format") == comparison_format;
}

}  // namespace wayworth::reports
