#include "scenarios/review.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include <fmt/format.h>

#include "engine/lint/lint.hpp"

namespace wayworth::scenarios {

namespace {

using Json = nlohmann::ordered_json;

/// Whether `path` is `at`, or stands in it.
bool is_in(std::string_view path, std::string_view at) {
  if (!path.starts_with(at)) return false;
  return at.empty() || path.size() == at.size() || path[at.size()] == '.' || path[at.size()] == '[';
}

std::string message_of(const engine::Warning& warning) {
  return warning.remedy.empty() ? warning.what : fmt::format("{}; {}", warning.what, warning.remedy);
}

Place place_of(const ReadResult& read, const engine::Warning& warning) {
  if (!read.document) return {};
  return find_place(read.document->root, warning.at).value_or(Place{});
}

void add(Review& review, engine::Warning warning, Place place) {
  if (warning.accepted_because.empty()) {
    review.open.add({Severity::warning, std::move(place), warning.at, message_of(warning), warning.rule});
  }
  review.all.push_back(std::move(warning));
}

/// The acceptances of the scenario, and which of them something needed.
class Acceptances {
public:
  explicit Acceptances(std::span<const Acceptance> all) : all_(all), used_(all.size()) {}

  void apply_to(engine::Warning& warning) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].rule != warning.rule || !is_in(warning.at, all_[i].at)) continue;
      used_[i] = true;
      if (warning.accepted_because.empty()) warning.accepted_because = all_[i].because;
    }
  }

  void report_stale(bool after_run, Review& review) const {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const bool is_known = after_run || engine::find_rule(all_[i].rule)->needs != engine::LintRule::Needs::run;
      if (used_[i] || !is_known) continue;
      const std::string where = all_[i].at.empty() ? "" : fmt::format(" at `{}`", all_[i].at);
      add(review,
          {"W-STALE", "accept", fmt::format("`{}` finds nothing{}", all_[i].rule, where),
           std::string(engine::find_rule("W-STALE")->remedy)},
          all_[i].place);
    }
  }

private:
  std::span<const Acceptance> all_;
  std::vector<bool> used_;
};

Json problem_json(const Problem& problem, const std::string& scenario) {
  Json json = {{"severity", problem.severity == Severity::error ? "error" : "warning"}};
  if (const engine::LintRule* const rule = engine::find_rule(problem.rule)) {
    json["rule"] = rule->id;
    json["name"] = rule->name;
    json["why"] = rule->why;
  }
  if (problem.place.is_override()) {
    json["set"] = *problem.place.set_path;
  } else {
    json["file"] = problem.place.file ? *problem.place.file : scenario;
  }
  json["line"] = problem.place.line;
  json["column"] = problem.place.column;
  json["path"] = problem.path;
  json["message"] = problem.message;
  return json;
}

}  // namespace

Review review(const ReadResult& read, std::vector<engine::Warning> found, bool after_run) {
  Review result;
  Acceptances acceptances(read.acceptances);
  for (const Problem& problem : read.found_by_reading) {
    engine::Warning warning{problem.rule, problem.path, problem.message, ""};
    acceptances.apply_to(warning);
    add(result, std::move(warning), problem.place);
  }
  for (engine::Warning& warning : found) {
    acceptances.apply_to(warning);
    Place place = place_of(read, warning);
    add(result, std::move(warning), std::move(place));
  }
  acceptances.report_stale(after_run, result);
  return result;
}

std::string check_to_json(const ReadResult& read) {
  Json json = {{"format", "wayworth-check"}, {"format_version", 1}, {"file", read.file}};
  json["errors"] = read.problems.error_count();
  json["problems"] = Json::array();
  for (const Problem& problem : read.problems.sorted()) json["problems"].push_back(problem_json(problem, read.file));
  json["accepted"] = Json::array();
  for (const engine::Warning& warning : read.warnings) {
    if (warning.accepted_because.empty()) continue;
    json["accepted"].push_back({{"rule", warning.rule},
                                {"path", warning.at},
                                {"message", warning.what},
                                {"because", warning.accepted_because}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace wayworth::scenarios
