#include "engine/distributions/unit_gamma.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <limits>

namespace wayworth::engine {
namespace {

// Boost computes in long double unless told otherwise: ten times slower, for digits that are then cut off. A quantile
// that underflows is 0.
using InDouble =
    boost::math::policies::policy<boost::math::policies::promote_double<false>,
                                  boost::math::policies::underflow_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::denorm_error<boost::math::policies::ignore_error>>;

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

double unit_gamma_cdf(double shape, double x) {
  if (x <= 0.0) return 0.0;
  return x == infinity ? 1.0 : boost::math::gamma_p(shape, x, InDouble());
}

double unit_gamma_survival(double shape, double x) {
  if (x <= 0.0) return 1.0;
  return x == infinity ? 0.0 : boost::math::gamma_q(shape, x, InDouble());
}

double unit_gamma_density(double shape, double x) {
  return boost::math::gamma_p_derivative(shape, x, InDouble());
}

double unit_gamma_quantile(double shape, double p) {
  // From the nearer end, where 1 - p is exact.
  return p <= 0.5 ? boost::math::gamma_p_inv(shape, p, InDouble()) : unit_gamma_upper_quantile(shape, 1.0 - p);
}

double unit_gamma_upper_quantile(double shape, double q) {
  return boost::math::gamma_q_inv(shape, q, InDouble());
}

}  // namespace wayworth::engine
