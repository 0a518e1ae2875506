#include "engine/analysis/sensitivity/decision_value.hpp"

#include <algorithm>
#include <cmath>

namespace wayworth::engine {

namespace {

DecisionValue value_of(std::optional<InitiativeId> initiative, const std::vector<std::span<const double>>& choices,
                       const Results& results) {
  DecisionValue found{initiative, perfect_information(choices, results.manifest.replicates), {}};
  const double best_mean = found.perfect.means[found.perfect.best].value;
  if (found.perfect.value.value <= worth_a_look * std::abs(best_mean)) return found;
  const InformationValue information(choices, results.manifest.replicates);
  for (const InputColumn& input : results.inputs) found.inputs.push_back({input.input, information.of(input.values)});
  std::stable_sort(found.inputs.begin(), found.inputs.end(),
                   [](const InputWorth& a, const InputWorth& b) { return a.worth.value.value > b.worth.value.value; });
  return found;
}

}  // namespace

std::vector<DecisionValue> decision_values(const Model& model, const Results& results) {
  const std::vector<double> nothing(results.manifest.trials, 0.0);
  std::vector<std::span<const double>> choices;
  for (std::size_t option = 0; option < model.options.size(); ++option) {
    choices.push_back(results.column({.option = option}, Measure::npv));
  }
  choices.push_back(nothing);
  std::vector<DecisionValue> found = {value_of(std::nullopt, choices, results)};
  for (const InitiativeId id : members_of(model.options.front())) {
    const std::span<const double> npv = results.column({.scope = Scope::last, .initiative = id}, Measure::npv);
    found.push_back(value_of(id, {npv, nothing}, results));
  }
  return found;
}

}  // namespace wayworth::engine
