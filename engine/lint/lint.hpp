#pragma once

#include <span>
#include <vector>

#include "engine/lint/rule.hpp"

namespace wayworth::engine {

/// Every rule, by group, in the order of scenarios/RULES.md.
std::span<const LintRule> all_rules();

/// nullptr when no rule has this id.
const LintRule* find_rule(std::string_view id);

/// What can be said of a business case before it is run.
std::vector<Warning> lint(const Model& model);

/// The same, with how much NPV rests on each, and what only the figures of a run can tell.
std::vector<Warning> lint(const Model& model, const Findings& findings);

}  // namespace wayworth::engine
