#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/roadmap_limits.hpp"
#include "scenarios/messages/problems.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// The roles of a scenario: those that `roadmap.capacity` names. A scenario that limits no role has those that its
/// initiatives name.
class RoleTable {
public:
  explicit RoleTable(const Scenario& scenario);

  /// Nothing, and a problem, when there is no such role.
  [[nodiscard]] std::optional<engine::RoleId> find(const Reference& reference, const std::string& path,
                                                   Problems& problems) const;

  [[nodiscard]] const std::vector<engine::Role>& roles() const { return roles_; }

private:
  [[nodiscard]] std::optional<std::size_t> position_of(const std::string& key) const;

  std::vector<engine::Role> roles_;
};

}  // namespace wayworth::scenarios
