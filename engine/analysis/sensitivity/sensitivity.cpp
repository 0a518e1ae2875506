#include "engine/analysis/sensitivity/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/analysis/sensitivity/decisions.hpp"
#include "engine/analysis/sensitivity/drawn_inputs.hpp"
#include "engine/analysis/sensitivity/input_kind.hpp"
#include "engine/analysis/sensitivity/known_drivers.hpp"
#include "engine/analysis/sensitivity/ordered_worlds.hpp"
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
std::vector<InputId> greatest_swings(const Experiment& experiment, const std::vector<OneAtATime>& ordered,
                                     std::size_t most) {
  std::vector<InputId> chosen;
  for (const OneAtATime& one : ordered) {
    const PlanInput& input = experiment.input(one.input);
    if (can_break_even(input.distribution, input.path) && chosen.size() < most) chosen.push_back(one.input);
  }
  return chosen;
}

/// These and every other driver.
std::vector<InputId> with_drivers(std::vector<InputId> chosen, const Experiment& experiment,
                                  const std::vector<OneAtATime>& ordered) {
  const std::vector<InputId> greatest = chosen;
  for (const OneAtATime& one : ordered) {
    const PlanInput& input = experiment.input(one.input);
    const bool is_driver =
        kind_of_input(input.path) == InputKind::business && can_break_even(input.distribution, input.path);
    if (is_driver && std::find(greatest.begin(), greatest.end(), one.input) == greatest.end()) {
      chosen.push_back(one.input);
    }
  }
  return chosen;
}

/// All that is asked of the trials of the run itself.
std::vector<OutputRequest> outputs_of_run(const Model& model, const std::vector<BreakEvenTarget>& targets) {
  std::vector<OutputRequest> outputs = outputs_of_headroom(model, targets);
  if (std::none_of(targets.begin(), targets.end(),
                   [](const BreakEvenTarget& target) { return target.measure == Measure::npv; })) {
    for (const OutputRequest& one : outputs_of_headroom(model, {{}})) outputs.push_back(one);
  }
  for (const Subject& subject : subjects_of_decisions(model)) {
    if (!(subject == programme)) outputs.push_back({subject, Measure::npv});
  }
  return outputs;
}

/// Where the programme and its initiatives break even, and the lines of the spider chart.
void find_break_evens(const Model& model, const SensitivitySettings& settings, const Results& results,
                      const std::vector<DrawnInput>& inputs, Sensitivity& found) {
  const RunSettings run = shortened(settings.run, settings.break_even_trials);
  Experiment experiment(model, outputs_of(programme, found.targets), run);
  found.break_even_trials = experiment.trials();
  found.headroom = subjects_headroom(model, results, found.targets, run.threads);
  if (settings.break_evens == 0) return;
  const auto greatest = greatest_swings(experiment, found.one_at_a_time, settings.break_evens);
  const auto solved = with_drivers(greatest, experiment, found.one_at_a_time);
  found.break_evens = break_evens(experiment, solved, found.targets, run.threads);
  for (BreakEven& one : break_evens_of_known_drivers(model, programme, found.targets, run)) {
    found.break_evens.push_back(std::move(one));
  }
  const std::size_t of_each = (settings.break_evens + 2) / 3;
  found.initiative_break_evens = initiative_break_evens(model, results, inputs, found.targets, of_each, run);
  Experiment npv(model, {programme}, run);
  found.spider = spider(npv, greatest, run.threads);
}

/// Values the groups before every decision that is worth a look; the most valuable first.
void value_groups(const Model& model, const SensitivitySettings& settings, Sensitivity& found) {
  Experiment experiment(model, subjects_of_decisions(model), shortened(settings.run, settings.group_trials));
  std::vector<bool> looked_at;
  for (const DecisionValue& decision : found.decisions) looked_at.push_back(decision.is_worth_a_look());
  auto by_decision =
      group_worths(model, experiment, groups_to_know(model, experiment), looked_at, settings.run.threads);
  for (std::size_t i = 0; i < found.decisions.size(); ++i) {
    std::vector<GroupWorth>& groups = found.decisions[i].groups;
    groups = std::move(by_decision[i]);
    raise_to_parts(found.decisions[i]);
    std::stable_sort(groups.begin(), groups.end(), [](const GroupWorth& a, const GroupWorth& b) {
      return a.worth.value.value > b.worth.value.value;
    });
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
  Sensitivity found;
  found.targets = settings.targets.empty() ? usual_targets(model) : settings.targets;
  const Results results = Experiment(model, outputs_of_run(model, found.targets), settings.run).run_unchanged();
  std::vector<DrawnInput> inputs = drawn_inputs(results.inputs, threads);
  const std::span<const double> npv = results.column(programme, Measure::npv);
  const std::optional<OrderedWorlds> worlds = ordered_worlds(model, results.inputs, npv);
  if (worlds) take_order(*worlds, inputs);
  found.manifest = results.manifest;
  found.npv = mean_estimate(npv, results.manifest.replicates);
  Moments moments;
  moments.add(npv);
  found.standard_deviation = moments.standard_deviation();
  const std::vector<const DrawnInput*> programme_inputs = chosen_inputs(inputs, quick.inputs());
  found.from_trials = sensitivity_from_trials(programme_inputs, npv, threads);
  found.correlated_shares = correlated_shares(quick, inputs, npv);
  found.one_at_a_time = one_at_a_time(quick, threads);
  found.one_at_a_time_trials = quick.trials();
  find_break_evens(model, settings, results, inputs, found);
  for (const auto& [rows, columns] : settings.tables) {
    found.tables.push_back(two_way_table(quick, rows, columns, threads));
  }
  found.tail = tail_profile(programme_inputs, npv, settings.tail_share);
  if (worlds) add_worlds(*worlds, npv, found.tail);
  found.decisions = decision_values(model, results, inputs, settings.pilots, threads);
  found.worth_to_roadmap = worth_to_roadmap(found.decisions);
  found.pilots = settings.pilots;
  value_groups(model, settings, found);
  found.flips =
      decision_flips(model, results, inputs, found.decisions, shortened(settings.run, settings.break_even_trials));
  found.convergence = check_convergence(model, npv, results.manifest.replicates, settings.run);
  if (!settings.with_variance_shares) return found;
  Experiment experiment(model, {programme}, settings.run);
  found.by_subject = variance_shares(experiment, npv, groups_by_subject(model, experiment));
  found.by_kind = variance_shares(experiment, npv, groups_by_kind(experiment));
  found.by_input = variance_shares(experiment, npv, single_inputs(experiment));
  return found;
}

}  // namespace wayworth::engine
