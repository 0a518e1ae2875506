#pragma once

#include "engine/model/model.hpp"
#include "scenarios/sections/map_reader.hpp"

namespace wayworth::scenarios {

extern const SectionKeys simulation_keys;

/// Trials, seed and sampling; the defaults for what is not stated or wrong.
engine::SimulationDefaults read_simulation(const DocumentNode& node, Problems& problems);

/// The most trials of a run.
inline constexpr std::uint64_t max_trials = 100'000'000;

}  // namespace wayworth::scenarios
