#include "engine/distributions/standard_normal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "engine/core/elementary.hpp"
#include "engine/core/vector_kernel.hpp"

namespace wayworth::engine {
namespace {

using Coefficients = std::array<double, 8>;  // of x^0, x^1, ...

// Names as in AS 241, routine PPND16.
constexpr Coefficients a = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                            1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                            3.3430575583588128105e4, 2.5090809287301226727e3};
constexpr Coefficients b = {1.0,
                            4.2313330701600911252e1,
                            6.8718700749205790830e2,
                            5.3941960214247511077e3,
                            2.1213794301586595867e4,
                            3.9307895800092710610e4,
                            2.8729085735721942674e4,
                            5.2264952788528545610e3};
constexpr Coefficients c = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                            3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                            2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr Coefficients d = {1.0,
                            2.05319162663775882187e0,
                            1.67638483018380384940e0,
                            6.89767334985100004550e-1,
                            1.48103976427480074590e-1,
                            1.51986665636164571966e-2,
                            5.47593808499534494600e-4,
                            1.05075007164441684324e-9};
constexpr Coefficients e = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                            2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                            2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr Coefficients f = {1.0,
                            5.99832206555887937690e-1,
                            1.36929880922735805310e-1,
                            1.48753612908506148525e-2,
                            7.86869131145613259100e-4,
                            1.84631831751005468180e-5,
                            1.42151175831644588870e-7,
                            2.04426310338993978564e-15};

constexpr double centre_half_width = 0.425;

inline double polynomial(const Coefficients& of, double x) {
  return ((((((of[7] * x + of[6]) * x + of[5]) * x + of[4]) * x + of[3]) * x + of[2]) * x + of[1]) * x + of[0];
}

/// For |p - 1/2| <= centre_half_width.
inline double centre_quantile(double p) {
  const double q = p - 0.5;
  const double r = centre_half_width * centre_half_width - q * q;
  return q * polynomial(a, r) / polynomial(b, r);
}

/// The centre's formula for all of them, right or not: 85 in 100 probabilities lie there.
WAYWORTH_VECTOR_KERNEL
void centre_quantiles(const double* p, double* z, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) z[i] = centre_quantile(p[i]);
}

constexpr double near_root = 5.0;

/// For p below the centre: what it gives is right where `root` comes out no greater than near_root.
inline double near_quantile(double p, double& root) {
  root = std::sqrt(-logarithm(p));
  return -polynomial(c, root - 1.6) / polynomial(d, root - 1.6);
}

/// For p still smaller.
double far_quantile(double p) {
  const double root = std::sqrt(-std::log(p));
  return -polynomial(e, root - near_root) / polynomial(f, root - near_root);
}

/// For all that is not in the centre.
double tail_quantile(double p) {
  const double m = p < 0.5 ? p : 1.0 - p;
  double root = 0.0;
  const double near = near_quantile(m, root);
  const double z = root <= near_root ? near : far_quantile(m);
  return p < 0.5 ? z : -z;
}

/// The nearer tail's formula for all of them; the roots tell for which it is right.
WAYWORTH_VECTOR_KERNEL
void near_quantiles(const double* p, double* z, double* roots, std::size_t count) {
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < count; ++i) {
    const double near = near_quantile(p[i] < 0.5 ? p[i] : 1.0 - p[i], roots[i]);
    z[i] = p[i] < 0.5 ? near : -near;
  }
}

bool in_centre(double p) {
  return std::abs(p - 0.5) <= centre_half_width;
}

}  // namespace

double standard_normal_density(double z) {
  return std::exp(-0.5 * z * z) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
}

double standard_normal_cdf(double z) {
  return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double standard_normal_quantile(double p) {
  return in_centre(p) ? centre_quantile(p) : tail_quantile(p);
}

void standard_normal_quantiles(std::span<const double> p, std::span<double> z) {
  constexpr std::size_t chunk = 256;
  std::array<double, chunk> probabilities;
  std::array<std::size_t, chunk> places;
  std::array<double, chunk> in_tails;
  std::array<double, chunk> of_tails;
  std::array<double, chunk> roots;
  for (std::size_t begin = 0; begin < p.size(); begin += chunk) {
    const std::size_t count = std::min(chunk, p.size() - begin);
    std::copy_n(p.data() + begin, count, probabilities.begin());
    double* const out = z.data() + begin;
    centre_quantiles(probabilities.data(), out, count);
    std::size_t outside = 0;
    for (std::size_t i = 0; i < count; ++i) {
      places[outside] = i;
      in_tails[outside] = probabilities[i];
      outside += in_centre(probabilities[i]) ? 0 : 1;
    }
    near_quantiles(in_tails.data(), of_tails.data(), roots.data(), outside);
    for (std::size_t i = 0; i < outside; ++i) {
      out[places[i]] = roots[i] <= near_root ? of_tails[i] : tail_quantile(in_tails[i]);
    }
  }
}

}  // namespace wayworth::engine
