#include "engine/distributions/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

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

bool is_count(const Distribution& distribution) {
  return std::holds_alternative<Binomial>(distribution) || std::holds_alternative<Poisson>(distribution) ||
         std::holds_alternative<NegativeBinomial>(distribution);
}

Distribution untruncated(const Truncated& truncated) {
  return std::visit([](const auto& family) -> Distribution { return family; }, truncated.parent());
}

std::optional<Continuous> as_continuous(const Distribution& distribution) {
  return std::visit(
      [](const auto& family) -> std::optional<Continuous> {
        if constexpr (requires { Continuous(std::in_place_type<std::decay_t<decltype(family)>>, family); }) {
          return family;
        } else {
          return std::nullopt;
        }
      },
      distribution);
}

double probability_below(const Distribution& distribution, double x) {
  return cdf(distribution, std::nextafter(x, -std::numeric_limits<double>::infinity()));
}

bool has_finite_variance(const Distribution& distribution) {
  return std::isfinite(standard_deviation(distribution));
}

bool has_mode_at_an_end(const Distribution& distribution) {
  if (!std::holds_alternative<Triangular>(distribution) && !std::holds_alternative<Pert>(distribution)) return false;
  const double peak = mode(distribution);
  return minimum(distribution) < maximum(distribution) &&
         (peak == minimum(distribution) || peak == maximum(distribution));
}

std::string describe(const Distribution& distribution) {
  return std::visit([](const auto& family) { return family.describe(); }, distribution);
}

}  // namespace wayworth::engine
