#include "engine/analysis/compare/input_numbering.hpp"

#include <algorithm>
#include <optional>

#include "engine/model/renumber_inputs.hpp"

namespace wayworth::engine {

namespace {

struct Run {
  std::size_t first = 0;
  std::size_t count = 1;
};

/// The inputs of a model, those of a series together.
std::vector<Run> runs_of(const Model& model) {
  const std::vector<InputId> series = step_draw_series(model);
  std::vector<Run> runs;
  for (std::size_t i = 0; i < model.inputs.size(); i += runs.back().count) {
    const bool begins_series = std::binary_search(series.begin(), series.end(), static_cast<InputId>(i));
    runs.push_back({i, begins_series ? model.time.steps : 1});
  }
  return runs;
}

/// The groups with further pairs of inputs; nothing when the ranks cannot hold together as they are.
std::optional<std::vector<CorrelationGroup>> groups_with(const Model& model, std::vector<RankCorrelation> pairs) {
  for (const CorrelationGroup& group : model.correlations) {
    if (group.dependence.repair_distance) return std::nullopt;
    pairs.insert(pairs.end(), group.pairs.begin(), group.pairs.end());
  }
  std::vector<CorrelationGroup> groups;
  for (std::optional<CorrelationGroup>& group : correlation_groups(pairs)) {
    if (!group || group->dependence.repair_distance) return std::nullopt;
    groups.push_back(std::move(*group));
  }
  return groups;
}

}  // namespace

void InputNumbering::add(const Model& model) {
  for (const Run& run : runs_of(model)) {
    const auto begin = model.inputs.begin() + static_cast<std::ptrdiff_t>(run.first);
    const auto [known, is_new] = run_of_.try_emplace(begin->path, runs_.size());
    if (is_new) runs_.emplace_back();
    std::vector<Input>& inputs = runs_[known->second];
    for (std::size_t k = inputs.size(); k < run.count; ++k) inputs.push_back(begin[static_cast<std::ptrdiff_t>(k)]);
  }
  const auto path_of = [&](InputId id) { return model.inputs[index_of(id)].path; };
  for (const CorrelationGroup& group : model.correlations) {
    for (const RankCorrelation& pair : group.pairs) {
      ranks_.try_emplace(std::minmax(path_of(pair.first), path_of(pair.second)), pair.stated);
    }
  }
}

std::vector<RankCorrelation> InputNumbering::pairs_of_missing(const Model& model,
                                                              const std::vector<bool>& is_there) const {
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < model.inputs.size(); ++i) place[model.inputs[i].path] = i;
  std::vector<RankCorrelation> pairs;
  for (const auto& [paths, rank] : ranks_) {
    const auto [first, second] = std::minmax(place.at(paths.first), place.at(paths.second));
    if (is_there[first] && is_there[second]) continue;
    pairs.push_back({static_cast<InputId>(first), static_cast<InputId>(second), rank, rank});
  }
  return pairs;
}

Model InputNumbering::apply(Model model) const {
  std::vector<std::size_t> first_place;
  std::vector<Input> inputs;
  for (const std::vector<Input>& run : runs_) {
    first_place.push_back(inputs.size());
    inputs.insert(inputs.end(), run.begin(), run.end());
  }
  std::vector<InputId> places(model.inputs.size());
  std::vector<bool> is_there(inputs.size(), false);
  for (const Run& run : runs_of(model)) {
    const std::size_t place = first_place[run_of_.at(model.inputs[run.first].path)];
    for (std::size_t k = 0; k < run.count; ++k) {
      places[run.first + k] = static_cast<InputId>(place + k);
      inputs[place + k] = model.inputs[run.first + k];
      is_there[place + k] = true;
    }
  }
  renumber_inputs(model, std::move(inputs), places);
  if (auto groups = groups_with(model, pairs_of_missing(model, is_there))) model.correlations = std::move(*groups);
  return model;
}

}  // namespace wayworth::engine
