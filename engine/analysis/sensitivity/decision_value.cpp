#include "engine/analysis/sensitivity/decision_value.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/sensitivity/input_kind.hpp"
#include "engine/execute/in_parallel.hpp"

namespace wayworth::engine {

namespace {

using Choices = std::vector<std::span<const double>>;

struct Decision {
  std::optional<InitiativeId> initiative;
  Choices choices;
};

std::vector<Decision> decisions_in(const Model& model, const Results& results, std::span<const double> nothing) {
  std::vector<Decision> decisions(1);
  for (std::size_t option = 0; option < model.options.size(); ++option) {
    decisions[0].choices.push_back(results.column({.option = option}, Measure::npv));
  }
  decisions[0].choices.push_back(nothing);
  for (const InitiativeId id : members_of(model.options.front())) {
    decisions.push_back({id, {results.column({.scope = Scope::last, .initiative = id}, Measure::npv), nothing}});
  }
  return decisions;
}

bool is_worth_a_look(const PerfectInformation& perfect) {
  return perfect.value.value > worth_a_look * std::abs(perfect.means[perfect.best].value);
}

}  // namespace

std::vector<DecisionValue> decision_values(const Model& model, const Results& results,
                                           const std::vector<DrawnInput>& inputs, std::size_t threads) {
  const std::vector<double> nothing(results.manifest.trials, 0.0);
  const std::vector<Decision> decisions = decisions_in(model, results, nothing);
  const std::uint64_t replicates = results.manifest.replicates;
  const InformationTools tools(results.manifest.trials);
  std::vector<DecisionValue> found(decisions.size());
  std::vector<std::optional<InformationValue>> information(decisions.size());
  in_parallel(decisions.size(), threads, [&](std::size_t i) {
    found[i] = {decisions[i].initiative, perfect_information(decisions[i].choices, replicates), {}};
    if (is_worth_a_look(found[i].perfect)) information[i].emplace(decisions[i].choices, replicates, tools);
  });
  std::vector<std::pair<std::size_t, std::size_t>> questions;  // which decision, which input
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    for (std::size_t k = 0; information[i] && k < inputs.size(); ++k) {
      if (is_chance_event(model.inputs[index_of(inputs[k].id)].path)) continue;
      found[i].inputs.push_back({inputs[k].id, {}});
      questions.emplace_back(i, k);
    }
  }
  std::vector<PartialInformation> answers(questions.size());
  in_parallel(questions.size(), threads, [&](std::size_t question) {
    const auto [decision, input] = questions[question];
    answers[question] = information[decision]->of(inputs[input].sorted);
  });
  std::size_t next = 0;
  for (DecisionValue& decision : found) {
    for (InputWorth& one : decision.inputs) one.worth = answers[next++];
    std::stable_sort(decision.inputs.begin(), decision.inputs.end(), [](const InputWorth& a, const InputWorth& b) {
      return a.worth.value.value > b.worth.value.value;
    });
  }
  return found;
}

}  // namespace wayworth::engine
