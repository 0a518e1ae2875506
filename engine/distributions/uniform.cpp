#include "engine/distributions/uniform.hpp"

#include <array>
#include <cmath>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {

Uniform Uniform::make(double low, double high) {
  check_range("uniform", low, high);
  return {low, high};
}

double Uniform::quantile(double p) const {
  return low_ + (high_ - low_) * p;
}

double Uniform::cdf(double x) const {
  if (x >= high_) return 1.0;
  return x <= low_ ? 0.0 : (x - low_) / (high_ - low_);
}

double Uniform::standard_deviation() const {
  return (high_ - low_) / std::sqrt(12.0);
}

std::string Uniform::describe() const {
  return call_text("uniform", std::array{low_, high_});
}

}  // namespace wayworth::engine
