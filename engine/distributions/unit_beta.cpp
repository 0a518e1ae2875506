#include "engine/distributions/unit_beta.hpp"

#include <boost/math/special_functions/beta.hpp>

namespace wayworth::engine {
namespace {

// Boost computes in long double unless told otherwise: ten times slower, for digits that are then cut off.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

}  // namespace

double unit_beta_cdf(double alpha, double beta, double x) {
  if (x <= 0.0) return 0.0;
  if (x >= 1.0) return 1.0;
  return boost::math::ibeta(alpha, beta, x, InDouble());
}

double unit_beta_density(double alpha, double beta, double x) {
  return boost::math::ibeta_derivative(alpha, beta, x, InDouble());
}

double unit_beta_quantile(double alpha, double beta, double p) {
  // From the nearer end, where 1 - p is exact.
  return p <= 0.5 ? boost::math::ibeta_inv(alpha, beta, p, InDouble())
                  : boost::math::ibetac_inv(alpha, beta, 1.0 - p, InDouble());
}

}  // namespace wayworth::engine
