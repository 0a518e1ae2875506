#include "engine/finance/ramp.hpp"

namespace wayworth::engine {

namespace {

constexpr double steepness = 10.0;
constexpr double middle = 0.5;

double logistic(double z) {
  return 1.0 / (1.0 + std::exp(-z));
}

/// ln(1 + e^z), the integral of the logistic curve.
double softplus(double z) {
  return z > 0.0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z));
}

}  // namespace

double integral_of_s_curve(double elapsed, double ramp) {
  static const double lowest = logistic(-steepness * middle);
  static const double range = logistic(steepness * (1.0 - middle)) - lowest;
  static const double softplus_at_start = softplus(-steepness * middle);
  if (elapsed <= 0.0) return 0.0;
  const double x = elapsed / ramp;
  const double area = (softplus(steepness * (x - middle)) - softplus_at_start) / steepness - lowest * x;
  return ramp * area / range;
}

}  // namespace wayworth::engine
