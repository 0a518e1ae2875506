#pragma once

#include <span>

#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// mean(numerator) / mean(denominator) over common trials, with its jackknife standard error: what ROI means for a
/// simulated option. NaN when the denominators add up to 0.
/// \param numerator, denominator  one value a trial, finite, same length, at least 1
/// Source: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 11.
Estimate ratio_of_means(std::span<const double> numerator, std::span<const double> denominator);

}  // namespace wayworth::engine
