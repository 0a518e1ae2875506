#include "engine/stats/tail_risk.hpp"

#include <algorithm>
#include <limits>

namespace wayworth::engine {

double tail_count(std::size_t count, double alpha) {
  const double product = alpha * static_cast<double>(count);
  const double whole = std::round(product);
  return std::abs(product - whole) <= 1e-12 * product ? whole : product;
}

Estimate cvar(double edge, const Shortfalls& shortfalls, std::size_t count, double alpha) {
  const auto n = static_cast<double>(count);
  const double shortfall = shortfalls.sum.value();
  const double value = edge - shortfall / tail_count(count, alpha);
  if (count < 2) return {value, std::numeric_limits<double>::infinity()};
  const double variance = std::max(0.0, (shortfalls.squares.value() - shortfall * shortfall / n) / (n - 1.0));
  return {value, std::sqrt(variance / n) / alpha};
}

}  // namespace wayworth::engine
