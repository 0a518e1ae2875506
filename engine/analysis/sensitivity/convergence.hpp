#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/analysis/sensitivity/experiment.hpp"
#include "engine/stats/summary.hpp"

namespace wayworth::engine {

/// Whether more trials, or other luck, would say something else of the programme's NPV.
struct Convergence {
  struct Step {
    std::uint64_t trials = 0;
    Summary npv;
  };
  std::vector<Step> steps;       ///< fewer trials of the same run, doubling up to all
  std::uint64_t other_seed = 0;  ///< one more than that of the run
  Summary with_other_seed;       ///< of as many trials; without a mean when one of them fails

  /// Of the two means, in standard errors of their difference; infinite where the errors are unknown.
  [[nodiscard]] double seed_distance() const;
};

/// Fewer trials are the first ones of each replicate: of a low-discrepancy sample again one.
/// \param npv  of the first option's programme in the run
/// \param run  of which one more is made, with the other seed
Convergence check_convergence(const Model& model, std::span<const double> npv, std::size_t replicates,
                              const RunSettings& run);

}  // namespace wayworth::engine
