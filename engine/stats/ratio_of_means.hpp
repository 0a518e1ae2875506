#pragma once

#include <cstddef>
#include <span>

#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// mean(numerator) / mean(denominator) over common trials, with its jackknife standard error: what ROI means for a
/// simulated option. NaN when the denominators add up to 0. What the jackknife leaves out is a trial, or a replicate
/// where only these are independent.
/// \param numerator, denominator  one value a trial, finite, same length, at least 1
/// \param replicates              that both consist of, one after the other; 1 for independent trials
/// Source: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 11.
Estimate ratio_of_means(std::span<const double> numerator, std::span<const double> denominator, std::size_t replicates);

}  // namespace wayworth::engine
