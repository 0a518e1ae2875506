#include "scenarios/resolve/role_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::scenarios {
namespace {

/// The capacity of a role in each step. One figure holds throughout; of one for each phase, a phase's holds until the
/// next phase begins, and the first phase's before it.
std::vector<double> by_step(const CapacitySection& section, const Scenario& scenario) {
  const std::vector<double>& people = section.people;
  std::vector<double> capacity(scenario.time.steps, people.empty() ? 0.0 : people.front());
  const std::size_t phases = std::min(people.size(), scenario.roadmap.phases.size());
  for (std::size_t phase = 1; phase < phases; ++phase) {
    const std::size_t begin = std::min(scenario.roadmap.phases[phase].from - 1, capacity.size());
    std::fill(capacity.begin() + static_cast<std::ptrdiff_t>(begin), capacity.end(), people[phase]);
  }
  return capacity;
}

}  // namespace

RoleTable::RoleTable(const Scenario& scenario) {
  for (const CapacitySection& section : scenario.roadmap.capacity) {
    roles_.push_back({section.role.key, by_step(section, scenario)});
  }
  if (scenario.roadmap.states_capacity) return;
  for (const InitiativeSection& initiative : scenario.initiatives) {
    for (const EffortSection& effort : initiative.efforts) {
      if (!position_of(effort.role.key)) roles_.push_back({effort.role.key, {}});
    }
  }
}

std::optional<std::size_t> RoleTable::position_of(const std::string& key) const {
  const auto found =
      std::find_if(roles_.begin(), roles_.end(), [&](const engine::Role& role) { return role.key == key; });
  if (found == roles_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - roles_.begin());
}

std::optional<engine::RoleId> RoleTable::find(const Reference& reference, const std::string& path,
                                              Problems& problems) const {
  if (const std::optional<std::size_t> position = position_of(reference.key)) {
    return static_cast<engine::RoleId>(*position);
  }
  std::vector<std::string> keys;
  for (const engine::Role& role : roles_) keys.push_back(role.key);
  const std::string similar = suggestion(reference.key, keys);
  problems.error(reference.place, path,
                 fmt::format("`roadmap.capacity` has no role `{}`{}", reference.key,
                             similar.empty() ? "; say there how many people it has" : similar));
  return std::nullopt;
}

}  // namespace wayworth::scenarios
