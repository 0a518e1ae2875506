#include "engine/distributions/distribution.hpp"

#include <algorithm>

namespace wayworth::engine {

double quantile(const Distribution& distribution, double p) {
  const double inside = std::clamp(p, smallest_probability, largest_probability);
  return std::visit([&](const auto& family) { return family.quantile(inside); }, distribution);
}

double cdf(const Distribution& distribution, double x) {
  return std::visit([&](const auto& family) { return family.cdf(x); }, distribution);
}

double mean(const Distribution& distribution) {
  return std::visit([](const auto& family) { return family.mean(); }, distribution);
}

double standard_deviation(const Distribution& distribution) {
  return std::visit([](const auto& family) { return family.standard_deviation(); }, distribution);
}

double mode(const Distribution& distribution) {
  return std::visit([](const auto& family) { return family.mode(); }, distribution);
}

double minimum(const Distribution& distribution) {
  return std::visit([](const auto& family) { return family.minimum(); }, distribution);
}

double maximum(const Distribution& distribution) {
  return std::visit([](const auto& family) { return family.maximum(); }, distribution);
}

std::string describe(const Distribution& distribution) {
  return std::visit([](const auto& family) { return family.describe(); }, distribution);
}

}  // namespace wayworth::engine
