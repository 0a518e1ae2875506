#pragma once

#include "cli/exit_code.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_options.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

struct ExplainOptions {
  ScenarioOptions scenario;
  DisplayOptions display;
  SimulationOptions simulation;        ///< of the run that the trial is of
  std::string name;                    ///< key of an initiative, driver or stream; empty for all
  std::optional<std::uint64_t> trial;  ///< counted from 1; otherwise every input stands at `point`
  engine::Point point = engine::Point::mode;
};

/// Prints how a figure comes about: its formula as a tree with values, units and sources.
ExitCode explain_command(const ExplainOptions& options, const Streams& streams);

}  // namespace wayworth::cli
