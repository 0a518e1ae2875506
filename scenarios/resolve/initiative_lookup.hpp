#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "scenarios/messages/problems.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// The scenario's initiatives by key.
class InitiativeLookup {
public:
  explicit InitiativeLookup(const Scenario& scenario);

  /// The position of the initiative that `reference` names; nothing, and a problem, when there is none.
  [[nodiscard]] std::optional<std::size_t> find(const Reference& reference, const std::string& path,
                                                Problems& problems) const;

  [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }

private:
  std::unordered_map<std::string, std::size_t> positions_;
  std::vector<std::string> keys_;
};

}  // namespace wayworth::scenarios
