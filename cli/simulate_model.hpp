#pragma once

#include <cstdint>
#include <optional>

#include "cli/run_command.hpp"
#include "engine/analysis/findings.hpp"
#include "engine/analysis/sensitivity/input_swings.hpp"
#include "engine/analysis/sensitivity/sensitivity_of_run.hpp"
#include "engine/model/model.hpp"
#include "engine/results/results.hpp"

namespace wayworth::cli {

struct SimulatedModel {
  engine::Results results;
  engine::Findings findings;
  std::optional<engine::RunSensitivity> sensitivity{};  ///< where it was asked for and the trials tell something
  std::vector<engine::InputSwing> swings{};             ///< the same of Keep::results_and_swings
  std::optional<engine::Stopping> stopping{};           ///< of --until: why there are so many trials
};

/// Whether the draws of the inputs are kept, to find out what the NPV hangs on: only how far it goes with each where
/// that takes little memory, or all that there is to say of them.
enum class Keep { results, results_and_swings, results_and_sensitivity };

/// Simulates `model` with the trials, seed and sampling of the options, or else its own, showing progress.
/// \throws InputError when a trial comes to a figure that is not finite; the message says how to look at it
/// \throws Interrupted
SimulatedModel simulate_model(const RunOptions& options, const engine::Model& model, std::uint64_t scenario_hash,
                              const Streams& streams, Keep keep = Keep::results);

}  // namespace wayworth::cli
