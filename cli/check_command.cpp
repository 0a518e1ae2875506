#include "cli/check_command.hpp"

#include <ostream>

#include "cli/read_scenario.hpp"

namespace wayworth::cli {

namespace {

/// Every variant is a scenario of its own; prints what is wrong with those that were not asked for.
bool variants_are_right(const scenarios::ReadResult& read, const ScenarioOptions& scenario, const Streams& streams) {
  if (!scenario.variant.empty() || scenario.file == "-") return true;
  bool are_right = true;
  for (const std::string& variant : read.variants) {
    ScenarioOptions options = scenario;
    options.variant = variant;
    are_right = read_scenario(options, streams, Warnings::silent).model.has_value() && are_right;
  }
  return are_right;
}

}  // namespace

ExitCode check_command(const CheckOptions& options, const Streams& streams) {
  const scenarios::ReadResult read = read_scenario(options.scenario, streams, Warnings::shown);
  if (!read.model) return ExitCode::wrong_scenario;
  if (!variants_are_right(read, options.scenario, streams)) return ExitCode::wrong_scenario;
  const engine::Model& model = *read.model;
  streams.out << "OK: " << counted(model.initiatives.size(), "initiative") << ", "
              << counted(model.drivers.size(), "driver") << ", " << counted(model.streams.size(), "stream") << ", "
              << counted(model.inputs.size(), "uncertain input") << ", "
              << counted(read.problems.sorted().size(), "warning") << "\n";
  return ExitCode::done;
}

}  // namespace wayworth::cli
