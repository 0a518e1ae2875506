#include "engine/analysis/worlds.hpp"

#include <algorithm>
#include <span>

#include "engine/execute/input_draws.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t trials_at_once = 4096;

std::size_t best_of(const std::vector<Summary>& npv) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < npv.size(); ++i) {
    if (npv[i].mean && npv[best].mean && npv[i].mean->value > npv[best].mean->value) best = i;
  }
  return best;
}

}  // namespace

std::vector<std::size_t> world_of_trials(const Worlds& worlds, const Model& model, const Manifest& manifest) {
  const std::uint64_t trials = manifest.kept_trials.value_or(manifest.trials);
  const Input& input = model.inputs[index_of(worlds.input)];
  const Replicates replicates{manifest.replicates, manifest.trials / manifest.replicates};
  InputDraws draws({{worlds.input, input.path, input.distribution}}, {},
                   {manifest.seed, manifest.sampling, replicates});
  ScoreCache cache;
  std::vector<std::size_t> found;
  std::vector<double> values;
  while (found.size() < trials) {
    values.resize(std::min<std::size_t>(trials_at_once, trials - found.size()));
    draws.fill(0, found.size(), values, cache);
    for (const double value : values) found.push_back(static_cast<std::size_t>(value));
  }
  return found;
}

std::vector<WorldFindings> find_worlds(const Model& model, const Results& results) {
  if (!model.worlds || results.manifest.point) return {};
  const std::vector<std::size_t> of_trials = world_of_trials(*model.worlds, model, results.manifest);
  std::vector<WorldFindings> found(model.worlds->list.size());
  for (std::size_t world = 0; world < found.size(); ++world) {
    found[world].world = world;
    found[world].trials = static_cast<std::uint64_t>(std::count(of_trials.begin(), of_trials.end(), world));
    if (found[world].trials == 0) continue;
    for (std::size_t option = 0; option < model.options.size(); ++option) {
      const std::span<const double> all = results.column({.option = option}, Measure::npv);
      std::vector<double> here;
      for (std::size_t trial = 0; trial < all.size(); ++trial) {
        if (of_trials[trial] == world) here.push_back(all[trial]);
      }
      found[world].npv.push_back(summarise(here, 1));
    }
    found[world].best = best_of(found[world].npv);
  }
  return found;
}

}  // namespace wayworth::engine
