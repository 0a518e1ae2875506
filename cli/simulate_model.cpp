#include "cli/simulate_model.hpp"

#include <ostream>

#include "cli/failure.hpp"
#include "cli/progress_bar.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/execute/thread_limit.hpp"
#include "engine/plan/compile.hpp"

namespace wayworth::cli {

namespace {

engine::Results simulate(const RunOptions& options, const engine::Model& model, const Streams& streams) {
  engine::ContributionSettings contributions{.seed = options.simulation.seed.value_or(model.simulation.seed)};
  if (options.exact_shares) contributions.most_sets = engine::sets_for_exact_shares;
  const engine::Plan plan = engine::compile(model, contributions);
  if (options.point) return engine::simulate_point(plan, *options.point);
  ProgressBar bar(streams.err, "Simulating");
  const bool draws_progress = !options.quiet && shows_progress(streams.terminal);
  engine::RunSettings settings = settings_of(options.simulation, model);
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

}  // namespace

SimulatedModel simulate_model(const RunOptions& options, const engine::Model& model, std::uint64_t scenario_hash,
                              const Streams& streams) {
  const engine::ThreadLimit limit(options.simulation.threads);
  try {
    SimulatedModel simulated{simulate(options, model, streams), {}};
    simulated.results.manifest.scenario_hash = scenario_hash;
    simulated.findings = engine::find(model, simulated.results);
    return simulated;
  } catch (const engine::TrialFailure& failure) {
    std::optional<engine::RunSettings> settings;
    if (!options.point) settings = settings_of(options.simulation, model);
    report_failed_trial(failure, options.scenario, settings);
  }
}

}  // namespace wayworth::cli
