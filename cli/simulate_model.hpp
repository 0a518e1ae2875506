#pragma once

#include <cstdint>

#include "cli/run_command.hpp"
#include "engine/analysis/findings.hpp"
#include "engine/model/model.hpp"
#include "engine/results/results.hpp"

namespace wayworth::cli {

struct SimulatedModel {
  engine::Results results;
  engine::Findings findings;
};

/// Simulates `model` with the trials, seed and sampling of the options, or else its own, showing progress.
/// \throws InputError when a trial comes to a figure that is not finite; the message says how to look at it
/// \throws Interrupted
SimulatedModel simulate_model(const RunOptions& options, const engine::Model& model, std::uint64_t scenario_hash,
                              const Streams& streams);

}  // namespace wayworth::cli
