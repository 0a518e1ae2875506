#include "engine/roadmap/sampling_gap.hpp"

#include <algorithm>

#include "engine/stats/confidence.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

constexpr double two_sided = 0.90;  ///< leaves 5 % on either side

Estimate mean_of(std::span<const double> values) {
  Moments moments;
  moments.add(values);
  return {moments.mean(), standard_error_of(values)};
}

}  // namespace

SamplingGap sampling_gap(std::span<const double> best_values, const Estimate& candidate) {
  SamplingGap found;
  found.best = mean_of(best_values);
  found.candidate = candidate;
  found.gap = found.best.value - candidate.value;
  found.gap_at_most = found.gap + two_sided_t(two_sided, best_values.size()) * found.best.standard_error +
                      two_sided_z(two_sided) * candidate.standard_error;
  return found;
}

std::optional<SamplingGap> sampling_gap_of(const RoadmapSearch& search, const Schedule& schedule) {
  const RoadmapLimits& limits = search.model().limits;
  if (limits.goal.kind != RoadmapGoal::Kind::mean || limits.certainty || limits.self_funding) return std::nullopt;
  OptimiseSettings settings = search.settings();
  settings.search_trials = std::max<std::uint64_t>(1, settings.search_trials / 4);
  std::vector<double> best_values;
  std::vector<double> candidate_values;
  for (std::size_t sample = 1; sample <= gap_samples; ++sample) {
    DrawSettings draws = search_draws(settings);
    draws.seed += sample;
    ScheduleSimulator simulator(search.model(), draws);
    ScheduleProblem problem = search.problem();
    const ValueTables values = value_tables(search.model(), problem, simulator);
    for (std::size_t i = 0; i < problem.items.size(); ++i) problem.items[i].value = values.alone[i];
    problem.pairs = values.pairs;
    best_values.push_back(solve(problem, settings.programme).bound);
    candidate_values.push_back(value_of(problem, schedule));
    if (settings.is_stopped && settings.is_stopped()) return std::nullopt;
  }
  return sampling_gap(best_values, mean_of(candidate_values));
}

}  // namespace wayworth::engine
