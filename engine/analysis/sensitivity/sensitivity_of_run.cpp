#include "engine/analysis/sensitivity/sensitivity_of_run.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/analysis/sensitivity/bins.hpp"
#include "engine/analysis/sensitivity/input_kind.hpp"
#include "engine/analysis/sensitivity/ordered_worlds.hpp"
#include "engine/execute/in_parallel.hpp"

namespace wayworth::engine {

namespace {

using Choices = std::vector<std::span<const double>>;

/// Places in `inputs` of what could be measured and is of greatest worth by bins, which is biased but quick.
std::vector<std::size_t> most_worth(const Model& model, const std::vector<DrawnInput>& inputs, const Choices& choices,
                                    std::size_t threads) {
  constexpr std::size_t bins = 32;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!is_chance_event(model.inputs[index_of(inputs[i].id)].path)) order.push_back(i);
  }
  std::vector<double> worth(inputs.size(), 0.0);
  in_parallel(order.size(), threads, [&](std::size_t k) {
    worth[order[k]] = binned_partial_information(inputs[order[k]].values, choices, bins);
  });
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return worth[a] > worth[b]; });
  order.resize(std::min(order.size(), valued_inputs));
  return order;
}

DecisionValue choice_among(const Model& model, const Results& results, const std::vector<DrawnInput>& inputs,
                           const Choices& choices, std::size_t threads) {
  const std::size_t replicates = results.manifest.replicates;
  DecisionValue found;
  found.perfect = perfect_information(choices, replicates);
  if (!found.is_worth_a_look()) return found;
  const InformationTools tools(results.manifest.trials);
  const InformationValue information(choices, replicates, tools);
  const std::vector<std::size_t> looked_at = most_worth(model, inputs, choices, threads);
  found.inputs.resize(looked_at.size());
  in_parallel(looked_at.size(), threads, [&](std::size_t k) {
    const DrawnInput& input = inputs[looked_at[k]];
    found.inputs[k] = {input.id, information.of(input.sorted)};
  });
  std::stable_sort(found.inputs.begin(), found.inputs.end(),
                   [](const InputWorth& a, const InputWorth& b) { return a.worth.value.value > b.worth.value.value; });
  return found;
}

OuterTenths outer_tenths(const DrawnInput& input, const std::optional<OrderedWorlds>& worlds) {
  if (worlds && worlds->input == input.id) {
    return {static_cast<double>(worlds->worlds.front()), static_cast<double>(worlds->worlds.back())};
  }
  const Bins bins(input.sorted, 10);
  // The trials of a bin are sorted by the input.
  return {input.values[bins.trials(0).back()], input.values[bins.trials(bins.count() - 1).front()]};
}

/// As many trials as a sensitivity analysis takes for it, so that both find the same.
void find_break_evens(const Model& model, const Manifest& manifest, std::size_t threads, RunSensitivity& found) {
  const SensitivitySettings usual;
  Experiment experiment(model, outputs_of({}, found.targets),
                        {.trials = std::min(manifest.trials, usual.break_even_trials),
                         .seed = manifest.seed,
                         .sampling = manifest.sampling,
                         .threads = threads});
  std::vector<const InputSensitivity*> order;
  for (const InputSensitivity& one : found.from_trials.inputs) {
    const Input& input = model.inputs[index_of(one.input)];
    const bool moves_it = std::any_of(experiment.inputs().begin(), experiment.inputs().end(),
                                      [&](const PlanInput& planned) { return planned.id == one.input; });
    if (moves_it && can_break_even(input.distribution, input.path)) order.push_back(&one);
  }
  std::stable_sort(order.begin(), order.end(), [](const InputSensitivity* a, const InputSensitivity* b) {
    return std::abs(a->standardised.value) > std::abs(b->standardised.value);
  });
  order.resize(std::min(order.size(), solved_inputs));
  std::vector<InputId> inputs;
  for (const InputSensitivity* const one : order) inputs.push_back(one->input);
  found.break_evens = break_evens(experiment, inputs, found.targets, threads);
  found.break_even_trials = experiment.trials();
}

bool varies(std::span<const double> column) {
  return std::any_of(column.begin(), column.end(), [&](double value) { return value != column.front(); });
}

}  // namespace

bool tells_of_inputs(const Results& results) {
  const std::span<const double> npv = results.column({}, Measure::npv);
  return !results.inputs.empty() && npv.size() >= least_sensitivity_trials && varies(npv);
}

std::optional<RunSensitivity> sensitivity_of_run(const Model& model, const Results& results, std::size_t threads) {
  if (!tells_of_inputs(results)) return std::nullopt;
  const std::span<const double> npv = results.column({}, Measure::npv);
  const std::vector<double> nothing(npv.size(), 0.0);
  Choices choices;
  for (std::size_t option = 0; option < model.options.size(); ++option) {
    choices.push_back(results.column({.option = option}, Measure::npv));
  }
  choices.push_back(nothing);
  std::vector<DrawnInput> inputs = drawn_inputs(results.inputs, threads);
  const std::optional<OrderedWorlds> worlds = ordered_worlds(model, results.inputs, npv);
  if (worlds) take_order(*worlds, inputs);
  std::vector<const DrawnInput*> all;
  for (const DrawnInput& input : inputs) all.push_back(&input);
  RunSensitivity found{sensitivity_from_trials(all, npv, threads),
                       {},
                       choice_among(model, results, inputs, choices, threads),
                       {},
                       {},
                       {},
                       0};
  found.targets = usual_targets(model);
  found.headroom = subjects_headroom(model, results, found.targets, threads);
  find_break_evens(model, results.manifest, threads, found);
  for (const InputSensitivity& one : found.from_trials.inputs) {
    const auto input =
        std::find_if(inputs.begin(), inputs.end(), [&](const DrawnInput& drawn) { return drawn.id == one.input; });
    found.outer_tenths.push_back(outer_tenths(*input, worlds));
  }
  return found;
}

}  // namespace wayworth::engine
