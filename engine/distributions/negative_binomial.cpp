#include "engine/distributions/negative_binomial.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/count.hpp"
#include "engine/distributions/parameter_checks.hpp"
#include "engine/distributions/unit_beta.hpp"
#include "engine/distributions/unit_gamma.hpp"

namespace wayworth::engine {

NegativeBinomial NegativeBinomial::make(double mean, double dispersion) {
  check_inside("negative_binomial", "mean", mean, 0.0, largest_count);
  check_positive("negative_binomial", "dispersion", dispersion);
  check_inside("negative_binomial", "dispersion", dispersion, 0.0, largest_count);
  return {mean, dispersion};
}

double NegativeBinomial::quantile(double p) const {
  if (mean_ == 0.0) return 0.0;
  // A Poisson whose mean is drawn from a gamma distribution: near that one's quantile, stretched to the same spread.
  const double gamma_sd = mean_ / std::sqrt(dispersion_);
  const double gamma = mean_ / dispersion_ * unit_gamma_quantile(dispersion_, p);
  const double guess = mean_ + (gamma - mean_) * standard_deviation() / gamma_sd;
  return smallest_count(p, std::isfinite(guess) ? guess : mean_, [this](double count) { return cdf(count); });
}

double NegativeBinomial::cdf(double x) const {
  if (x < 0.0) return 0.0;
  return mean_ == 0.0 ? 1.0 : unit_beta_cdf(dispersion_, std::floor(x) + 1.0, dispersion_ / (dispersion_ + mean_));
}

double NegativeBinomial::standard_deviation() const {
  return std::sqrt(mean_ + mean_ * (mean_ / dispersion_));
}

double NegativeBinomial::mode() const {
  if (dispersion_ <= 1.0) return 0.0;
  return std::max(0.0, std::ceil(mean_ * (dispersion_ - 1.0) / dispersion_) - 1.0);
}

double NegativeBinomial::maximum() const {
  return mean_ == 0.0 ? 0.0 : std::numeric_limits<double>::infinity();
}

std::string NegativeBinomial::describe() const {
  return call_text("negative_binomial", std::array{mean_, dispersion_});
}

}  // namespace wayworth::engine
