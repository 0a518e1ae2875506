#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wayworth::engine {

/// How alternatives stand by several criteria when nothing is known of how much each of these counts.
struct Acceptability {
  /// [alternative][place]: share of all weightings in which it takes the place; of equal ones the earlier comes first.
  std::vector<std::vector<double>> places;
  /// [alternative][criterion]: the mean of the weightings in which it is first, which add up to 1: what one who prefers
  /// it cares about. Empty where it never is.
  std::vector<std::vector<double>> central_weights;
};

/// Draws weightings, uniform among those that are not negative and add up to 1, and ranks by the weighted sums.
/// \param utilities   [alternative][criterion], more is better, criteria on scales that can be weighed; at least one of
/// each \param weightings  how many are drawn; shares are off by at most 0.5 / sqrt(weightings) in standard errors
/// Source: Lahdelma and Salminen, "SMAA-2: stochastic multicriteria acceptability analysis for group decision making",
/// Operations Research 49, 2001.
Acceptability acceptability_of(const std::vector<std::vector<double>>& utilities, std::size_t weightings,
                               std::uint64_t seed);

/// Weightings of so many criteria, each uniform on the simplex. \param criteria  at least 1
std::vector<std::vector<double>> drawn_weightings(std::size_t criteria, std::size_t weightings, std::uint64_t seed);

}  // namespace wayworth::engine
