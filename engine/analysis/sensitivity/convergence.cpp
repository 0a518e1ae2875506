#include "engine/analysis/sensitivity/convergence.hpp"

#include <cmath>
#include <limits>

#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t most_halvings = 4;
constexpr std::size_t least_trials_in_replicate = 16;

/// The first trials of each replicate, one replicate after the other.
std::vector<double> beginnings(std::span<const double> column, std::size_t replicates, std::size_t of_each) {
  std::vector<double> found;
  for (std::size_t which = 0; which < replicates; ++which) {
    const auto begun = replicate_of(column, replicates, which).first(of_each);
    found.insert(found.end(), begun.begin(), begun.end());
  }
  return found;
}

}  // namespace

double Convergence::seed_distance() const {
  if (!with_other_seed.mean) return std::numeric_limits<double>::infinity();
  const Estimate& first = *steps.back().npv.mean;
  const Estimate& second = *with_other_seed.mean;
  const double error = std::hypot(first.standard_error, second.standard_error);
  if (!std::isfinite(error)) return std::numeric_limits<double>::infinity();
  return error == 0.0 ? 0.0 : (second.value - first.value) / error;
}

Convergence check_convergence(const Model& model, std::span<const double> npv, std::size_t replicates,
                              const RunSettings& run) {
  Convergence found;
  const std::size_t in_replicate = npv.size() / replicates;
  for (std::size_t halvings = most_halvings; halvings > 0; --halvings) {
    const std::size_t of_each = in_replicate >> halvings;
    if (of_each < least_trials_in_replicate) continue;
    const std::vector<double> some = beginnings(npv, replicates, of_each);
    found.steps.push_back({some.size(), summarise(some, replicates)});
  }
  found.steps.push_back({npv.size(), summarise(npv, replicates)});
  RunSettings other = run;
  other.seed = run.seed + 1;
  Experiment experiment(model, {Subject{}}, other);
  found.other_seed = other.seed;
  try {
    found.with_other_seed = summarise(experiment.run({}), experiment.replicates());
  } catch (const TrialFailure&) {
    // Of other trials than those of the run, in which all is well: there is no figure, and the report says so.
  }
  return found;
}

}  // namespace wayworth::engine
