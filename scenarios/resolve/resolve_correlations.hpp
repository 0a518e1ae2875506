#pragma once

#include <vector>

#include "engine/model/model.hpp"
#include "scenarios/messages/problems.hpp"
#include "scenarios/resolve/collect_inputs.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// The groups of inputs that depend on each other. Reports names that are no uncertain figure, pairs that are stated
/// twice, and ranks that cannot hold together: as a warning when the nearest that can are close or allowed, else as an
/// error that says them.
std::vector<engine::CorrelationGroup> resolve_correlations(const Scenario& scenario, const CollectedInputs& collected,
                                                           Problems& problems);

/// The most inputs in one entry: their pairs are half its square.
inline constexpr std::size_t most_correlated_inputs = 1000;

/// A repair that moves no rank by more than this needs no consent.
inline constexpr double most_unasked_move = 0.05;

}  // namespace wayworth::scenarios
