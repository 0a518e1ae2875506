#include "engine/analysis/sensitivity/normal_information.hpp"

#include <cmath>

#include "engine/distributions/standard_normal.hpp"

namespace wayworth::engine {

double unit_normal_loss(double z) {
  return standard_normal_density(z) - z * standard_normal_cdf(-z);
}

double perfect_information_normal(double mean, double standard_deviation) {
  if (standard_deviation == 0.0) return 0.0;
  return standard_deviation * unit_normal_loss(std::abs(mean) / standard_deviation);
}

double sample_information_normal(double mean, double prior_sd, double observation_sd, double observations) {
  const double prior = prior_sd * prior_sd;
  const double error = observation_sd * observation_sd / observations;
  return perfect_information_normal(mean, prior == 0.0 ? 0.0 : prior / std::sqrt(prior + error));
}

}  // namespace wayworth::engine
