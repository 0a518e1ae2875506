#include "scenarios/resolve/name_table.hpp"

#include <fmt/format.h>

#include "scenarios/messages/did_you_mean.hpp"
#include "scenarios/sections/map_reader.hpp"

namespace wayworth::scenarios {

NameTable::NameTable(const Scenario& scenario, Problems& problems) : is_complete_(scenario.names_are_known) {
  for (std::size_t i = 0; i < scenario.drivers.size(); ++i) {
    enter(scenario.drivers[i].heading, NamedQuantity::Kind::driver, i, problems);
    at(scenario.drivers[i].heading.key).role = scenario.drivers[i].role;
  }
  for (std::size_t i = 0; i < scenario.streams.size(); ++i) {
    enter(scenario.streams[i].heading, NamedQuantity::Kind::stream, i, problems);
  }
  for (const InitiativeSection& initiative : scenario.initiatives) {
    initiatives_.emplace(initiative.heading.key, initiative.heading.place);
  }
}

void NameTable::enter(const Heading& heading, NamedQuantity::Kind kind, std::size_t index, Problems& problems) {
  NamedQuantity quantity;
  quantity.kind = kind;
  quantity.index = index;
  quantity.place = heading.place;
  const auto [same, is_new] = quantities_.emplace(heading.key, quantity);
  if (is_new) {
    keys_.push_back(heading.key);
    return;
  }
  problems.error(heading.place, join_path(kind == NamedQuantity::Kind::driver ? "drivers" : "streams", heading.key),
                 fmt::format("`{}` is a driver already ({}), and formulas could not tell them apart; choose "
                             "another key",
                             heading.key, line_of(same->second.place)));
}

const NamedQuantity* NameTable::find(std::string_view key) const {
  const auto found = quantities_.find(std::string(key));
  return found == quantities_.end() ? nullptr : &found->second;
}

void NameTable::report_unknown(const std::string& key, const Place& place, const std::string& path,
                               Problems& problems) const {
  const auto initiative = initiatives_.find(key);
  if (initiative != initiatives_.end()) {
    problems.error(place, path,
                   fmt::format("`{}` is an initiative ({}), not a driver or stream", key, line_of(initiative->second)));
  } else if (is_complete_) {
    const std::string what_is_known = keys_.empty() ? "; the scenario has no drivers" : suggestion(key, keys_);
    problems.error(place, path, fmt::format("unknown name `{}`{}", key, what_is_known));
  }
}

}  // namespace wayworth::scenarios
