#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

/// The whole program without a process around it: tests call this with string streams. `arguments` are those after the
/// program's name. Never throws: whatever goes wrong becomes a message on `err` and an exit code.
ExitCode run_app(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err,
                 const Terminal& terminal);

}  // namespace wayworth::cli
