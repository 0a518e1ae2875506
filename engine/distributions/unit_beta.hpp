#pragma once

namespace wayworth::engine {

/// The beta distribution on [0, 1] with shapes alpha > 0 and beta > 0, exact to about 1e-14.
double unit_beta_cdf(double alpha, double beta, double x);
double unit_beta_density(double alpha, double beta, double x);

/// \param p  in (0, 1)
double unit_beta_quantile(double alpha, double beta, double p);

}  // namespace wayworth::engine
