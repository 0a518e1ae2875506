#pragma once

#include <filesystem>

#include "cli/exit_code.hpp"
#include "cli/scenario_options.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

struct RunOptions {
  ScenarioOptions scenario;
  DisplayOptions display;
  std::optional<std::uint64_t> trials;  ///< instead of the scenario's
  std::optional<std::uint64_t> seed;
  std::optional<engine::Sampling> sampling;
  std::size_t threads = 0;  ///< 0: all
  std::optional<engine::Point> point;
  bool quiet = false;
  std::string json;  ///< file, `-` for standard output, or empty
  std::filesystem::path csv_directory;
  std::filesystem::path output_directory;
};

/// Simulates a scenario, prints the answer and writes the reports.
ExitCode run_command(const RunOptions& options, const Streams& streams);

}  // namespace wayworth::cli
