#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::tests {

/// The document a command writes that must end well.
inline nlohmann::json answer_to(std::vector<std::string> arguments, const std::string& input = "") {
  arguments.insert(arguments.end(), {"--json", "-", "--quiet"});
  const Outcome outcome = run(arguments, input);
  INFO(outcome.err);
  REQUIRE(outcome.code == cli::ExitCode::done);
  return nlohmann::json::parse(outcome.out);
}

}  // namespace wayworth::tests
