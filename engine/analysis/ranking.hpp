#pragma once

#include <array>
#include <span>
#include <vector>

#include "engine/analysis/findings.hpp"

namespace wayworth::engine {

/// How often each column holds the greatest, the second and the third greatest value of a trial, as shares of the
/// trials; equal values are placed in the order of the columns.
/// \param columns     one value a trial, without NaN, all of the same length, at least 1
/// \param replicates  that all columns consist of; 1 for independent trials
/// Source: Lahdelma and Salminen, "SMAA-2: Stochastic multicriteria acceptability analysis for group decision making",
/// Operations Research 49, 2001 (rank acceptability, here with one criterion).
std::vector<std::array<Estimate, 3>> shares_of_places(const std::vector<std::span<const double>>& columns,
                                                      std::size_t replicates);

/// By mean stand-alone NPV in the first option, best first.
std::vector<RankedInitiative> rank_by_npv(const Results& results, const std::vector<InitiativeId>& initiatives);

/// By mean stand-alone NPV over mean undiscounted one-off costs, best first, without the initiatives that have none.
/// The standard error is that of a ratio of means. A trial without one-off costs places an initiative before (gain) or
/// behind (loss) all that have some.
std::vector<RankedInitiative> rank_by_npv_per_one_off(const Results& results,
                                                      const std::vector<InitiativeId>& initiatives);

/// The shares of trials in which each initiative takes each place by its stand-alone NPV, in the order of `ranking`;
/// ties: lower id first. Every row and every column adds up to 1.
std::vector<std::vector<double>> place_shares(const Results& results, const std::vector<RankedInitiative>& ranking);

/// The same of plain columns, in their order; of equal values the earlier column comes first.
std::vector<std::vector<double>> shares_of_all_places(const std::vector<std::span<const double>>& columns);

/// [a][b]: the share of trials in which column a is greater than column b, equal ones counted half; 0.5 on the
/// diagonal.
std::vector<std::vector<double>> win_shares(const std::vector<std::span<const double>>& columns);

}  // namespace wayworth::engine
