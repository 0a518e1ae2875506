#include "engine/analysis/sensitivity/ordered_worlds.hpp"

#include <algorithm>
#include <numeric>

#include "engine/stats/neumaier_sum.hpp"

namespace wayworth::engine {

namespace {

std::size_t world_of(double drawn) {
  return static_cast<std::size_t>(drawn);
}

/// Of a world that no trial is in: 0.
std::vector<double> means_by_world(std::size_t worlds, std::span<const double> drawn, std::span<const double> output) {
  std::vector<NeumaierSum> sums(worlds);
  std::vector<double> counts(worlds, 0.0);
  for (std::size_t trial = 0; trial < drawn.size(); ++trial) {
    sums[world_of(drawn[trial])].add(output[trial]);
    counts[world_of(drawn[trial])] += 1.0;
  }
  std::vector<double> means;
  for (std::size_t i = 0; i < worlds; ++i) means.push_back(counts[i] > 0.0 ? sums[i].value() / counts[i] : 0.0);
  return means;
}

}  // namespace

std::optional<OrderedWorlds> ordered_worlds(const Model& model, const std::vector<InputColumn>& columns,
                                            std::span<const double> output) {
  if (!model.worlds) return std::nullopt;
  const auto column = std::find_if(columns.begin(), columns.end(),
                                   [&](const InputColumn& one) { return one.input == model.worlds->input; });
  if (column == columns.end()) return std::nullopt;
  const std::vector<double> means = means_by_world(model.worlds->list.size(), column->values, output);
  OrderedWorlds ordered{model.worlds->input, std::vector<std::size_t>(means.size()), {}};
  std::iota(ordered.worlds.begin(), ordered.worlds.end(), std::size_t{0});
  std::stable_sort(ordered.worlds.begin(), ordered.worlds.end(),
                   [&](std::size_t a, std::size_t b) { return means[a] < means[b]; });
  std::vector<double> places(means.size());
  for (std::size_t place = 0; place < places.size(); ++place) {
    places[ordered.worlds[place]] = static_cast<double>(place);
  }
  for (const double drawn : column->values) ordered.values.push_back(places[world_of(drawn)]);
  return ordered;
}

void take_order(const OrderedWorlds& worlds, std::vector<DrawnInput>& inputs) {
  for (DrawnInput& input : inputs) {
    if (input.id == worlds.input) input = {worlds.input, worlds.values, SortedColumn(worlds.values)};
  }
}

}  // namespace wayworth::engine
