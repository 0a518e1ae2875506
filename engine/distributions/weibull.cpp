#include "engine/distributions/weibull.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {

Weibull Weibull::make(double shape, double scale) {
  check_positive("weibull", "shape", shape);
  check_positive("weibull", "scale", scale);
  const Weibull made(shape, scale);
  check_finite("weibull", "standard deviation", made.standard_deviation());
  return made;
}

double Weibull::quantile(double p) const {
  return scale_ * std::pow(-std::log1p(-p), 1.0 / shape_);
}

double Weibull::upper_quantile(double q) const {
  return scale_ * std::pow(-std::log(q), 1.0 / shape_);
}

double Weibull::cdf(double x) const {
  return x <= 0.0 ? 0.0 : -std::expm1(-std::pow(x / scale_, shape_));
}

double Weibull::survival(double x) const {
  return x <= 0.0 ? 1.0 : std::exp(-std::pow(x / scale_, shape_));
}

double Weibull::mean() const {
  return scale_ * std::tgamma(1.0 + 1.0 / shape_);
}

double Weibull::standard_deviation() const {
  // Gamma(1 + 2 / k) - Gamma(1 + 1 / k)^2, without the cancellation of large shapes.
  const double log_mean = std::lgamma(1.0 + 1.0 / shape_);
  const double log_square = std::lgamma(1.0 + 2.0 / shape_);
  return scale_ * std::exp(log_mean) * std::sqrt(std::expm1(log_square - 2.0 * log_mean));
}

double Weibull::mode() const {
  return shape_ > 1.0 ? scale_ * std::pow(1.0 - 1.0 / shape_, 1.0 / shape_) : 0.0;
}

double Weibull::maximum() const {
  return std::numeric_limits<double>::infinity();
}

std::string Weibull::describe() const {
  return call_text("weibull", std::array{shape_, scale_});
}

}  // namespace wayworth::engine
