#include "engine/stats/quantile_interval.hpp"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

namespace wayworth::engine {
namespace {

using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

/// Probability that fewer than k of `count` trials succeed.
double probability_of_fewer(std::size_t k, std::size_t count, double p) {
  if (k == 0) return 0.0;
  if (k > count) return 1.0;
  return boost::math::ibetac(static_cast<double>(k), static_cast<double>(count - k + 1), p, InDouble());
}

/// The smallest k in 0 .. count + 1 with probability_of_fewer(k) > level: a walk from the normal approximation.
template <class Reached>
std::size_t first_rank(std::size_t count, double p, double z, Reached reached) {
  const auto n = static_cast<double>(count);
  const double guess = std::clamp(n * p + z * std::sqrt(n * p * (1.0 - p)), 0.0, n + 1.0);
  auto k = static_cast<std::size_t>(guess);
  while (k > 0 && reached(probability_of_fewer(k, count, p))) --k;
  while (k <= count && !reached(probability_of_fewer(k, count, p))) ++k;
  return k;
}

}  // namespace

RankInterval quantile_rank_interval(std::size_t count, double p, double confidence) {
  const double outside = 0.5 * (1.0 - confidence);
  const double z = two_sided_z(confidence);
  const std::size_t above_lower = first_rank(count, p, -z, [&](double fewer) { return fewer > outside; });
  const std::size_t upper = first_rank(count, p, z, [&](double fewer) { return fewer >= 1.0 - outside; });
  return {above_lower - 1, upper};
}

}  // namespace wayworth::engine
