#include "engine/analysis/achieved_correlations.hpp"

#include <algorithm>
#include <cmath>

#include "engine/dependence/rank_correlation.hpp"
#include "engine/execute/input_columns.hpp"

namespace wayworth::engine {
namespace {

std::size_t place_of(InputId id, const CorrelationGroup& group) {
  return static_cast<std::size_t>(std::lower_bound(group.inputs.begin(), group.inputs.end(), id) -
                                  group.inputs.begin());
}

}  // namespace

double most_correlation_error(std::uint64_t trials) {
  return 3.0 / std::sqrt(static_cast<double>(trials) - 1.0) + 0.01;
}

AchievedCorrelations achieved_correlations(const Model& model, const Manifest& manifest) {
  AchievedCorrelations found;
  if (manifest.point || manifest.trials < 2 || model.correlations.empty()) return found;
  found.trials = std::min(manifest.trials, most_correlation_trials);
  const double most_error = most_correlation_error(found.trials);
  const DrawSettings settings{
      manifest.seed, manifest.sampling, {manifest.replicates, manifest.trials / manifest.replicates}};
  InputColumns columns(model, settings);
  for (const CorrelationGroup& group : model.correlations) {
    found.stated_pairs += group.pairs.size();
    if (found.pairs.size() == most_checked_pairs) continue;
    std::vector<std::vector<double>> scores = columns.columns(group.inputs, 0, found.trials);
    for (std::vector<double>& column : scores) column = rank_scores(column);
    for (const RankCorrelation& pair : group.pairs) {
      if (found.pairs.size() == most_checked_pairs) break;
      const double achieved =
          sample_rank_correlation(scores[place_of(pair.first, group)], scores[place_of(pair.second, group)]);
      found.pairs.push_back({pair, achieved, std::abs(achieved - pair.used) > most_error});
    }
  }
  return found;
}

}  // namespace wayworth::engine
