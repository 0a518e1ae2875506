#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/app.hpp"

namespace wayworth::tests {

/// What a run of the program left behind.
struct Outcome {
  cli::ExitCode code;
  std::string out;
  std::string err;
};

/// Runs the whole program without a process around it.
inline Outcome run(const std::vector<std::string>& arguments, const std::string& input = "",
                   const cli::Terminal& terminal = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const cli::ExitCode code = cli::run_app(arguments, in, out, err, terminal);
  return {code, out.str(), err.str()};
}

}  // namespace wayworth::tests
