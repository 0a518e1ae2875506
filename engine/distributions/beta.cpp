#include "engine/distributions/beta.hpp"

#include <array>
#include <cmath>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"
#include "engine/distributions/unit_beta.hpp"

namespace wayworth::engine {

Beta Beta::make(double alpha, double beta, double low, double high) {
  check_positive("beta", "alpha", alpha);
  check_positive("beta", "beta", beta);
  check_range("beta", low, high);
  return {alpha, beta, low, high};
}

double Beta::quantile(double p) const {
  return low_ + (high_ - low_) * unit_beta_quantile(alpha_, beta_, p);
}

double Beta::cdf(double x) const {
  if (x >= high_) return 1.0;
  return x <= low_ ? 0.0 : unit_beta_cdf(alpha_, beta_, (x - low_) / (high_ - low_));
}

double Beta::upper_quantile(double q) const {
  return high_ - (high_ - low_) * unit_beta_quantile(beta_, alpha_, q);
}

double Beta::survival(double x) const {
  if (x >= high_) return 0.0;
  return x <= low_ ? 1.0 : unit_beta_cdf(beta_, alpha_, (high_ - x) / (high_ - low_));
}

double Beta::mean() const {
  return low_ + (high_ - low_) * (alpha_ / (alpha_ + beta_));
}

double Beta::standard_deviation() const {
  const double sum = alpha_ + beta_;
  return (high_ - low_) * std::sqrt(alpha_ / sum * (beta_ / sum) / (sum + 1.0));
}

double Beta::mode() const {
  if (alpha_ > 1.0 && beta_ > 1.0) return low_ + (high_ - low_) * ((alpha_ - 1.0) / (alpha_ + beta_ - 2.0));
  if (alpha_ == 1.0 && beta_ == 1.0) return low_ + 0.5 * (high_ - low_);
  return alpha_ <= beta_ ? low_ : high_;  // the density is highest at the end with the smaller shape
}

std::string Beta::describe() const {
  if (low_ == 0.0 && high_ == 1.0) return call_text("beta", std::array{alpha_, beta_});
  return call_text("beta", std::array{alpha_, beta_, low_, high_});
}

}  // namespace wayworth::engine
