#include "engine/analysis/sensitivity/initiative_break_even.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/sensitivity/regression.hpp"
#include "engine/execute/in_parallel.hpp"

namespace wayworth::engine {

namespace {

std::vector<Subject> subjects_with_headroom(const Model& model) {
  std::vector<Subject> subjects = {Subject{}};
  for (const InitiativeId id : members_of(model.options.front())) {
    subjects.push_back({.scope = Scope::alone, .initiative = id});
  }
  return subjects;
}

/// Of the experiment's inputs those that the column follows most, as a regression on all of them tells.
std::vector<InputId> followed_most(const Experiment& experiment, const std::vector<DrawnInput>& inputs,
                                   std::span<const double> column, std::size_t most) {
  const std::vector<const DrawnInput*> drawn = chosen_inputs(inputs, experiment.inputs());
  std::vector<std::span<const double>> columns;
  for (const DrawnInput* const one : drawn) columns.push_back(one->values);
  const std::vector<double> slopes = regression_sensitivity(columns, column).standardised;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const PlanInput& input = experiment.input(drawn[i]->id);
    if (can_break_even(input.distribution, input.path) && slopes[i] != 0.0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return std::abs(slopes[a]) > std::abs(slopes[b]); });
  order.resize(std::min(order.size(), most));
  std::vector<InputId> chosen;
  for (const std::size_t i : order) chosen.push_back(drawn[i]->id);
  return chosen;
}

}  // namespace

bool can_break_even(const Distribution& distribution, const std::string& path) {
  return !std::holds_alternative<Bernoulli>(distribution) && path != worlds_path;
}

std::vector<OutputRequest> outputs_of_headroom(const Model& model, const std::vector<BreakEvenTarget>& targets) {
  std::vector<OutputRequest> outputs;
  for (const Subject& subject : subjects_with_headroom(model)) {
    for (const OutputRequest& one : outputs_of(subject, targets)) outputs.push_back(one);
    outputs.push_back({subject, Measure::pv_costs});
  }
  return outputs;
}

std::vector<SubjectHeadroom> subjects_headroom(const Model& model, const Results& results,
                                               const std::vector<BreakEvenTarget>& targets, std::size_t threads) {
  const std::vector<Subject> subjects = subjects_with_headroom(model);
  std::vector<SubjectHeadroom> found(subjects.size());
  in_parallel(subjects.size(), threads, [&](std::size_t i) {
    found[i].subject = subjects[i];
    for (const BreakEvenTarget& target : targets) {
      found[i].headroom.push_back(headroom(target, results.column(subjects[i], target.measure),
                                           results.column(subjects[i], Measure::pv_costs)));
    }
  });
  return found;
}

std::vector<InitiativeBreakEven> initiative_break_evens(const Model& model, const Results& results,
                                                        const std::vector<DrawnInput>& inputs,
                                                        const std::vector<BreakEvenTarget>& targets, std::size_t most,
                                                        const RunSettings& run) {
  const std::vector<InitiativeId> members = members_of(model.options.front());
  std::vector<InitiativeBreakEven> found(members.size());
  in_parallel(members.size(), run.threads, [&](std::size_t i) {
    const Subject subject{.scope = Scope::alone, .initiative = members[i]};
    Experiment experiment(model, outputs_of(subject, targets), run);
    found[i].initiative = members[i];
    const auto chosen = followed_most(experiment, inputs, results.column(subject, Measure::npv), most);
    found[i].inputs = break_evens(experiment, chosen, targets, 1);
  });
  return found;
}

}  // namespace wayworth::engine
