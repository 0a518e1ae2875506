#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/run_command.hpp"

namespace wayworth::cli {

struct RoadmapOptions {
  RunOptions run;                 ///< `point`, `csv_directory` and `output_directory` are not used
  std::string budget;             ///< for all one-off costs, in place of the scenario's; empty: the scenario's
  std::vector<std::string> must;  ///< keys of initiatives that must be part of it, besides the scenario's
  bool frontier = false;          ///< plan anew for a range of budgets
  bool prices = false;            ///< plan anew for each limit, to tell what it costs
};

/// Finds the best roadmap within the limits of a scenario and prints it.
/// \return no_roadmap when none keeps the limits
ExitCode roadmap_command(const RoadmapOptions& options, const Streams& streams);

}  // namespace wayworth::cli
