#include "engine/analysis/sensitivity/roots.hpp"

#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>

namespace wayworth::engine {

double grid_point(double low, double high, std::size_t i, std::size_t points) {
  if (i + 1 == points) return high;
  return low + (high - low) * static_cast<double>(i) / static_cast<double>(points - 1);
}

std::vector<double> sign_changes(const std::function<double(double)>& f, double low, double high, std::size_t points) {
  std::vector<double> places;
  double before = low;
  double value_before = f(low);
  const double tolerance = 1e-9 * (high - low);
  for (std::size_t i = 1; i < points; ++i) {
    const double here = grid_point(low, high, i, points);
    const double value = f(here);
    if (value_before == 0.0) {
      places.push_back(before);
    } else if (std::isfinite(value) && std::isfinite(value_before) && value * value_before < 0.0) {
      std::uintmax_t evaluations = 60;
      const auto close = [tolerance](double a, double b) { return std::abs(a - b) <= tolerance; };
      const auto [left, right] =
          boost::math::tools::toms748_solve(f, before, here, value_before, value, close, evaluations);
      places.push_back((left + right) / 2.0);
    }
    before = here;
    value_before = value;
  }
  if (value_before == 0.0) places.push_back(before);
  return places;
}

}  // namespace wayworth::engine
