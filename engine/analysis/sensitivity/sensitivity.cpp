#include "engine/analysis/sensitivity/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/analysis/sensitivity/drawn_inputs.hpp"
#include "engine/core/input_error.hpp"
#include "engine/execute/in_parallel.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

const Subject programme{};

/// The programme first, as everything else asks only for that.
std::vector<Subject> subjects_of_decisions(const Model& model) {
  std::vector<Subject> subjects;
  for (std::size_t option = 0; option < model.options.size(); ++option) subjects.push_back({.option = option});
  for (const InitiativeId id : members_of(model.options.front())) {
    subjects.push_back({.scope = Scope::last, .initiative = id});
  }
  return subjects;
}

/// So many trials at most, and all else as the run has it.
RunSettings shortened(const RunSettings& run, std::uint64_t most_trials) {
  RunSettings settings = run;
  settings.trials = std::min(run.trials, most_trials);
  return settings;
}

/// Those with the greatest swings; a coin has no value between its sides.
std::vector<InputId> inputs_to_solve(const Experiment& experiment, const std::vector<OneAtATime>& ordered,
                                     std::size_t most) {
  std::vector<InputId> chosen;
  for (const OneAtATime& one : ordered) {
    const bool is_coin = std::holds_alternative<Bernoulli>(experiment.input(one.input).distribution);
    if (!is_coin && chosen.size() < most) chosen.push_back(one.input);
  }
  return chosen;
}

std::vector<BreakEven> search_break_evens(Experiment& experiment, const std::vector<InputId>& inputs,
                                          std::size_t threads) {
  std::vector<BreakEven> found(inputs.size());
  in_parallel(inputs.size(), threads,
              [&](std::size_t i) { found[i] = break_even(experiment, experiment.input(inputs[i])); });
  return found;
}

void check(const SensitivitySettings& settings, const Experiment& experiment) {
  if (experiment.inputs().empty()) {
    throw InputError("nothing is uncertain: give at least one figure of the case as a range, such as [40k, 60k, 90k]");
  }
  if (experiment.trials() < least_sensitivity_trials) {
    throw InputError(fmt::format("trials: a sensitivity analysis needs {} or more, not {}", least_sensitivity_trials,
                                 settings.run.trials));
  }
}

}  // namespace

Sensitivity analyse_sensitivity(const Model& model, const SensitivitySettings& settings) {
  const std::size_t threads = settings.run.threads;
  Experiment quick(model, {programme}, shortened(settings.run, settings.one_at_a_time_trials));
  check(settings, quick);
  const Results results = Experiment(model, subjects_of_decisions(model), settings.run).run_unchanged();
  const std::vector<DrawnInput> inputs = drawn_inputs(results.inputs, threads);
  const std::span<const double> npv = results.column(programme, Measure::npv);
  Sensitivity found;
  found.manifest = results.manifest;
  found.npv = mean_estimate(npv, results.manifest.replicates);
  Moments moments;
  moments.add(npv);
  found.standard_deviation = moments.standard_deviation();
  found.from_trials = sensitivity_from_trials(chosen_inputs(inputs, quick.inputs()), npv, threads);
  found.one_at_a_time = one_at_a_time(quick, threads);
  found.one_at_a_time_trials = quick.trials();
  Experiment quickest(model, {programme}, shortened(settings.run, settings.break_even_trials));
  found.break_evens =
      search_break_evens(quickest, inputs_to_solve(quickest, found.one_at_a_time, settings.break_evens), threads);
  found.break_even_trials = quickest.trials();
  found.decisions = decision_values(model, results, inputs, threads);
  if (!settings.with_variance_shares) return found;
  Experiment experiment(model, {programme}, settings.run);
  found.by_subject = variance_shares(experiment, npv, groups_by_subject(model, experiment));
  found.by_kind = variance_shares(experiment, npv, groups_by_kind(experiment));
  found.by_input = variance_shares(experiment, npv, single_inputs(experiment));
  return found;
}

}  // namespace wayworth::engine
