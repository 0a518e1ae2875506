#include "scenarios/resolve/initiative_lookup.hpp"

#include <fmt/format.h>

#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::scenarios {

InitiativeLookup::InitiativeLookup(const Scenario& scenario) {
  for (const InitiativeSection& initiative : scenario.initiatives) {
    positions_.emplace(initiative.heading.key, keys_.size());
    keys_.push_back(initiative.heading.key);
  }
}

std::optional<std::size_t> InitiativeLookup::find(const Reference& reference, const std::string& path,
                                                  Problems& problems) const {
  const auto found = positions_.find(reference.key);
  if (found != positions_.end()) return found->second;
  problems.error(reference.place, path,
                 fmt::format("unknown initiative `{}`{}", reference.key, suggestion(reference.key, keys_)));
  return std::nullopt;
}

}  // namespace wayworth::scenarios
