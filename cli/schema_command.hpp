#pragma once

#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

/// Prints the JSON Schema of scenario files.
ExitCode schema_command(const Streams& streams);

}  // namespace wayworth::cli
