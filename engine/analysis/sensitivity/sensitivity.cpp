#include "engine/analysis/sensitivity/sensitivity.hpp"

#include <algorithm>

#include "engine/core/input_error.hpp"
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

std::vector<BreakEven> search_break_evens(const Model& model, const SensitivitySettings& settings,
                                          const std::vector<OneAtATime>& ordered) {
  RunSettings run = settings.run;
  run.trials = std::min(run.trials, settings.break_even_trials);
  Experiment experiment(model, {programme}, run);
  std::vector<BreakEven> found;
  for (const OneAtATime& one : ordered) {
    if (found.size() == settings.break_evens) break;
    const auto input = std::find_if(experiment.inputs().begin(), experiment.inputs().end(),
                                    [&](const PlanInput& other) { return other.id == one.input; });
    if (std::holds_alternative<Bernoulli>(input->distribution)) continue;
    found.push_back(break_even(experiment, *input));
  }
  return found;
}

/// The draws of the inputs that `experiment` depends on.
std::vector<InputColumn> drawn_inputs(const Experiment& experiment, const std::vector<InputColumn>& all) {
  std::vector<InputColumn> inputs;
  for (const PlanInput& input : experiment.inputs()) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const InputColumn& column) { return column.input == input.id; });
    inputs.push_back(*found);
  }
  return inputs;
}

}  // namespace

Sensitivity analyse_sensitivity(const Model& model, const SensitivitySettings& settings) {
  Experiment experiment(model, {programme}, settings.run);
  if (experiment.inputs().empty()) {
    throw InputError("nothing is uncertain: give at least one figure of the case as a range, such as [40k, 60k, 90k]");
  }
  const Results results = Experiment(model, subjects_of_decisions(model), settings.run).run_unchanged();
  const std::span<const double> npv = results.column(programme, Measure::npv);
  Sensitivity found;
  found.manifest = results.manifest;
  found.npv = mean_estimate(npv, results.manifest.replicates);
  Moments moments;
  moments.add(npv);
  found.standard_deviation = moments.standard_deviation();
  found.from_trials = sensitivity_from_trials(drawn_inputs(experiment, results.inputs), npv);
  found.one_at_a_time = one_at_a_time(experiment);
  found.break_evens = search_break_evens(model, settings, found.one_at_a_time);
  found.break_even_trials = std::min(settings.run.trials, settings.break_even_trials);
  found.decisions = decision_values(model, results);
  if (!settings.with_variance_shares) return found;
  found.by_subject = variance_shares(experiment, npv, groups_by_subject(model, experiment.inputs()));
  found.by_kind = variance_shares(experiment, npv, groups_by_kind(experiment.inputs()));
  found.by_input = variance_shares(experiment, npv, single_inputs(experiment.inputs()));
  return found;
}

}  // namespace wayworth::engine
