#pragma once

#include "engine/roadmap/broken_limits.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

/// A table with a row for each option says which kinds of limit it breaks, in its second column.
Table with_limits(Table table, const engine::BrokenLimits& limits);

/// What each option breaks, in sentences, and what that rests on; nothing when all limits are kept.
Blocks broken_limits(const engine::Model& model, const engine::BrokenLimits& limits);

/// The section on options with their limits. Of a single option only what it breaks.
Blocks options(const engine::Model& model, const engine::Findings& findings, const engine::BrokenLimits& limits);

}  // namespace wayworth::reports
