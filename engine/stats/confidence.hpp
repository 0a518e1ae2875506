#pragma once

#include <cstdint>

#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// How many standard deviations of a normal lie on both sides of its mean with this probability: 1.96 for 0.95.
double two_sided_z(double confidence);

/// Interval for a probability after `hits` of `count` independent trials; 0 < count. It stays inside [0, 1] and says
/// something for 0 hits too.
/// Source: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927.
Interval wilson_interval(std::uint64_t hits, std::uint64_t count, double confidence = 0.95);

/// The share hits / count with its standard error sqrt(p (1 - p) / n); 0 < count. With no hit, or nothing but hits,
/// that is 0: show the Wilson interval.
Estimate share_estimate(std::uint64_t hits, std::uint64_t count);

}  // namespace wayworth::engine
