#pragma once

#include "engine/model/model.hpp"
#include "engine/model/rule_origin.hpp"
#include "engine/roadmap/schedule_problem.hpp"
#include "reports/json_parts.hpp"

namespace wayworth::reports {

/// A rule of a roadmap: `words`, and where it comes from.
Json rule_json(const engine::Model& model, const engine::RuleOrigin& origin);
Json rules_json(const engine::Model& model, const std::vector<engine::RuleOrigin>& origins);

/// The way back, from where it comes from. \throws Json::exception when something is not there, or is no rule
engine::RuleOrigin read_rule(const Json& json);
std::vector<engine::RuleOrigin> read_rules(const Json& json);

/// The steps in which a schedule starts initiatives, by key.
Json starts_json(const engine::Model& model, const engine::Schedule& starts);
/// The way back.
engine::Schedule read_starts(const Json& json, const engine::Model& model);

}  // namespace wayworth::reports
