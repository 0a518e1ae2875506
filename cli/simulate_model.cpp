#include "cli/simulate_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "cli/failure.hpp"
#include "cli/progress_bar.hpp"
#include "cli/typed_words.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/execute/thread_limit.hpp"
#include "engine/plan/compile.hpp"
#include "engine/random/sampling.hpp"
#include "reports/digits.hpp"

namespace wayworth::cli {

namespace {

/// Draws that are kept take no more than 256 MB; a longer run has the rest of its report without them.
constexpr std::uint64_t most_kept_draws = std::uint64_t{1} << 25;

/// For a line of the answer on the screen no more than an eighth of the memory of a long run is taken.
constexpr std::uint64_t least_memory_a_draw = 8 * sizeof(double);

/// Of the memory of a long run; what is left is for its totals, cash flows and findings.
constexpr double share_of_kept_trials = 0.6;

/// What is simulated, and how; with more and more trials where the options ask for that.
struct Simulation {
  const RunOptions& options;
  const engine::Model& model;
  const Streams& streams;
  Keep keep;
  std::uint64_t scenario_hash;
};

engine::Plan compile(const RunOptions& options, const engine::Model& model) {
  engine::ContributionSettings contributions{.seed = options.simulation.seed.value_or(model.simulation.seed)};
  if (options.exact_shares) contributions.most_sets = engine::sets_for_exact_shares;
  return engine::compile(model, contributions);
}

bool keeps_draws(const Simulation& simulation, std::uint64_t draws) {
  switch (simulation.keep) {
    case Keep::results:
      return false;
    case Keep::results_and_swings:
      return draws <= std::min(most_kept_draws, simulation.options.memory / least_memory_a_draw);
    case Keep::results_and_sensitivity:
      break;
  }
  return draws <= most_kept_draws;
}

engine::Results simulate_trials(const engine::Plan& plan, engine::RunSettings settings, const Simulation& simulation) {
  ProgressBar bar(simulation.streams.err, "Simulating", settings.trials);
  const bool draws_progress = !simulation.options.quiet && shows_progress(simulation.streams.terminal);
  settings.progress = [&](double share) {
    if (draws_progress) bar.show(share);
    return !simulation.streams.terminal.interrupted();
  };
  try {
    if (!keeps_draws(simulation, plan.inputs.size() * settings.trials)) return engine::simulate(plan, settings);
    engine::Results results = engine::Simulator(plan, settings).run_keeping_inputs();
    if (results.manifest.kept_trials) results.inputs.clear();  // without the NPV of the same trials they tell nothing
    return results;
  } catch (const engine::RunStopped&) {
    throw Interrupted();
  } catch (const engine::TrialFailure& failure) {
    report_failed_trial(failure, simulation.options.scenario, settings);
  }
}

engine::Results simulate_point(const engine::Plan& plan, engine::Point point, const Simulation& simulation) {
  try {
    return engine::simulate_point(plan, point);
  } catch (const engine::TrialFailure& failure) {
    report_failed_trial(failure, simulation.options.scenario, std::nullopt);
  }
}

SimulatedModel with_findings(engine::Results results, const Simulation& simulation) {
  SimulatedModel simulated{std::move(results), {}};
  simulated.results.manifest.scenario_hash = simulation.scenario_hash;
  simulated.findings = engine::find(simulation.model, simulated.results);
  return simulated;
}

/// Whether trials.csv can be written is known before the trials are run.
/// \param most  trials that fit into --memory
void check_all_trials_fit(const RunOptions& options, const engine::RunSettings& settings, std::uint64_t most) {
  const std::uint64_t trials = engine::replicates_for(settings.sampling, settings.trials).trials();
  if (trials <= most) return;
  const double share = static_cast<double>(trials) / static_cast<double>(std::max<std::uint64_t>(most, 1));
  const auto needed = static_cast<std::uint64_t>(std::ceil(static_cast<double>(options.memory) * share));
  throw UsageError(fmt::format("--all-trials: of {} trials --memory {} holds {}; take fewer trials, or --memory {}",
                               reports::grouped(static_cast<double>(trials), 0), memory_text(options.memory),
                               reports::grouped(static_cast<double>(most), 0), memory_text(needed)));
}

/// Twice as many trials again and again, each run as if it had been the only one: what is printed is what
/// `--trials` with the last number prints.
SimulatedModel simulate_until(const engine::StoppingRule& rule, const engine::Plan& plan, engine::RunSettings settings,
                              const Simulation& simulation) {
  std::optional<engine::Findings> before;
  while (true) {
    SimulatedModel simulated = with_findings(simulate_trials(plan, settings, simulation), simulation);
    const std::uint64_t trials = simulated.results.manifest.trials;
    std::vector<std::string> open = engine::still_open(rule, simulated.findings, before ? &*before : nullptr);
    if (open.empty() || 2 * trials > rule.most_trials) {
      simulated.stopping = engine::Stopping{open.empty(), trials, std::move(open)};
      return simulated;
    }
    before = std::move(simulated.findings);
    settings.trials = 2 * trials;
  }
}

SimulatedModel simulate(const Simulation& simulation) {
  const RunOptions& options = simulation.options;
  const engine::Plan plan = compile(options, simulation.model);
  if (options.point) return with_findings(simulate_point(plan, *options.point, simulation), simulation);
  engine::RunSettings settings = settings_of(options.simulation, simulation.model);
  settings.most_kept_bytes = static_cast<std::uint64_t>(share_of_kept_trials * static_cast<double>(options.memory));
  std::optional<engine::StoppingRule> until = options.until;
  if (options.all_trials) {
    const std::uint64_t most = engine::trials_that_fit(plan, settings.most_kept_bytes);
    check_all_trials_fit(options, settings, most);
    if (until) until->most_trials = std::min(until->most_trials, most);
  }
  if (until) return simulate_until(*until, plan, settings, simulation);
  return with_findings(simulate_trials(plan, settings, simulation), simulation);
}

}  // namespace

SimulatedModel simulate_model(const RunOptions& options, const engine::Model& model, std::uint64_t scenario_hash,
                              const Streams& streams, Keep keep) {
  const engine::ThreadLimit limit(options.simulation.threads);
  SimulatedModel simulated = simulate({options, model, streams, keep, scenario_hash});
  if (keep == Keep::results_and_swings) {
    simulated.swings = engine::swings_of_run(model, simulated.results, options.simulation.threads);
  }
  if (keep == Keep::results_and_sensitivity) {
    simulated.sensitivity = engine::sensitivity_of_run(model, simulated.results, options.simulation.threads);
  }
  return simulated;
}

}  // namespace wayworth::cli
