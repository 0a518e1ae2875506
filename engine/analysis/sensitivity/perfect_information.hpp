#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// The choice with the greatest mean; of equals the first.
std::size_t best_on_average(const std::vector<std::span<const double>>& choices);

/// What it would be worth to know everything before choosing: as much as the best choice loses on average against the
/// choice that each trial shows to be best.
struct PerfectInformation {
  std::size_t best = 0;                 ///< the choice with the greatest mean; of equals the first
  Estimate value;                       ///< EVPI, in money; at least 0
  std::vector<Estimate> means;          ///< by choice
  std::vector<double> expected_regret;  ///< by choice; that of the best is the EVPI
  std::vector<double> share_best;       ///< by choice: how often it turns out to be best; equals share a trial
};

/// \param choices     at least one, each with one value a trial; a decision that can be left has a column of zeros
/// \param replicates  that the columns consist of
/// Source: Raiffa and Schlaifer, "Applied Statistical Decision Theory", 1961.
PerfectInformation perfect_information(const std::vector<std::span<const double>>& choices, std::size_t replicates);

}  // namespace wayworth::engine
