#pragma once

#include "cli/exit_code.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_options.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

struct SolveOptions {
  ScenarioOptions scenario;
  SimulationOptions simulation;
  DisplayOptions display;
  std::string vary;    ///< path of a figure, as --set has it
  std::string target;  ///< "npv=0", "npv.p10=0", "probability_of_loss=10%", "chat.roi=1"
  std::string from;    ///< ends of the search; empty: twice the width of the uncertain input `vary`
  std::string to;
  std::optional<engine::Point> point;  ///< without chance
};

/// Finds the values of one figure at which an output meets a target, everything else being as it is.
ExitCode solve_command(const SolveOptions& options, const Streams& streams);

}  // namespace wayworth::cli
