#pragma once

#include <cstdint>
#include <filesystem>

#include "cli/exit_code.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_options.hpp"
#include "cli/terminal.hpp"
#include "engine/analysis/stopping.hpp"

namespace wayworth::cli {

struct RunOptions {
  ScenarioOptions scenario;
  DisplayOptions display;
  SimulationOptions simulation;
  std::optional<engine::Point> point;
  bool exact_shares = false;  ///< of the programme: from all orders of twelve initiatives a stream, not ten
  std::optional<engine::StoppingRule> until;  ///< more trials until that holds
  std::uint64_t memory = 1'000'000'000;       ///< bytes, more or less, that a run of very many trials may take
  bool quiet = false;
  std::string json;  ///< file, `-` for standard output, or empty
  std::filesystem::path csv_directory;
  std::filesystem::path output_directory;
  bool prints_all = false;  ///< not only what fits on a screen
  bool all_trials = false;  ///< trials.csv beside the other tables
};

/// Simulates a scenario, prints the answer and writes the reports.
ExitCode run_command(const RunOptions& options, const Streams& streams);

}  // namespace wayworth::cli
