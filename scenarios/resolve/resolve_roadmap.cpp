#include "scenarios/resolve/resolve_roadmap.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scenarios/resolve/initiative_lookup.hpp"

namespace wayworth::scenarios {
namespace {

/// The initiatives of a rule, in the order in which it names them.
std::vector<engine::InitiativeId> resolve_list(const std::vector<Reference>& references, const std::string& path,
                                               const InitiativeLookup& lookup, Problems& problems) {
  std::vector<engine::InitiativeId> ids;
  for (const Reference& reference : references) {
    const std::optional<std::size_t> position = lookup.find(reference, path, problems);
    if (!position) continue;
    const auto id = static_cast<engine::InitiativeId>(*position);
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) {
      problems.error(reference.place, path, fmt::format("`{}` is named twice", reference.key));
    } else {
      ids.push_back(id);
    }
  }
  return ids;
}

std::vector<engine::StartWindow> resolve_windows(const std::vector<WindowSection>& sections,
                                                 const InitiativeLookup& lookup, Problems& problems) {
  std::vector<engine::StartWindow> windows;
  for (const WindowSection& section : sections) {
    const std::string path = section.is_fixed ? "roadmap.fixed" : "roadmap.windows";
    if (const std::optional<std::size_t> position = lookup.find(section.initiative, path, problems)) {
      windows.push_back({static_cast<engine::InitiativeId>(*position), section.from, section.to, section.is_fixed});
    }
  }
  return windows;
}

}  // namespace

engine::RoadmapLimits resolve_roadmap(const Scenario& scenario, const RoleTable& roles, Problems& problems) {
  const InitiativeLookup lookup(scenario);
  const RoadmapSection& section = scenario.roadmap;
  engine::RoadmapLimits limits = section.limits;
  limits.roles = roles.roles();
  limits.must = resolve_list(section.must, "roadmap.must", lookup, problems);
  for (const std::vector<Reference>& set : section.exclude) {
    limits.exclude.push_back(resolve_list(set, "roadmap.exclude", lookup, problems));
  }
  for (const CountOfSetSection& rule : section.at_least) {
    limits.at_least.push_back({resolve_list(rule.of, "roadmap.at_least.of", lookup, problems), rule.count});
  }
  for (const CountOfSetSection& rule : section.at_most) {
    limits.at_most.push_back({resolve_list(rule.of, "roadmap.at_most.of", lookup, problems), rule.count});
  }
  limits.windows = resolve_windows(section.windows, lookup, problems);
  return limits;
}

}  // namespace wayworth::scenarios
