#include "engine/stats/confidence.hpp"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numbers>

namespace wayworth::engine {

double two_sided_z(double confidence) {
  return std::numbers::sqrt2 * boost::math::erf_inv(confidence);
}

Interval wilson_interval(std::uint64_t hits, std::uint64_t count, double confidence) {
  const auto n = static_cast<double>(count);
  const double p = static_cast<double>(hits) / n;
  const double z = two_sided_z(confidence);
  const double scale = 1.0 / (1.0 + z * z / n);
  const double centre = scale * (p + 0.5 * z * z / n);
  const double half = scale * z * std::sqrt(p * (1.0 - p) / n + 0.25 * z * z / (n * n));
  return {hits == 0 ? 0.0 : std::max(0.0, centre - half), hits == count ? 1.0 : std::min(1.0, centre + half)};
}

Estimate share_estimate(std::uint64_t hits, std::uint64_t count) {
  const auto n = static_cast<double>(count);
  const double p = static_cast<double>(hits) / n;
  return {p, std::sqrt(p * (1.0 - p) / n)};
}

}  // namespace wayworth::engine
