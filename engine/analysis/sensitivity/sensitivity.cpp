#include "engine/analysis/sensitivity/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/analysis/sensitivity/decisions.hpp"
#include "engine/analysis/sensitivity/drawn_inputs.hpp"
#include "engine/core/input_error.hpp"
#include "engine/execute/in_parallel.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

const Subject programme{};

/// So many trials at most, and all else as the run has it.
RunSettings shortened(const RunSettings& run, std::uint64_t most_trials) {
  RunSettings settings = run;
  settings.trials = std::min(run.trials, most_trials);
  return settings;
}

/// Those with the greatest swings; a coin has no value between its sides, nor is there anything between two worlds.
std::vector<InputId> inputs_to_solve(const Experiment& experiment, const std::vector<OneAtATime>& ordered,
                                     std::size_t most) {
  std::vector<InputId> chosen;
  for (const OneAtATime& one : ordered) {
    const PlanInput& input = experiment.input(one.input);
    const bool is_continuous = !std::holds_alternative<Bernoulli>(input.distribution) && input.path != worlds_path;
    if (is_continuous && chosen.size() < most) chosen.push_back(one.input);
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

/// Values the groups before every decision that is worth a look; the most valuable first.
void value_groups(const Model& model, const SensitivitySettings& settings, Sensitivity& found) {
  Experiment experiment(model, subjects_of_decisions(model), shortened(settings.run, settings.group_trials));
  std::vector<bool> looked_at;
  for (const DecisionValue& decision : found.decisions) looked_at.push_back(decision.is_worth_a_look());
  auto by_decision =
      group_worths(model, experiment, groups_to_know(model, experiment), looked_at, settings.run.threads);
  for (std::size_t i = 0; i < found.decisions.size(); ++i) {
    std::stable_sort(by_decision[i].begin(), by_decision[i].end(), [](const GroupWorth& a, const GroupWorth& b) {
      return a.worth.value.value > b.worth.value.value;
    });
    found.decisions[i].groups = std::move(by_decision[i]);
  }
  found.group_trials = experiment.trials();
}

void check(const Model& model, const SensitivitySettings& settings, const Experiment& experiment) {
  if (experiment.inputs().empty()) {
    throw InputError("nothing is uncertain: give at least one figure of the case as a range, such as [40k, 60k, 90k]");
  }
  if (experiment.trials() < least_sensitivity_trials) {
    throw InputError(fmt::format("trials: a sensitivity analysis needs {} or more, not {}", least_sensitivity_trials,
                                 settings.run.trials));
  }
  const auto moves_npv = [&](InputId id) {
    return std::any_of(experiment.inputs().begin(), experiment.inputs().end(),
                       [&](const PlanInput& input) { return input.id == id; });
  };
  for (const auto& [rows, columns] : settings.tables) {
    for (const InputId id : {rows, columns}) {
      if (moves_npv(id)) continue;
      throw InputError(fmt::format("{} does not move the NPV of the first option", model.inputs[index_of(id)].path));
    }
  }
}

}  // namespace

Sensitivity analyse_sensitivity(const Model& model, const SensitivitySettings& settings) {
  const std::size_t threads = settings.run.threads;
  Experiment quick(model, {programme}, shortened(settings.run, settings.one_at_a_time_trials));
  check(model, settings, quick);
  const Results results = Experiment(model, subjects_of_decisions(model), settings.run).run_unchanged();
  const std::vector<DrawnInput> inputs = drawn_inputs(results.inputs, threads);
  const std::span<const double> npv = results.column(programme, Measure::npv);
  Sensitivity found;
  found.manifest = results.manifest;
  found.npv = mean_estimate(npv, results.manifest.replicates);
  Moments moments;
  moments.add(npv);
  found.standard_deviation = moments.standard_deviation();
  const std::vector<const DrawnInput*> programme_inputs = chosen_inputs(inputs, quick.inputs());
  found.from_trials = sensitivity_from_trials(programme_inputs, npv, threads);
  found.one_at_a_time = one_at_a_time(quick, threads);
  found.one_at_a_time_trials = quick.trials();
  const RunSettings short_run = shortened(settings.run, settings.break_even_trials);
  Experiment quickest(model, {programme}, short_run);
  const std::vector<InputId> solved = inputs_to_solve(quickest, found.one_at_a_time, settings.break_evens);
  found.break_evens = search_break_evens(quickest, solved, threads);
  found.break_even_trials = quickest.trials();
  found.spider = spider(quickest, solved, threads);
  for (const auto& [rows, columns] : settings.tables) {
    found.tables.push_back(two_way_table(quick, rows, columns, threads));
  }
  found.tail = tail_profile(programme_inputs, npv, settings.tail_share);
  found.decisions = decision_values(model, results, inputs, settings.pilots, threads);
  found.pilots = settings.pilots;
  value_groups(model, settings, found);
  found.flips = decision_flips(model, results, inputs, found.decisions, short_run);
  if (!settings.with_variance_shares) return found;
  Experiment experiment(model, {programme}, settings.run);
  found.by_subject = variance_shares(experiment, npv, groups_by_subject(model, experiment));
  found.by_kind = variance_shares(experiment, npv, groups_by_kind(experiment));
  found.by_input = variance_shares(experiment, npv, single_inputs(experiment));
  return found;
}

}  // namespace wayworth::engine
