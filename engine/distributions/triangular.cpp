#include "engine/distributions/triangular.hpp"

#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {

Triangular Triangular::make(double low, double mode, double high) {
  check_range("triangular", low, high);
  check_inside("triangular", "mode", mode, low, high);
  return {low, mode, high};
}

// With l and h from the mode to the percentiles and a width s, the ends are A(s) below and B(s) above the mode:
// the percentiles follow from the two quadratic equations of the cdf. A + B - s is concave, starts at l + h above 0 and
// has one zero.
Triangular Triangular::from_percentiles(Percentile low, double mode, Percentile high) {
  if (low.value == mode && mode == high.value) return make(mode, mode, mode);
  check_percentiles("triangular", low, high);
  check_inside("triangular", "mode", mode, low.value, high.value);
  const double unit = high.value - low.value;
  const auto to_end = [](double to_percentile, double tail, double width) {
    const double half = 0.5 * tail * width;
    return to_percentile + half + std::sqrt(tail * width * to_percentile + half * half);
  };
  const auto below = [&](double width) { return to_end((mode - low.value) / unit, low.probability, width); };
  const auto above = [&](double width) { return to_end((high.value - mode) / unit, 1.0 - high.probability, width); };
  const auto excess = [&](double width) { return below(width) + above(width) - width; };
  double widest = 2.0;
  while (excess(widest) > 0.0) widest *= 2.0;
  std::uintmax_t rounds = 200;
  const auto found =
      boost::math::tools::toms748_solve(excess, 1.0, widest, boost::math::tools::eps_tolerance<double>(), rounds);
  const double width = 0.5 * (found.first + found.second);
  return make(mode - unit * below(width), mode, mode + unit * above(width));
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
