#include "engine/distributions/lognormal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/core/elementary.hpp"
#include "engine/core/vector_kernel.hpp"
#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"
#include "engine/distributions/standard_normal.hpp"

namespace wayworth::engine {
namespace {

WAYWORTH_VECTOR_KERNEL
void exponentials(double mean, double sd, const double* scores, double* values, std::size_t count) {
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < count; ++i) values[i] = exponential(mean + sd * scores[i]);
}

}  // namespace

Lognormal Lognormal::make(double mean, double sd) {
  check_positive("lognormal", "mean", mean);
  check_not_negative("lognormal", "sd", sd);
  const double spread = sd / mean;
  const double variance_log = std::log1p(spread * spread);
  check_finite("lognormal", "sd / mean", variance_log);
  return {mean, sd, std::log(mean) - 0.5 * variance_log, std::sqrt(variance_log)};
}

Lognormal Lognormal::from_percentiles(Percentile low, Percentile high) {
  check_positive("lognormal", "low", low.value);
  check_percentiles("lognormal", low, high);
  const double z_low = standard_normal_quantile(low.probability);
  const double z_high = standard_normal_quantile(high.probability);
  const double sigma = (std::log(high.value) - std::log(low.value)) / (z_high - z_low);
  const double mu = std::log(low.value) - sigma * z_low;
  const double mean = std::exp(mu + 0.5 * sigma * sigma);
  const double sd = mean * std::sqrt(std::expm1(sigma * sigma));
  check_finite("lognormal", "sd", sd);
  return {mean, sd, mu, sigma};
}

Lognormal Lognormal::from_interval(double low, double high) {
  if (low == high) return make(low, 0.0);
  return from_percentiles({0.05, low}, {0.95, high});
}

double Lognormal::quantile(double p) const {
  return at_score(standard_normal_quantile(p));
}

double Lognormal::at_score(double score) const {
  return sd_ == 0.0 ? mean_ : exponential(mu_log_ + sigma_log_ * score);
}

void Lognormal::at_scores(std::span<const double> scores, std::span<double> values) const {
  if (sd_ == 0.0) {
    std::fill(values.begin(), values.end(), mean_);
  } else {
    exponentials(mu_log_, sigma_log_, scores.data(), values.data(), values.size());
  }
}

double Lognormal::cdf(double x) const {
  if (sd_ == 0.0) return x < mean_ ? 0.0 : 1.0;
  return x <= 0.0 ? 0.0 : standard_normal_cdf((std::log(x) - mu_log_) / sigma_log_);
}

double Lognormal::upper_quantile(double q) const {
  return at_score(-standard_normal_quantile(q));
}

double Lognormal::survival(double x) const {
  if (sd_ == 0.0) return x < mean_ ? 1.0 : 0.0;
  return x <= 0.0 ? 1.0 : standard_normal_cdf((mu_log_ - std::log(x)) / sigma_log_);
}

double Lognormal::mode() const {
  return sd_ == 0.0 ? mean_ : std::exp(mu_log_ - sigma_log_ * sigma_log_);
}

double Lognormal::maximum() const {
  return sd_ == 0.0 ? mean_ : std::numeric_limits<double>::infinity();
}

std::string Lognormal::describe() const {
  return call_text("lognormal", std::array{mean_, sd_});
}

}  // namespace wayworth::engine
