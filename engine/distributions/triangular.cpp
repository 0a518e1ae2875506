#include "engine/distributions/triangular.hpp"

#include <array>
#include <cmath>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {

Triangular Triangular::make(double low, double mode, double high) {
  check_range("triangular", low, high);
  check_inside("triangular", "mode", mode, low, high);
  return {low, mode, high};
}

double Triangular::quantile(double p) const {
  const double width = high_ - low_;
  const double rise = mode_ - low_;
  return p * width < rise ? low_ + std::sqrt(p * width * rise) : high_ - std::sqrt((1.0 - p) * width * (high_ - mode_));
}

double Triangular::cdf(double x) const {
  if (x >= high_) return 1.0;
  if (x <= low_) return 0.0;
  const double width = high_ - low_;
  return x < mode_ ? (x - low_) / width * ((x - low_) / (mode_ - low_))
                   : 1.0 - (high_ - x) / width * ((high_ - x) / (high_ - mode_));
}

double Triangular::mean() const {
  return low_ + ((mode_ - low_) + (high_ - low_)) / 3.0;
}

double Triangular::standard_deviation() const {
  const double width = high_ - low_;
  const double rise = mode_ - low_;
  return std::sqrt((width * (width - rise) + rise * rise) / 18.0);
}

std::string Triangular::describe() const {
  return call_text("triangular", std::array{low_, mode_, high_});
}

}  // namespace wayworth::engine
