#include "engine/roadmap/roadmap_information.hpp"

#include <algorithm>
#include <numeric>

#include "engine/analysis/sensitivity/input_kind.hpp"
#include "engine/execute/in_parallel.hpp"
#include "engine/execute/input_draws.hpp"
#include "engine/plan/compile.hpp"

namespace wayworth::engine {

namespace {

using Choices = std::vector<std::span<const double>>;

/// Those that most often turn out best, and the one that is best on average.
Choices likeliest_of(const Choices& all, std::size_t replicates) {
  const PerfectInformation known = perfect_information(all, replicates);
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return known.share_best[a] > known.share_best[b]; });
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return i == known.best; });
  Choices likeliest;
  for (const std::size_t i : order) {
    const bool is_ever_best = known.share_best[i] > 0.0 || i == known.best;
    if (is_ever_best && likeliest.size() < most_known_roadmaps) likeliest.push_back(all[i]);
  }
  return likeliest;
}

/// Of what could be measured.
std::vector<InputWorth> worths(const Model& model, const DrawSettings& settings, const Choices& choices,
                               std::size_t replicates) {
  const std::size_t trials = choices.front().size();
  InputDraws draws(plan_inputs(model), plan_correlations(model), settings);
  const InformationTools tools(trials);
  const InformationValue information(choices, replicates, tools);
  std::vector<InputWorth> found(model.inputs.size());
  in_parallel(model.inputs.size(), 0, [&](std::size_t i) {
    if (is_chance_event(model.inputs[i].path)) return;
    ScoreCache cache;
    std::vector<double> values(trials);
    draws.fill(i, 0, values, cache);
    found[i] = {static_cast<InputId>(i), information.of(SortedColumn(values))};
  });
  std::erase_if(found, [](const InputWorth& one) { return one.worth.is_noise(); });
  std::stable_sort(found.begin(), found.end(),
                   [](const InputWorth& a, const InputWorth& b) { return a.worth.value.value > b.worth.value.value; });
  return found;
}

}  // namespace

RoadmapInformation roadmap_information(RoadmapSearch& search) {
  const Schedule none(search.model().initiatives.size());
  const TrialValues nothing(search.simulator().trials(), 0.0);
  Choices all;
  for (const Candidate& candidate : search.pool().candidates()) {
    if (candidate.schedule != none) all.push_back(candidate.npv);
  }
  if (keeps_all_rules(search.problem(), none)) all.push_back(nothing);
  if (all.empty()) return {};
  const Choices choices = likeliest_of(all, search.replicates());
  RoadmapInformation found{choices.size(), perfect_information(choices, search.replicates()).value, {}};
  if (choices.size() > 1) {
    found.inputs = worths(search.model(), search_draws(search.settings()), choices, search.replicates());
  }
  return found;
}

}  // namespace wayworth::engine
