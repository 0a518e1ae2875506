#include "engine/distributions/normal.hpp"

#include <array>
#include <limits>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"
#include "engine/distributions/standard_normal.hpp"

namespace wayworth::engine {

Normal Normal::make(double mean, double sd) {
  check_finite("normal", "mean", mean);
  check_not_negative("normal", "sd", sd);
  return {mean, sd};
}

Normal Normal::from_percentiles(Percentile low, Percentile high) {
  check_percentiles("normal", low, high);
  const double z_low = standard_normal_quantile(low.probability);
  const double z_high = standard_normal_quantile(high.probability);
  const double sd = (high.value - low.value) / (z_high - z_low);
  return make(low.value - sd * z_low, sd);
}

double Normal::quantile(double p) const {
  return at_score(standard_normal_quantile(p));
}

double Normal::cdf(double x) const {
  if (sd_ == 0.0) return x < mean_ ? 0.0 : 1.0;
  return standard_normal_cdf((x - mean_) / sd_);
}

double Normal::upper_quantile(double q) const {
  return at_score(-standard_normal_quantile(q));
}

double Normal::survival(double x) const {
  if (sd_ == 0.0) return x < mean_ ? 1.0 : 0.0;
  return standard_normal_cdf((mean_ - x) / sd_);
}

double Normal::minimum() const {
  return sd_ == 0.0 ? mean_ : -std::numeric_limits<double>::infinity();
}

double Normal::maximum() const {
  return sd_ == 0.0 ? mean_ : std::numeric_limits<double>::infinity();
}

std::string Normal::describe() const {
  return call_text("normal", std::array{mean_, sd_});
}

}  // namespace wayworth::engine
