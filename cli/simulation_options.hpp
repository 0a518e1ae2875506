#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "cli/scenario_options.hpp"
#include "engine/execute/simulate.hpp"

namespace wayworth::cli {

/// How a scenario is simulated, where that is not as the scenario says.
struct SimulationOptions {
  std::optional<std::uint64_t> trials;
  std::optional<std::uint64_t> seed;
  std::optional<engine::Sampling> sampling;
  std::size_t threads = 0;  ///< 0: all
};

engine::RunSettings settings_of(const SimulationOptions& options, const engine::Model& model);

/// What ends a trial is wrong in the scenario: says so, with the command that shows the trial.
/// \param settings  none for a run of one trial without chance
[[noreturn]] void report_failed_trial(const engine::TrialFailure& failure, const ScenarioOptions& scenario,
                                      const std::optional<engine::RunSettings>& settings);

}  // namespace wayworth::cli
