#pragma once

namespace wayworth::engine {

/// The gamma distribution with shape > 0 and scale 1, exact to about 1e-14; x may be anything, p and q lie in (0, 1).
double unit_gamma_cdf(double shape, double x);
double unit_gamma_survival(double shape, double x);
double unit_gamma_density(double shape, double x);
double unit_gamma_quantile(double shape, double p);
/// The value that is exceeded with probability q.
double unit_gamma_upper_quantile(double shape, double q);

}  // namespace wayworth::engine
