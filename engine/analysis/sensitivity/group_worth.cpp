#include "engine/analysis/sensitivity/group_worth.hpp"

#include <algorithm>
#include <optional>

#include "engine/analysis/sensitivity/decisions.hpp"
#include "engine/analysis/sensitivity/input_kind.hpp"
#include "engine/analysis/sensitivity/perfect_information.hpp"
#include "engine/execute/in_parallel.hpp"

namespace wayworth::engine {

namespace {

using Columns = std::vector<std::vector<double>>;

std::vector<std::span<const double>> spans_of(const Columns& columns) {
  return {columns.begin(), columns.end()};
}

/// Everything stands still but the group.
InputChanges all_but(const InputGroup& group, const Experiment& experiment) {
  InputChanges changes;
  for (const PlanInput& input : experiment.inputs()) {
    if (std::find(group.inputs.begin(), group.inputs.end(), input.id) != group.inputs.end()) continue;
    const Distribution& drawn = input.distribution;
    changes.fixed.push_back({input.id, has_finite_variance(drawn) ? mean(drawn) : quantile(drawn, 0.5)});
  }
  return changes;
}

std::vector<SortedColumn> sorted_gains(std::size_t best, const Decision& decision) {
  std::vector<SortedColumn> sorted;
  for (const std::vector<double>& gain : gains_over(best, decision.choices)) sorted.emplace_back(gain);
  return sorted;
}

}  // namespace

std::vector<InputGroup> groups_to_know(const Model& model, const Experiment& experiment) {
  std::vector<InputGroup> groups;
  for (const auto& grouping : {groups_by_kind(experiment), groups_by_subject(model, experiment)}) {
    for (InputGroup group : grouping) {
      std::erase_if(group.inputs, [&](InputId id) { return is_chance_event(experiment.input(id).path); });
      const bool is_new = std::none_of(groups.begin(), groups.end(),
                                       [&](const InputGroup& other) { return other.inputs == group.inputs; });
      if (group.inputs.size() > 1 && is_new) groups.push_back(std::move(group));
    }
  }
  return groups;
}

std::vector<std::vector<GroupWorth>> group_worths(const Model& model, Experiment& experiment,
                                                  const std::vector<InputGroup>& groups,
                                                  const std::vector<bool>& looked_at, std::size_t threads) {
  const Columns npv = experiment.run_all({});
  const std::vector<double> nothing(experiment.trials(), 0.0);
  const std::vector<Decision> decisions = decisions_between(model, spans_of(npv), nothing);
  const InformationTools tools(experiment.trials());
  std::vector<std::optional<InformationValue>> information(decisions.size());
  in_parallel(decisions.size(), threads, [&](std::size_t i) {
    if (looked_at[i]) information[i].emplace(decisions[i].choices, experiment.replicates(), tools);
  });
  std::vector<std::vector<GroupWorth>> found(decisions.size());
  for (std::size_t i = 0; i < decisions.size(); ++i) found[i].resize(looked_at[i] ? groups.size() : 0);
  in_parallel(groups.size(), threads, [&](std::size_t group) {
    const Columns alone = experiment.run_all(all_but(groups[group], experiment));
    const std::vector<Decision> of_group = decisions_between(model, spans_of(alone), nothing);
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      if (!looked_at[i]) continue;
      const std::size_t best = best_on_average(decisions[i].choices);
      found[i][group] = {groups[group], information[i]->of_statistics(sorted_gains(best, of_group[i]))};
    }
  });
  return found;
}

}  // namespace wayworth::engine
