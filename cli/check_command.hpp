#pragma once

#include "cli/exit_code.hpp"
#include "cli/scenario_options.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

struct CheckOptions {
  ScenarioOptions scenario;
  bool strict = false;  ///< a warning that the scenario does not accept is a failure
  bool json = false;    ///< print everything as JSON, and nothing else
};

/// Prints everything that is wrong with a scenario, or what it contains.
ExitCode check_command(const CheckOptions& options, const Streams& streams);

}  // namespace wayworth::cli
