#include "engine/stats/tail_risk.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/stats/neumaier_sum.hpp"

namespace wayworth::engine {
namespace {

/// alpha n, where a product that is a whole number but for rounding (0.33 * 100) counts as one.
double tail_count(const OrderStatistics& values, double alpha) {
  const double product = alpha * static_cast<double>(values.count());
  const double whole = std::round(product);
  return std::abs(product - whole) <= 1e-12 * product ? whole : product;
}

}  // namespace

double value_at_risk(const OrderStatistics& values, double alpha) {
  return values.at(static_cast<std::size_t>(std::ceil(tail_count(values, alpha))) - 1);
}

Estimate cvar(const OrderStatistics& values, double alpha) {
  const auto n = static_cast<double>(values.count());
  const double tail = tail_count(values, alpha);
  const double edge = value_at_risk(values, alpha);
  const double whole = std::floor(tail);

  NeumaierSum below_edge;  // of (edge - x)+ and its square: all other values add 0
  NeumaierSum below_edge_squared;
  for (const double x : values.smallest(static_cast<std::size_t>(whole))) {
    below_edge.add(edge - x);
    below_edge_squared.add((edge - x) * (edge - x));
  }
  const double shortfall = below_edge.value();
  const double value = edge - shortfall / tail;
  if (values.count() < 2) return {value, std::numeric_limits<double>::infinity()};
  const double variance = std::max(0.0, (below_edge_squared.value() - shortfall * shortfall / n) / (n - 1.0));
  return {value, std::sqrt(variance / n) / alpha};
}

}  // namespace wayworth::engine
