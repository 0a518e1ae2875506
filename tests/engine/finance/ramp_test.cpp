#include "engine/finance/ramp.hpp"

#include <array>
#include <boost/math/quadrature/gauss_kronrod.hpp>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr std::array all_shapes = {RampShape::step, RampShape::linear, RampShape::s_curve};

double month_average(RampShape shape, double start, double duration, std::size_t month) {
  const auto from = static_cast<double>(month);
  return ramp_average(shape, start, duration, from, from + 1.0);
}

TEST_CASE("monthly averages of a linear ramp from month 2.5 over 6 months", "[finance][known-answer]") {
  const std::array<double, 12> expected = {0.0,     0.0,     1.0 / 48,  1.0 / 6, 1.0 / 3, 0.5,
                                           2.0 / 3, 5.0 / 6, 47.0 / 48, 1.0,     1.0,     1.0};
  for (std::size_t month = 0; month < expected.size(); ++month) {
    CHECK_THAT(month_average(RampShape::linear, 2.5, 6, month), WithinAbs(expected[month], 1e-14));
  }
}

TEST_CASE("monthly averages of an S-curve from month 3 over 12 months", "[finance][known-answer]") {
  // Reference: closed form in 40 digits, confirmed by numerical integration.
  const std::array<double, 18> expected = {0.0,
                                           0.0,
                                           0.0,
                                           0.003760950017603736,
                                           0.017137570608416672,
                                           0.046534832322460626,
                                           0.10769056842855006,
                                           0.22172731729474301,
                                           0.3973406703725228,
                                           0.6026593296274771,
                                           0.778272682705257,
                                           0.8923094315714499,
                                           0.9534651676775394,
                                           0.9828624293915833,
                                           0.9962390499823962,
                                           1.0,
                                           1.0,
                                           1.0};
  for (std::size_t month = 0; month < expected.size(); ++month) {
    CHECK_THAT(month_average(RampShape::s_curve, 3, 12, month), WithinAbs(expected[month], 1e-14));
  }
  CHECK_THAT(ramp_level(RampShape::s_curve, 3, 12), WithinRel(0.07010371654510816, 1e-13));
  CHECK_THAT(ramp_level(RampShape::s_curve, 6, 12), WithinRel(0.5, 1e-13));
  CHECK_THAT(ramp_level(RampShape::s_curve, 9, 12), WithinRel(0.9298962834548918, 1e-13));
}

TEST_CASE("a delay costs exactly the benefit of its time", "[finance][known-answer]") {
  const auto total = [](double delay) { return 12 * 100 * ramp_average(RampShape::linear, 2.5 + delay, 6, 0, 12); };
  CHECK_THAT(total(0), WithinRel(650.0, 1e-14));
  CHECK_THAT(total(1.75), WithinRel(475.0, 1e-14));
}

TEST_CASE("a ramp's integral is the integral of its level", "[finance][property]") {
  for (const RampShape shape : all_shapes) {
    for (const double since_start : {-1.0, 0.3, 2.0, 4.9}) {
      const auto level = [&](double t) { return ramp_level(shape, t, 5.0); };
      const double numeric =
          since_start <= 0.0 ? 0.0
                             : boost::math::quadrature::gauss_kronrod<double, 31>::integrate(level, 0.0, since_start);
      INFO("shape " << static_cast<int>(shape) << " at " << since_start);
      CHECK_THAT(ramp_integral(shape, since_start, 5.0), WithinAbs(numeric, 1e-12));
    }
    CHECK_THAT(ramp_integral(shape, 8.0, 5.0), WithinRel(shape == RampShape::step ? 8.0 : 2.5 + 3.0, 1e-13));
  }
}

TEST_CASE("totals do not depend on how time is cut", "[finance][property]") {
  for (const RampShape shape : all_shapes) {
    const double year = 12 * ramp_average(shape, 1.7, 7.3, 0, 12);
    double months = 0.0;
    for (std::size_t month = 0; month < 12; ++month) {
      months += month_average(shape, 1.7, 7.3, month);
    }
    CHECK_THAT(months, WithinRel(year, 1e-13));
  }
}

TEST_CASE("a ramp without duration is a step", "[finance]") {
  for (const RampShape shape : all_shapes) {
    CHECK_THAT(month_average(shape, 2.25, 0.0, 2), WithinRel(0.75, 1e-15));
    CHECK(month_average(shape, 2.25, 0.0, 1) == 0.0);
    CHECK(month_average(shape, 2.25, 0.0, 3) == 1.0);
    CHECK(ramp_level(shape, 0.0, 0.0) == 1.0);
    CHECK(ramp_level(shape, -0.1, 0.0) == 0.0);
  }
}

}  // namespace
}  // namespace wayworth::engine
