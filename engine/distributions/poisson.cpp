#include "engine/distributions/poisson.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/count.hpp"
#include "engine/distributions/parameter_checks.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/distributions/unit_gamma.hpp"

namespace wayworth::engine {

Poisson Poisson::make(double mean) {
  check_inside("poisson", "mean", mean, 0.0, largest_count);
  return Poisson(mean);
}

double Poisson::quantile(double p) const {
  if (mean_ == 0.0) return 0.0;
  const double z = standard_normal_quantile(p);
  const double guess = mean_ + std::sqrt(mean_) * z + (z * z - 1.0) / 6.0;
  return smallest_count(p, guess, [this](double count) { return cdf(count); });
}

double Poisson::cdf(double x) const {
  if (x < 0.0) return 0.0;
  return mean_ == 0.0 ? 1.0 : unit_gamma_survival(std::floor(x) + 1.0, mean_);
}

double Poisson::standard_deviation() const {
  return std::sqrt(mean_);
}

double Poisson::mode() const {
  return std::max(0.0, std::ceil(mean_) - 1.0);
}

double Poisson::maximum() const {
  return mean_ == 0.0 ? 0.0 : std::numeric_limits<double>::infinity();
}

std::string Poisson::describe() const {
  return call_text("poisson", {&mean_, 1});
}

}  // namespace wayworth::engine
