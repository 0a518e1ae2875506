#pragma once

#include <optional>

#include "engine/lint/rule.hpp"

namespace wayworth::engine {

// How much of the programme's NPV rests on something; nothing before a run.

/// What the initiative is worth on its own; nothing when it is not part of the first option.
std::optional<Estimate> npv_alone(const LintCase& looked_at, InitiativeId initiative);

/// The mean of a measure of the first option's programme.
std::optional<Estimate> programme_mean(const LintCase& looked_at, Measure measure);

}  // namespace wayworth::engine
