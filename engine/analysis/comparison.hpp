#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/analysis/findings.hpp"

namespace wayworth::engine {

/// The probability that `first` is greater than `second` in the same trial, equal trials counted half.
/// \param first, second  one value a trial, finite, of the same length
/// \param replicates     that both consist of; 1 for independent trials
Estimate probability_first_is_greater(std::span<const double> first, std::span<const double> second,
                                      std::size_t replicates);

/// The mean of first - second; what both share cancels trial by trial, so it is known better than either mean.
Estimate mean_difference(std::span<const double> first, std::span<const double> second, std::size_t replicates);

/// The programmes of every pair of options by NPV, on the same trials; first < second.
std::vector<OptionComparison> compare_options(const Results& results, std::size_t option_count);

}  // namespace wayworth::engine
