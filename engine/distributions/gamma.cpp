#include "engine/distributions/gamma.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"
#include "engine/distributions/unit_gamma.hpp"

namespace wayworth::engine {

Gamma Gamma::make(double shape, double scale) {
  check_positive("gamma", "shape", shape);
  check_positive("gamma", "scale", scale);
  check_finite("gamma", "shape * scale", shape * scale);
  return {shape, scale};
}

double Gamma::quantile(double p) const {
  return scale_ * unit_gamma_quantile(shape_, p);
}

double Gamma::upper_quantile(double q) const {
  return scale_ * unit_gamma_upper_quantile(shape_, q);
}

double Gamma::cdf(double x) const {
  return unit_gamma_cdf(shape_, x / scale_);
}

double Gamma::survival(double x) const {
  return unit_gamma_survival(shape_, x / scale_);
}

double Gamma::standard_deviation() const {
  return std::sqrt(shape_) * scale_;
}

double Gamma::mode() const {
  return shape_ > 1.0 ? (shape_ - 1.0) * scale_ : 0.0;
}

double Gamma::maximum() const {
  return std::numeric_limits<double>::infinity();
}

std::string Gamma::describe() const {
  return call_text("gamma", std::array{shape_, scale_});
}

}  // namespace wayworth::engine
