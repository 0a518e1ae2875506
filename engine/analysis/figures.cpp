#include "engine/analysis/figures.hpp"

#include <algorithm>

#include "engine/analysis/long_run.hpp"
#include "engine/stats/ratio_of_means.hpp"

namespace wayworth::engine {
namespace {

void take_values_of_all_trials(Figures& figures, const Manifest& manifest) {
  const double costs = figures[Measure::pv_costs].mean->value;
  const double npv = figures[Measure::npv].mean->value;
  const double benefits = figures[Measure::pv_benefits].mean->value;
  figures.roi_of_means = as_of_all_trials(*figures.roi_of_means, npv / costs, manifest);
  figures.benefit_cost_ratio_of_means =
      as_of_all_trials(*figures.benefit_cost_ratio_of_means, benefits / costs, manifest);
}

}  // namespace

Figures figures_of(const Results& results, const Subject& subject) {
  const std::size_t replicates = results.replicates();
  Figures figures;
  for (const Measure measure : all_measures()) {
    figures.by_measure[static_cast<std::size_t>(measure)] = results.summary(subject, measure);
  }
  const std::span<const double> costs = results.column(subject, Measure::pv_costs);
  const bool without_cost = std::all_of(costs.begin(), costs.end(), [](double cost) { return cost == 0.0; });
  if (without_cost) return figures;
  figures.roi_of_means = ratio_of_means(results.column(subject, Measure::npv), costs, replicates);
  figures.benefit_cost_ratio_of_means =
      ratio_of_means(results.column(subject, Measure::pv_benefits), costs, replicates);
  if (results.manifest.kept_trials) take_values_of_all_trials(figures, results.manifest);
  return figures;
}

}  // namespace wayworth::engine
