#pragma once

#include "cli/simulation_options.hpp"
#include "cli/terminal.hpp"
#include "engine/model/model.hpp"
#include "engine/roadmap/optimise.hpp"
#include "scenarios/read_model.hpp"

namespace wayworth::cli {

/// What a search for a roadmap draws on, so that a run on the same options meets other draws; Ctrl-C stops it.
engine::OptimiseSettings search_settings(const SimulationOptions& options, const engine::Model& model,
                                         const Streams& streams);

/// The model with a roadmap in front of its options, as the one that figures of initiatives are about.
engine::Model with_roadmap(engine::Model model, const engine::Schedule& schedule);

/// A scenario that states limits and no options leaves the roadmap to Wayworth: the best one that is found takes its
/// place in front of everything at once. Other scenarios stay as they are.
/// \return false when no roadmap keeps the limits; standard error then says which of them conflict
/// \throws Interrupted
bool plan_open_roadmap(scenarios::ReadResult& read, const SimulationOptions& options, const Streams& streams);

}  // namespace wayworth::cli
