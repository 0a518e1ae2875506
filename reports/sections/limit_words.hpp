#pragma once

#include <string>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/model/rule_origin.hpp"

namespace wayworth::reports {

// Which limits of a roadmap an option breaks.

/// "kept", or what kinds of limit are broken: "budget, people".
std::string limits_text(const std::vector<engine::RuleOrigin>& broken);

/// "breaks 3 limits: the budget of ...; ..." \param broken  at least one
std::string broken_in_words(const engine::Model& model, const std::vector<engine::RuleOrigin>& broken);

/// "breaks 3 limits" \param broken  at least one
std::string how_many_broken(const std::vector<engine::RuleOrigin>& broken);

/// "Big bang breaks 3 limits: the budget of ...; ..." \param broken  at least one
std::string limits_sentence(const engine::Model& model, const std::string& option,
                            const std::vector<engine::RuleOrigin>& broken);

/// What the limits are held against.
std::string limits_basis(const engine::Model& model);

/// A rule as a phrase: "`Proactive notifications` must be part of it".
std::string rule_in_words(const engine::Model& model, const engine::RuleOrigin& origin);

}  // namespace wayworth::reports
