#include "cli/check_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/read_scenario.hpp"
#include "scenarios/review.hpp"

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

std::string summary_of(const scenarios::ReadResult& read) {
  const engine::Model& model = *read.model;
  const auto accepted = std::count_if(read.warnings.begin(), read.warnings.end(),
                                      [](const auto& one) { return !one.accepted_because.empty(); });
  std::string text = "OK: " + counted(model.initiatives.size(), "initiative") + ", " +
                     counted(model.drivers.size(), "driver") + ", " + counted(model.streams.size(), "stream") + ", " +
                     counted(model.inputs.size(), "uncertain input") + ", " +
                     counted(read.problems.warning_count(), "warning");
  if (accepted > 0) text += fmt::format(", {} accepted", accepted);
  return text + "\n";
}

}  // namespace

ExitCode check_command(const CheckOptions& options, const Streams& streams) {
  const Warnings printed = options.json ? Warnings::nothing : Warnings::each;
  const scenarios::ReadResult read = read_scenario(options.scenario, streams, printed);
  if (options.json) streams.out << scenarios::check_to_json(read);
  if (!read.model) return ExitCode::wrong_scenario;
  if (!variants_are_right(read, options.scenario, streams)) return ExitCode::wrong_scenario;
  if (!options.json) streams.out << summary_of(read);
  return options.strict && read.problems.warning_count() > 0 ? ExitCode::wrong_scenario : ExitCode::done;
}

}  // namespace wayworth::cli
