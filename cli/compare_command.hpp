#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_options.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

struct CompareOptions {
  std::vector<std::string> files;  ///< one or two
  ScenarioOptions scenario;        ///< but for the file; of one file the second version, of two both
  SimulationOptions simulation;
  std::optional<engine::Point> point;
  DisplayOptions display;
  bool optimise = false;      ///< compare the best roadmap within the limits as well, or instead of the first option
  bool exact_shares = false;  ///< of the changes: from all orders of ten, not of seven
  bool no_bridge = false;     ///< do not part the difference among the changes
  bool quiet = false;
  std::string json;  ///< file, `-` for standard output, or empty
  std::filesystem::path output_directory;
};

/// Compares, on the same trials: the options of one scenario; or a scenario with what --set and --variant make of it;
/// or two scenarios. Prints who wins, how surely, by how much, when not and, of two versions, why.
ExitCode compare_command(const CompareOptions& options, const Streams& streams);

}  // namespace wayworth::cli
