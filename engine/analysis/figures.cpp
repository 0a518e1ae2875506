#include "engine/analysis/figures.hpp"

#include <algorithm>

#include "engine/stats/ratio_of_means.hpp"

namespace wayworth::engine {

Figures figures_of(const Results& results, const Subject& subject) {
  const std::size_t replicates = results.manifest.replicates;
  Figures figures;
  for (const Measure measure : all_measures()) {
    figures.by_measure[static_cast<std::size_t>(measure)] = summarise(results.column(subject, measure), replicates);
  }
  const std::span<const double> costs = results.column(subject, Measure::pv_costs);
  const bool without_cost = std::all_of(costs.begin(), costs.end(), [](double cost) { return cost == 0.0; });
  if (without_cost) return figures;
  figures.roi_of_means = ratio_of_means(results.column(subject, Measure::npv), costs, replicates);
  figures.benefit_cost_ratio_of_means =
      ratio_of_means(results.column(subject, Measure::pv_benefits), costs, replicates);
  return figures;
}

}  // namespace wayworth::engine
