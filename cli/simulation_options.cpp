#include "cli/simulation_options.hpp"

#include <fmt/format.h>

#include "engine/core/input_error.hpp"
#include "reports/subjects.hpp"

namespace wayworth::cli {

engine::RunSettings settings_of(const SimulationOptions& options, const engine::Model& model) {
  engine::RunSettings settings;
  settings.trials = options.trials.value_or(model.simulation.trials);
  settings.seed = options.seed.value_or(model.simulation.seed);
  settings.sampling = options.sampling.value_or(model.simulation.sampling);
  settings.threads = options.threads;
  return settings;
}

void report_failed_trial(const engine::TrialFailure& failure, const ScenarioOptions& scenario,
                         const std::optional<engine::RunSettings>& settings) {
  std::string command = fmt::format("wayworth explain {}", scenario.file);
  if (!scenario.variant.empty()) command += fmt::format(" --variant '{}'", scenario.variant);
  if (!scenario.library.empty()) command += fmt::format(" --library '{}'", scenario.library);
  for (const std::string& assignment : scenario.overrides) command += fmt::format(" --set '{}'", assignment);
  if (settings) {
    command += fmt::format(" --trial {} --trials {} --seed {} --sampling {}", failure.trial + 1, settings->trials,
                           settings->seed, reports::name_of(settings->sampling));
  }
  throw engine::InputError(fmt::format("{}\nTo see how it comes about: {}", failure.what(), command));
}

}  // namespace wayworth::cli
