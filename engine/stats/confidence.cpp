#include "engine/stats/confidence.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <limits>
#include <numbers>

namespace wayworth::engine {
namespace {

/// For a share p of n independent trials, or of as many as have its error.
Interval wilson(double p, double n, double confidence) {
  const double z = two_sided_z(confidence);
  const double scale = 1.0 / (1.0 + z * z / n);
  const double centre = scale * (p + 0.5 * z * z / n);
  const double half = scale * z * std::sqrt(p * (1.0 - p) / n + 0.25 * z * z / (n * n));
  return {p == 0.0 ? 0.0 : std::max(0.0, centre - half), p == 1.0 ? 1.0 : std::min(1.0, centre + half)};
}

}  // namespace

double two_sided_z(double confidence) {
  return std::numbers::sqrt2 * boost::math::erf_inv(confidence);
}

double two_sided_t(double confidence, std::uint64_t count) {
  if (count < 2) return std::numeric_limits<double>::infinity();
  const boost::math::students_t distribution(static_cast<double>(count - 1));
  return quantile(complement(distribution, 0.5 * (1.0 - confidence)));
}

Interval wilson_interval(std::uint64_t hits, std::uint64_t count, double confidence) {
  return wilson(static_cast<double>(hits) / static_cast<double>(count), static_cast<double>(count), confidence);
}

Interval share_interval(const Estimate& share, std::uint64_t count, std::uint64_t replicates, double confidence) {
  const double p = share.value;
  const double error = share.standard_error;
  if (p == 0.0 || p == 1.0) return wilson(p, static_cast<double>(count), confidence);
  if (error == 0.0) return {p, p};
  const double widening = two_sided_t(confidence, replicates) / two_sided_z(confidence);
  if (!std::isfinite(error * widening)) return {0.0, 1.0};
  return wilson(p, p * (1.0 - p) / (error * error * widening * widening), confidence);
}

Estimate share_estimate(std::uint64_t hits, std::uint64_t count) {
  const auto n = static_cast<double>(count);
  const double p = static_cast<double>(hits) / n;
  return {p, std::sqrt(p * (1.0 - p) / n)};
}

}  // namespace wayworth::engine
