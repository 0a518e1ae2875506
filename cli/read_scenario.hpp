#pragma once

#include "cli/scenario_options.hpp"
#include "cli/terminal.hpp"
#include "scenarios/read_model.hpp"

namespace wayworth::cli {

enum class Warnings { shown, silent };

/// Reads and checks the scenario, and prints all its problems to `streams.err`. The model is empty when there is an
/// error among them.
/// \throws scenarios::ReadError when the file cannot be read
scenarios::ReadResult read_scenario(const ScenarioOptions& options, const Streams& streams, Warnings warnings);

/// "1 error", "2 errors".
std::string counted(std::size_t count, const std::string& noun);

}  // namespace wayworth::cli
