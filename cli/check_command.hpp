#pragma once

#include "cli/exit_code.hpp"
#include "cli/scenario_options.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

struct CheckOptions {
  ScenarioOptions scenario;
};

/// Prints everything that is wrong with a scenario, or what it contains.
ExitCode check_command(const CheckOptions& options, const Streams& streams);

}  // namespace wayworth::cli
