#pragma once

#include <cstddef>
#include <span>

#include "engine/stats/estimate.hpp"

/// Trials of a low-discrepancy or stratified sample are not independent of each other: s / sqrt(n) says nothing about
/// them. A run then consists of equally long replicates that are, and the spread of what each of them estimates is the
/// error of what they estimate together. In a column one replicate follows the other; 1 replicate means independent
/// trials.
/// Source: L'Ecuyer, Nakayama, Owen and Tuffin, "Confidence intervals for randomized quasi-Monte Carlo estimators",
/// Winter Simulation Conference 2023.
namespace wayworth::engine {

/// The trials of one replicate; `replicates` divides the length of the column.
std::span<const double> replicate_of(std::span<const double> column, std::size_t replicates, std::size_t which);

/// Of the mean of independent estimates: sd / sqrt(R). Infinite for fewer than two, and when some but not all of them
/// are infinite or undefined.
double standard_error_of(std::span<const double> estimates);

/// The mean of finite values.
Estimate mean_estimate(std::span<const double> column, std::size_t replicates);

}  // namespace wayworth::engine
