#include "engine/analysis/sensitivity/variance_shares.hpp"

#include <algorithm>
#include <map>

namespace wayworth::engine {

namespace {

constexpr std::string_view initiatives = "initiatives.";

/// "initiatives.chat.effects.calls": chat; nothing for what belongs to no initiative.
std::string initiative_in(const std::string& path) {
  if (!path.starts_with(initiatives)) return "";
  return path.substr(initiatives.size(), path.find('.', initiatives.size()) - initiatives.size());
}

std::string kind_of(const std::string& path) {
  if (!path.starts_with(initiatives)) return "Today's business";
  if (path.find(".rollout.") != std::string::npos) return "Timing and success";
  if (path.find(".costs.") != std::string::npos) return "Costs";
  return "Effects and benefits";
}

template <class NameOfInput>
std::vector<InputGroup> grouped(const std::vector<PlanInput>& inputs, NameOfInput name_of) {
  std::vector<InputGroup> groups;
  std::map<std::string, std::size_t> places;
  for (const PlanInput& input : inputs) {
    const std::string name = name_of(input);
    const auto [place, is_new] = places.try_emplace(name, groups.size());
    if (is_new) groups.push_back({name, {}});
    groups[place->second].inputs.push_back(input.id);
  }
  return groups;
}

}  // namespace

std::vector<InputGroup> groups_by_subject(const Model& model, const std::vector<PlanInput>& inputs) {
  return grouped(inputs, [&](const PlanInput& input) {
    const std::string key = initiative_in(input.path);
    for (const Initiative& initiative : model.initiatives) {
      if (initiative.key == key) return initiative.name;
    }
    return input.path;
  });
}

std::vector<InputGroup> groups_by_kind(const std::vector<PlanInput>& inputs) {
  return grouped(inputs, [](const PlanInput& input) { return kind_of(input.path); });
}

std::vector<InputGroup> single_inputs(const std::vector<PlanInput>& inputs) {
  return grouped(inputs, [](const PlanInput& input) { return input.path; });
}

std::vector<VarianceShare> variance_shares(Experiment& experiment, std::span<const double> output,
                                           const std::vector<InputGroup>& groups) {
  InputChanges all;
  for (const PlanInput& input : experiment.inputs()) all.redrawn.push_back(input.id);
  const std::vector<double> second = experiment.run(all);
  std::vector<VarianceShare> shares;
  for (const InputGroup& group : groups) {
    const std::vector<double> mixed = experiment.run({.redrawn = group.inputs});
    shares.push_back({group, sobol_indices(output, second, mixed)});
  }
  std::stable_sort(shares.begin(), shares.end(), [](const VarianceShare& a, const VarianceShare& b) {
    return a.indices.total.value > b.indices.total.value;
  });
  return shares;
}

}  // namespace wayworth::engine
