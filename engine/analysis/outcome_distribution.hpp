#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/results/results.hpp"

namespace wayworth::engine {

/// Counts of values in bins of one width. The edges are whole multiples of the width, so that 0 is an edge wherever it
/// lies among them.
struct Histogram {
  double low = 0.0;    ///< the first bin holds [low, low + width)
  double width = 0.0;  ///< 1, 2 or 5 times a power of ten; 0 when all values are equal: then one bin holds them all
  std::vector<std::uint64_t> counts;
  std::uint64_t below = 0;  ///< in the lower tail, less than `low`
  std::uint64_t above = 0;  ///< in the upper tail
};

/// How one output is distributed, for charts.
struct OutcomeDistribution {
  Histogram histogram;
  std::vector<double> percentiles;  ///< P1 to P99
};

/// The bins, 20 to 60 of them, cover the 99 % of the values in the middle; the rest is counted in the tails.
/// \param column  one finite value a trial; at least one
OutcomeDistribution distribution_of(std::span<const double> column);
/// Of all trials, also when not every one was kept.
OutcomeDistribution distribution_of(const TrialColumn& column);

}  // namespace wayworth::engine
