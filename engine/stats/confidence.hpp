#pragma once

#include <cstdint>

#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// How many standard deviations of a normal lie on both sides of its mean with this probability: 1.96 for 0.95.
double two_sided_z(double confidence);

/// The same for the t distribution, when the standard deviation is an estimate from `count` values itself: 2.13 for
/// 0.95 and 16 values. Infinite for fewer than two.
double two_sided_t(double confidence, std::uint64_t count);

/// Interval for a probability after `hits` of `count` independent trials; 0 < count. It stays inside [0, 1] and says
/// something for 0 hits too.
/// Source: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927.
Interval wilson_interval(std::uint64_t hits, std::uint64_t count, double confidence = 0.95);

/// Interval for a share that the spread of independent replicates gives its standard error: Wilson's, for as many
/// independent trials as would have that error, and wider for as few replicates as there are. A share of 0 or 1 shows
/// no spread and counts as one of `count` independent trials. Source: Korn and Graubard, "Confidence intervals for
/// proportions with small expected number of positive counts estimated from survey data", Survey Methodology 24, 1998
/// (with Wilson's interval).
Interval share_interval(const Estimate& share, std::uint64_t count, std::uint64_t replicates, double confidence = 0.95);

/// The share hits / count with its standard error sqrt(p (1 - p) / n); 0 < count. With no hit, or nothing but hits,
/// that is 0: show the Wilson interval.
Estimate share_estimate(std::uint64_t hits, std::uint64_t count);

}  // namespace wayworth::engine
