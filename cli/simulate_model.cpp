#include "cli/simulate_model.hpp"

#include <fmt/format.h>

#include <ostream>

#include "cli/failure.hpp"
#include "cli/progress_bar.hpp"
#include "engine/core/input_error.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "reports/subjects.hpp"

namespace wayworth::cli {

namespace {

engine::RunSettings settings_of(const RunOptions& options, const engine::Model& model) {
  engine::RunSettings settings;
  settings.trials = options.trials.value_or(model.simulation.trials);
  settings.seed = options.seed.value_or(model.simulation.seed);
  settings.sampling = options.sampling.value_or(model.simulation.sampling);
  settings.threads = options.threads;
  return settings;
}

engine::Results simulate(const RunOptions& options, const engine::Model& model, const Streams& streams) {
  const engine::Plan plan = engine::compile(model);
  if (options.point) return engine::simulate_point(plan, *options.point);
  ProgressBar bar(streams.err, "Simulating");
  const bool draws_progress = !options.quiet && shows_progress(streams.terminal);
  engine::RunSettings settings = settings_of(options, model);
  settings.progress = [&](double share) {
    if (draws_progress) bar.show(share);
    return !streams.terminal.interrupted();
  };
  try {
    return engine::simulate(plan, settings);
  } catch (const engine::RunStopped&) {
    throw Interrupted();
  }
}

/// What ends a trial is wrong in the scenario, and can be looked at.
[[noreturn]] void report_failed_trial(const engine::TrialFailure& failure, const RunOptions& options,
                                      const engine::Model& model) {
  std::string command = fmt::format("wayworth explain {}", options.scenario.file);
  for (const std::string& assignment : options.scenario.overrides) command += fmt::format(" --set '{}'", assignment);
  if (!options.point) {
    const engine::RunSettings settings = settings_of(options, model);
    command += fmt::format(" --trial {} --trials {} --seed {} --sampling {}", failure.trial + 1, settings.trials,
                           settings.seed, reports::name_of(settings.sampling));
  }
  throw engine::InputError(fmt::format("{}\nTo see how it comes about: {}", failure.what(), command));
}

}  // namespace

SimulatedModel simulate_model(const RunOptions& options, const engine::Model& model, std::uint64_t scenario_hash,
                              const Streams& streams) {
  try {
    SimulatedModel simulated{simulate(options, model, streams), {}};
    simulated.results.manifest.scenario_hash = scenario_hash;
    simulated.findings = engine::find(model, simulated.results);
    return simulated;
  } catch (const engine::TrialFailure& failure) {
    report_failed_trial(failure, options, model);
  }
}

}  // namespace wayworth::cli
