#include "engine/analysis/sensitivity/input_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "engine/analysis/sensitivity/input_kind.hpp"

namespace wayworth::engine {

namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('.', start), path.size());
    parts.push_back(path.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

/// What paths of one length have in common, `*` for the rest; empty when that says next to nothing.
std::string pattern_of(const std::vector<std::string>& paths) {
  const std::vector<std::string_view> first = parts_of(paths.front());
  std::string pattern;
  std::size_t alike = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const bool differs = std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
      const std::vector<std::string_view> parts = parts_of(path);
      return parts.size() != first.size() || parts[i] != first[i];
    });
    alike += differs ? 0U : 1U;
    pattern += i == 0 ? "" : ".";
    pattern += differs ? std::string_view("*") : first[i];
  }
  return alike > 1 ? pattern : "";
}

/// One or two paths as they are, more by their pattern or by the first of them.
std::string name_of_alike(const std::vector<std::string>& paths) {
  if (paths.size() == 1) return paths.front();
  const std::string pattern = pattern_of(paths);
  if (paths.size() > 2 && !pattern.empty()) return pattern;
  return paths.size() == 2 ? fmt::format("{}, {}", paths[0], paths[1])
                           : fmt::format("{} and {} more", paths.front(), paths.size() - 1);
}

/// By what the inputs of initiatives are: "initiatives.*.costs.Build, initiatives.*.rollout.duration".
std::string common_name(const std::vector<std::string>& paths) {
  std::map<std::string, std::vector<std::string>> alike;
  for (const std::string& path : paths) {
    const std::vector<std::string_view> parts = parts_of(path);
    alike[fmt::format("{} {}", parts.front(), parts.size() > 2 ? parts[2] : "")].push_back(path);
  }
  std::string name;
  for (const auto& [kind, of_kind] : alike) name += (name.empty() ? "" : ", ") + name_of_alike(of_kind);
  return name;
}

bool holds(const InputGroup& group, InputId input) {
  return std::find(group.inputs.begin(), group.inputs.end(), input) != group.inputs.end();
}

/// Takes the inputs out of the groups that share them, into one of their own; not when one group holds them all.
void keep_together(const std::vector<InputId>& inputs, const Experiment& experiment, std::vector<InputGroup>& groups) {
  const auto holds_first = [&](const InputGroup& group) { return holds(group, inputs.front()); };
  const auto first = std::find_if(groups.begin(), groups.end(), holds_first);
  const auto in_first = [&](InputId input) { return holds(*first, input); };
  if (first == groups.end() || std::all_of(inputs.begin(), inputs.end(), in_first)) return;
  std::vector<std::string> paths;
  for (const InputId input : inputs) paths.push_back(experiment.input(input).path);
  for (InputGroup& group : groups) {
    std::erase_if(group.inputs,
                  [&](InputId input) { return std::find(inputs.begin(), inputs.end(), input) != inputs.end(); });
  }
  groups.insert(first, {common_name(paths), inputs});
  std::erase_if(groups, [](const InputGroup& group) { return group.inputs.empty(); });
}

template <class NameOfInput>
std::vector<InputGroup> grouped(const Experiment& experiment, NameOfInput name_of) {
  std::vector<InputGroup> groups;
  std::map<std::string, std::size_t> places;
  for (const PlanInput& input : experiment.inputs()) {
    const std::string name = name_of(input);
    const auto [place, is_new] = places.try_emplace(name, groups.size());
    if (is_new) groups.push_back({name, {}});
    groups[place->second].inputs.push_back(input.id);
  }
  for (const std::vector<InputId>& inputs : experiment.correlated()) keep_together(inputs, experiment, groups);
  return groups;
}

}  // namespace

std::vector<InputGroup> groups_by_subject(const Model& model, const Experiment& experiment) {
  return grouped(experiment, [&](const PlanInput& input) {
    const std::string key = initiative_key_of(input.path);
    for (const Initiative& initiative : model.initiatives) {
      if (initiative.key == key) return initiative.name;
    }
    return input.path;
  });
}

std::vector<InputGroup> groups_by_kind(const Experiment& experiment) {
  return grouped(experiment, [](const PlanInput& input) { return std::string(name_of(kind_of_input(input.path))); });
}

std::vector<InputGroup> single_inputs(const Experiment& experiment) {
  return grouped(experiment, [](const PlanInput& input) { return input.path; });
}

}  // namespace wayworth::engine
