#include "cli/simulate_model.hpp"

#include <ostream>

#include "cli/failure.hpp"
#include "cli/progress_bar.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/execute/thread_limit.hpp"
#include "engine/plan/compile.hpp"

namespace wayworth::cli {

namespace {

/// Draws that are kept take no more than 256 MB; a longer run has the rest of its report without them.
constexpr std::uint64_t most_kept_draws = std::uint64_t{1} << 25;

engine::Results simulate(const RunOptions& options, const engine::Model& model, const Streams& streams, Keep keep) {
  engine::ContributionSettings contributions{.seed = options.simulation.seed.value_or(model.simulation.seed)};
  if (options.exact_shares) contributions.most_sets = engine::sets_for_exact_shares;
  const engine::Plan plan = engine::compile(model, contributions);
  if (options.point) return engine::simulate_point(plan, *options.point);
  engine::RunSettings settings = settings_of(options.simulation, model);
  ProgressBar bar(streams.err, "Simulating", settings.trials);
  const bool draws_progress = !options.quiet && shows_progress(streams.terminal);
  settings.progress = [&](double share) {
    if (draws_progress) bar.show(share);
    return !streams.terminal.interrupted();
  };
  try {
    const bool fits = plan.inputs.size() * settings.trials <= most_kept_draws;
    if (keep == Keep::results || !fits) return engine::simulate(plan, settings);
    return engine::Simulator(plan, settings).run_keeping_inputs();
  } catch (const engine::RunStopped&) {
    throw Interrupted();
  }
}

}  // namespace

SimulatedModel simulate_model(const RunOptions& options, const engine::Model& model, std::uint64_t scenario_hash,
                              const Streams& streams, Keep keep) {
  const engine::ThreadLimit limit(options.simulation.threads);
  try {
    SimulatedModel simulated{simulate(options, model, streams, keep), {}};
    simulated.results.manifest.scenario_hash = scenario_hash;
    simulated.findings = engine::find(model, simulated.results);
    if (keep == Keep::results_and_sensitivity) {
      simulated.sensitivity = engine::sensitivity_of_run(model, simulated.results, options.simulation.threads);
    }
    return simulated;
  } catch (const engine::TrialFailure& failure) {
    std::optional<engine::RunSettings> settings;
    if (!options.point) settings = settings_of(options.simulation, model);
    report_failed_trial(failure, options.scenario, settings);
  }
}

}  // namespace wayworth::cli
