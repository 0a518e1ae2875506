#pragma once

#include <string>

#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

struct InitOptions {
  std::string name = "first_case";  ///< of an example; - and _ are the same
  std::string directory;            ///< empty: of the example's name
  bool lists = false;               ///< print the examples instead
};

/// Copies an example, with all its files, to where the user can change it. Overwrites nothing.
/// \throws UsageError when there is no such example, WriteError when a file stands there already
ExitCode init_command(const InitOptions& options, const Streams& streams);

}  // namespace wayworth::cli
