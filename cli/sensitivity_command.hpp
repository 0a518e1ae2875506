#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_options.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

struct SensitivityOptions {
  ScenarioOptions scenario;
  SimulationOptions simulation;
  DisplayOptions display;
  bool variance = false;                   ///< Sobol' indices too: one more run for each group of inputs
  std::vector<std::string> tables;         ///< two-way tables, "PATH,PATH"
  std::vector<std::string> pilots;         ///< "PATH=N" or "PATH=N,sd=VALUE"
  std::vector<std::string> targets;        ///< of break-evens, "OUTPUT=VALUE"; empty: the usual ones
  std::size_t rows = 12;                   ///< of a table of inputs
  std::string json;                        ///< file, `-` for standard output, or empty
  std::filesystem::path output_directory;  ///< of the reports; empty: none
  bool quiet = false;
};

/// Prints what drives the NPV, where it breaks, and what is worth knowing better.
ExitCode sensitivity_command(const SensitivityOptions& options, const Streams& streams);

}  // namespace wayworth::cli
