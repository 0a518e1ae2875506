#include "engine/core/elementary.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

using namespace wayworth::engine;

namespace {

double distance_to_next(double x) {
  return std::abs(std::nextafter(x, std::numeric_limits<double>::infinity()) - x);
}

}  // namespace

TEST_CASE("the exponential is right to 1.1 units in the last place", "[elementary]") {
  double worst = 0.0;
  for (int i = 0; i < 200'000; ++i) {
    const double x = -708.0 + 0.00708615 * i;
    const long double exact = std::exp(static_cast<long double>(x));
    const auto error = static_cast<double>(std::abs(static_cast<long double>(exponential(x)) - exact));
    worst = std::max(worst, error / distance_to_next(static_cast<double>(exact)));
  }
  CHECK(worst < 1.1);
  CHECK(worst > 0.1);  // or nothing was compared
}

TEST_CASE("the exponential of what is too small, too great or no number", "[elementary]") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(exponential(0.0) == 1.0);
  CHECK(exponential(-745.1) == std::numeric_limits<double>::denorm_min());
  CHECK(exponential(-800.0) == 0.0);
  CHECK(exponential(-infinity) == 0.0);
  CHECK(exponential(709.7) == Approx(std::exp(709.7)).epsilon(1e-15));
  CHECK(exponential(709.8) == infinity);
  CHECK(exponential(infinity) == infinity);
  CHECK(std::isnan(exponential(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("the logarithm is right to less than two units in the last place", "[elementary]") {
  double worst = 0.0;
  for (int i = 0; i < 200'000; ++i) {
    const double x = std::exp(i % 2 == 0 ? -708.0 + 0.00708 * i : -1.0 + 0.00001 * i);
    const long double exact = std::log(static_cast<long double>(x));
    const auto error = static_cast<double>(std::abs(static_cast<long double>(logarithm(x)) - exact));
    worst = std::max(worst, error / std::max(distance_to_next(static_cast<double>(exact)), 0x1p-53));
  }
  CHECK(worst < 2.0);
  CHECK(worst > 0.1);
  CHECK(logarithm(1.0) == 0.0);
}
