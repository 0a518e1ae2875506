#include "scenarios/resolve/input_names.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::scenarios {
namespace {

constexpr std::string_view drivers = "drivers.";

/// Whether `pattern` stands for `path`; each `*` for any characters but a dot.
bool matches(std::string_view pattern, std::string_view path) {
  // Where to go on when what followed the last star did not fit: the star then stands for one character more.
  std::size_t star = std::string_view::npos;
  std::size_t star_end = 0;
  std::size_t at = 0;
  std::size_t in_path = 0;
  while (in_path < path.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      star_end = in_path;
    } else if (at < pattern.size() && pattern[at] == path[in_path]) {
      ++at;
      ++in_path;
    } else if (star != std::string_view::npos && path[star_end] != '.') {
      at = star + 1;
      in_path = ++star_end;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

}  // namespace

InputNames::InputNames(const Scenario& scenario, const CollectedInputs& collected)
    : scenario_(scenario), collected_(collected) {
  for (std::size_t i = 0; i < collected.inputs.size(); ++i) {
    if (collected.worlds == static_cast<engine::InputId>(i)) continue;  // a world has no rank among others
    inputs_.emplace(collected.inputs[i].path, static_cast<engine::InputId>(i));
  }
}

std::optional<engine::InputId> InputNames::input_at(const std::string& path) const {
  const auto found = inputs_.find(path);
  return found == inputs_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<engine::InputId> InputNames::find(const Reference& name, const std::string& path,
                                                Problems& problems) const {
  if (const auto found = input_at(name.key)) return found;
  if (const auto found = input_at(std::string(drivers) + name.key)) return found;
  report_missing(name, path, problems);
  return std::nullopt;
}

void InputNames::report_missing(const Reference& name, const std::string& path, Problems& problems) const {
  if (collected_.worlds && name.key == engine::worlds_path) {
    problems.error(name.place, path, "which world it is depends on nothing; let worlds change the figures instead");
    return;
  }
  const auto& figures = collected_.figure_is_usable;
  auto figure = figures.find(name.key);
  if (figure == figures.end()) figure = figures.find(std::string(drivers) + name.key);
  if (figure != figures.end()) {
    if (!figure->second) return;  // reported where it stands
    problems.error(name.place, path,
                   fmt::format("`{}` draws nothing; only uncertain figures can depend on each other", name.key));
    return;
  }
  const auto is_meant = [&](const DriverSection& driver) {
    return driver.heading.key == name.key || std::string(drivers) + driver.heading.key == name.key;
  };
  if (!scenario_.names_are_known || !scenario_.initiatives_are_known) return;
  if (std::any_of(scenario_.drivers.begin(), scenario_.drivers.end(), is_meant))
    return;  // its figure could not be read
  std::vector<std::string> known;
  for (const engine::InputId id : matching("*")) {
    known.push_back(name_of(id));
    known.push_back(collected_.inputs[engine::index_of(id)].path);
  }
  problems.error(name.place, path,
                 fmt::format("no uncertain figure is called `{}`{}", name.key, suggestion(name.key, known)));
}

std::vector<engine::InputId> InputNames::matching(std::string_view pattern) const {
  std::vector<engine::InputId> found;
  for (std::size_t i = 0; i < collected_.inputs.size(); ++i) {
    const auto id = static_cast<engine::InputId>(i);
    if (collected_.worlds != id && matches(pattern, collected_.inputs[i].path)) found.push_back(id);
  }
  return found;
}

std::string InputNames::name_of(engine::InputId id) const {
  const std::string_view path = collected_.inputs[engine::index_of(id)].path;
  const bool is_driver = path.starts_with(drivers) && path.find('.', drivers.size()) == std::string_view::npos;
  return std::string(is_driver ? path.substr(drivers.size()) : path);
}

}  // namespace wayworth::scenarios
