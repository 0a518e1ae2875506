#pragma once

#include <span>

namespace wayworth::engine {

/// The normal distribution with mean 0 and standard deviation 1.
double standard_normal_density(double z);
double standard_normal_cdf(double z);

/// The z below which a share p of it lies; p in (0, 1). Relative error below 1e-15 in exact arithmetic; for p near 1
/// take minus the value at 1 - p, if that is known better. Source: Wichura, "Algorithm AS 241: The percentage points of
/// the normal distribution", Appl. Statist. 37, 1988.
double standard_normal_quantile(double p);

/// z[i] = standard_normal_quantile(p[i]), to the bit, and several at a time; p and z have one size and may be one span.
void standard_normal_quantiles(std::span<const double> p, std::span<double> z);

}  // namespace wayworth::engine
