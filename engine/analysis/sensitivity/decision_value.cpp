#include "engine/analysis/sensitivity/decision_value.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/sensitivity/decisions.hpp"
#include "engine/analysis/sensitivity/input_kind.hpp"
#include "engine/core/input_error.hpp"
#include "engine/execute/in_parallel.hpp"

namespace wayworth::engine {

namespace {

std::vector<std::span<const double>> npv_columns(const Model& model, const Results& results) {
  std::vector<std::span<const double>> npv;
  for (const Subject& subject : subjects_of_decisions(model)) npv.push_back(results.column(subject, Measure::npv));
  return npv;
}

/// The results of the pilots, trial by trial, sorted.
std::vector<SortedColumn> sorted_results(const Model& model, const std::vector<Pilot>& pilots,
                                         const std::vector<DrawnInput>& inputs, std::uint64_t seed) {
  std::vector<SortedColumn> sorted;
  for (const Pilot& pilot : pilots) {
    const auto input =
        std::find_if(inputs.begin(), inputs.end(), [&](const DrawnInput& one) { return one.id == pilot.input; });
    if (input == inputs.end()) throw InputError("a pilot is of an input that no decision depends on");
    const std::string& path = model.inputs[index_of(pilot.input)].path;
    sorted.emplace_back(pilot_results(pilot, path, input->values, seed));
  }
  return sorted;
}

}  // namespace

bool DecisionValue::is_worth_a_look() const {
  return perfect.value.value > worth_a_look * std::abs(perfect.means[perfect.best].value);
}

std::vector<DecisionValue> decision_values(const Model& model, const Results& results,
                                           const std::vector<DrawnInput>& inputs, const std::vector<Pilot>& pilots,
                                           std::size_t threads) {
  const std::vector<double> nothing(results.manifest.trials, 0.0);
  const std::vector<Decision> decisions = decisions_between(model, npv_columns(model, results), nothing);
  const std::uint64_t replicates = results.manifest.replicates;
  const InformationTools tools(results.manifest.trials);
  std::vector<DecisionValue> found(decisions.size());
  std::vector<std::optional<InformationValue>> information(decisions.size());
  in_parallel(decisions.size(), threads, [&](std::size_t i) {
    found[i] = {decisions[i].initiative, perfect_information(decisions[i].choices, replicates), {}, {}, {}};
    if (found[i].is_worth_a_look()) information[i].emplace(decisions[i].choices, replicates, tools);
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
  const std::vector<SortedColumn> shown = sorted_results(model, pilots, inputs, results.manifest.seed);
  in_parallel(decisions.size(), threads, [&](std::size_t i) {
    for (std::size_t k = 0; information[i] && k < pilots.size(); ++k) {
      const auto input =
          std::find_if(inputs.begin(), inputs.end(), [&](const DrawnInput& one) { return one.id == pilots[k].input; });
      found[i].pilots.push_back({information[i]->of(shown[k]), information[i]->of(input->sorted)});
    }
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

void raise_to_parts(DecisionValue& decision) {
  std::vector<GroupWorth*> by_size;
  for (GroupWorth& group : decision.groups) by_size.push_back(&group);
  std::stable_sort(by_size.begin(), by_size.end(), [](const GroupWorth* a, const GroupWorth* b) {
    return a->group.inputs.size() < b->group.inputs.size();
  });
  for (GroupWorth* const whole : by_size) {
    const auto has = [&](InputId id) {
      const std::vector<InputId>& all = whole->group.inputs;
      return std::find(all.begin(), all.end(), id) != all.end();
    };
    const auto raise_to = [&](const PartialInformation& part) {
      if (!part.is_noise() && part.value.value > whole->worth.value.value) whole->worth = part;
    };
    for (const InputWorth& one : decision.inputs) {
      if (has(one.input)) raise_to(one.worth);
    }
    for (const GroupWorth* const part : by_size) {
      const std::vector<InputId>& inputs = part->group.inputs;
      if (part != whole && std::all_of(inputs.begin(), inputs.end(), has)) raise_to(part->worth);
    }
  }
}

std::vector<InputWorth> worth_to_roadmap(const std::vector<DecisionValue>& decisions) {
  std::vector<InputWorth> found;
  for (const DecisionValue& decision : decisions) {
    if (!decision.initiative) continue;
    for (const InputWorth& one : decision.inputs) {
      if (one.worth.is_noise()) continue;
      auto sum =
          std::find_if(found.begin(), found.end(), [&](const InputWorth& other) { return other.input == one.input; });
      if (sum == found.end()) sum = found.insert(found.end(), {one.input, {}});
      sum->worth.value.value += one.worth.value.value;
      sum->worth.value.standard_error += one.worth.value.standard_error;
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const InputWorth& a, const InputWorth& b) { return a.worth.value.value > b.worth.value.value; });
  return found;
}

}  // namespace wayworth::engine
