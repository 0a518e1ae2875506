#include "cli/check_command.hpp"

#include <ostream>

#include "cli/read_scenario.hpp"

namespace wayworth::cli {

ExitCode check_command(const CheckOptions& options, const Streams& streams) {
  const scenarios::ReadResult read = read_scenario(options.scenario, streams, Warnings::shown);
  if (!read.model) return ExitCode::wrong_scenario;
  const engine::Model& model = *read.model;
  streams.out << "OK: " << counted(model.initiatives.size(), "initiative") << ", "
              << counted(model.drivers.size(), "driver") << ", " << counted(model.streams.size(), "stream") << ", "
              << counted(model.inputs.size(), "uncertain input") << ", "
              << counted(read.problems.sorted().size(), "warning") << "\n";
  return ExitCode::done;
}

}  // namespace wayworth::cli
