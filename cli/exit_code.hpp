#pragma once

namespace wayworth::cli {

/// How the program ends; documented in README.md and --help.
enum class ExitCode : int {
  done = 0,
  wrong_scenario = 1,        ///< the scenario is read and wrong
  wrong_usage = 2,           ///< the command line is wrong
  cannot_read_or_write = 3,  ///< a file or stream fails
  no_roadmap = 4,            ///< none keeps the limits
  our_bug = 70,              ///< Wayworth is wrong
  interrupted = 130,         ///< by the user
};

}  // namespace wayworth::cli
