#include "engine/analysis/phases.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/column_sum.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {
namespace {

/// A cost that is spread over months adds up to itself but for rounding, which must not break a budget of the same
/// figure.
Estimate probability_within(double budget, std::span<const double> costs, std::size_t replicates) {
  constexpr double rounding = 1e-9;
  const double limit = budget + rounding * std::abs(budget);
  std::vector<double> within(costs.size());
  std::transform(costs.begin(), costs.end(), within.begin(),
                 [limit](double cost) { return cost <= limit ? 1.0 : 0.0; });
  return mean_estimate(within, replicates);
}

PhaseFindings find_phase(const Model& model, const Results& results, std::size_t phase) {
  const std::size_t replicates = results.replicates();
  PhaseFindings found;
  found.phase = phase;
  found.budget = model.phases[phase].budget;
  std::vector<double> costs(results.column({}, Measure::npv).size(), 0.0);
  const Option& option = model.options.front();
  for (const InitiativeId id : members_of(option)) {
    if (phase_of(model.phases, option.starts[index_of(id)].value()) != phase) continue;
    found.members.push_back(id);
    add_column(costs, results.column({.scope = Scope::alone, .initiative = id}, Measure::one_off_costs));
  }
  found.one_off_costs = summarise(costs, replicates);
  if (found.budget) found.probability_within_budget = probability_within(*found.budget, costs, replicates);
  return found;
}

}  // namespace

std::optional<std::size_t> phase_of(const std::vector<Phase>& phases, std::size_t planned_start) {
  for (std::size_t i = 0; i < phases.size(); ++i) {
    if (phases[i].from <= planned_start && planned_start <= phases[i].to) return i;
  }
  return std::nullopt;
}

std::vector<PhaseFindings> find_phases(const Model& model, const Results& results) {
  std::vector<PhaseFindings> found;
  for (std::size_t phase = 0; phase < model.phases.size(); ++phase) found.push_back(find_phase(model, results, phase));
  return found;
}

}  // namespace wayworth::engine
