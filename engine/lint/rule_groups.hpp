#pragma once

#include <span>

#include "engine/lint/rule.hpp"

namespace wayworth::engine {

/// Each initiative by itself: cost, time, chance.
std::span<const LintRule> initiative_rules();
/// Money that is counted twice, or that is none.
std::span<const LintRule> counting_rules();
/// What answers to the effects, and what to nothing.
std::span<const LintRule> structure_rules();
/// How a cause reaches money: through formulas, links and customers.
std::span<const LintRule> link_rules();
/// Ranges and distributions.
std::span<const LintRule> estimate_rules();
/// How figures depend on each other.
std::span<const LintRule> dependence_rules();
/// What the figures of a run show.
std::span<const LintRule> result_rules();
/// What is found while a scenario is read.
std::span<const LintRule> reading_rules();

}  // namespace wayworth::engine
