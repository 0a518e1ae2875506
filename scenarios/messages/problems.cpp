#include "scenarios/messages/problems.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace wayworth::scenarios {

bool comes_before(const Place& a, const Place& b) {
  const auto text = [](const std::shared_ptr<const std::string>& name) { return name ? std::string_view(*name) : ""; };
  return std::tuple(a.is_override(), text(a.set_path), text(a.file), a.line, a.column) <
         std::tuple(b.is_override(), text(b.set_path), text(b.file), b.line, b.column);
}

std::string line_of(const Place& place) {
  return place.file ? fmt::format("line {} of {}", place.line, *place.file) : fmt::format("line {}", place.line);
}

std::string to_text(const Problem& problem, std::string_view scenario) {
  const Place& place = problem.place;
  const std::string_view file = place.file ? std::string_view(*place.file) : scenario;
  std::string text;
  if (place.is_override()) {
    text = fmt::format("--set {}", *place.set_path);
    if (place.line > 1) text += fmt::format(", line {}", place.line);
    if (place.line > 1 || place.column > 1) text += fmt::format(", column {}", place.column);
  } else if (place.line > 0) {
    text = fmt::format("{}:{}:{}", file, place.line, place.column);
  } else {
    text = file;
  }
  text += problem.severity == Severity::warning ? ": warning: " : ": ";
  const bool path_is_said = place.is_override() && problem.path == *place.set_path;
  if (!problem.path.empty() && !path_is_said) {
    text += problem.path + ": ";
  }
  text += problem.message;
  return problem.rule.empty() ? text : fmt::format("{} [{}]", text, problem.rule);
}

namespace {

constexpr std::size_t most_places = 4;  ///< named beside the first one, on one line

/// "17:3 initiatives.chat"; with its file when that is another one.
std::string brief_place(const Problem& problem) {
  const Place& place = problem.place;
  if (place.is_override()) return fmt::format("--set {}", *place.set_path);
  std::string text = place.line > 0 ? fmt::format("{}:{}", place.line, place.column) : "";
  if (place.file) text = fmt::format("{}:{}", *place.file, text);
  if (text.empty() || problem.path.empty()) return text + problem.path;
  return fmt::format("{} {}", text, problem.path);
}

/// "    likewise at 20:3 initiatives.b, 24:3 initiatives.c, and 18 more"
std::string likewise_at(const std::vector<const Problem*>& others) {
  if (others.empty()) return "";
  const std::size_t named = others.size() <= most_places + 1 ? others.size() : most_places;
  std::string text = "    likewise at ";
  for (std::size_t i = 0; i < named; ++i) text += (i == 0 ? "" : ", ") + brief_place(*others[i]);
  if (named < others.size()) {
    text += fmt::format(", and {} more, which `wayworth check` lists", others.size() - named);
  }
  return text + "\n";
}

}  // namespace

void Problems::error(Place place, std::string path, std::string message) {
  add({Severity::error, std::move(place), std::move(path), std::move(message)});
}

void Problems::warning(std::string rule, Place place, std::string path, std::string message) {
  add({Severity::warning, std::move(place), std::move(path), std::move(message), std::move(rule)});
}

std::vector<Problem> Problems::take_warnings() {
  std::vector<Problem> warnings;
  std::vector<Problem> rest;
  for (Problem& problem : all_) (problem.severity == Severity::warning ? warnings : rest).push_back(std::move(problem));
  all_ = std::move(rest);
  return warnings;
}

void Problems::add(Problem problem) {
  errors_ += problem.severity == Severity::error ? 1U : 0U;
  all_.push_back(std::move(problem));
}

std::vector<Problem> Problems::sorted() const {
  std::vector<Problem> result = all_;
  std::stable_sort(result.begin(), result.end(),
                   [](const Problem& a, const Problem& b) { return comes_before(a.place, b.place); });
  const auto repeats = [](const Problem& a, const Problem& b) {
    return !comes_before(a.place, b.place) && a.path == b.path && a.message == b.message;
  };
  result.erase(std::unique(result.begin(), result.end(), repeats), result.end());
  return result;
}

std::string Problems::to_text(std::string_view file, std::size_t at_most) const {
  const std::vector<Problem> problems = sorted();
  std::string text;
  for (std::size_t i = 0; i < std::min(at_most, problems.size()); ++i) {
    text += scenarios::to_text(problems[i], file) + "\n";
  }
  if (problems.size() > at_most) {
    text += fmt::format("and {} more\n", problems.size() - at_most);
  }
  return text;
}

std::string Problems::to_brief_text(std::string_view file) const {
  if (has_errors()) return to_text(file);
  const std::vector<Problem> problems = sorted();
  std::set<std::string_view> explained;
  std::string text;
  for (std::size_t i = 0; i < problems.size(); ++i) {
    const std::string_view rule = problems[i].rule;
    if (!rule.empty() && !explained.insert(rule).second) continue;
    text += scenarios::to_text(problems[i], file) + "\n";
    std::vector<const Problem*> others;
    for (std::size_t j = i + 1; j < problems.size(); ++j) {
      if (!rule.empty() && problems[j].rule == rule) others.push_back(&problems[j]);
    }
    text += likewise_at(others);
  }
  return text;
}

}  // namespace wayworth::scenarios
