#include "engine/distributions/metalog.hpp"

#include <array>
#include <cmath>
#include <vector>

#include "engine/core/input_error.hpp"
#include "engine/distributions/distribution.hpp"
#include "engine/distributions/metalog_curve.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr std::array<double, 9> probabilities = {0.001, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.999};

void check_quantiles(const Metalog& d, const std::array<double, 9>& expected) {
  INFO(d.describe());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK_THAT(d.quantile(probabilities[i]), WithinRel(expected[i], 1e-11));
  }
}

void check_coefficients(const Metalog& d, const std::vector<double>& expected) {
  REQUIRE(d.coefficients().size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK_THAT(d.coefficients()[i], WithinRel(expected[i], 1e-11) || WithinAbs(expected[i], 1e-13));
  }
}

// Values: 40-digit arithmetic (mpmath), moments by quadrature.

TEST_CASE("metalog through P10, P50 and P90", "[distributions][known-answer]") {
  const Metalog d = Metalog::from_p10_p50_p90({20, 50, 100});
  check_coefficients(d, {50.0, 18.20478453253675, 11.377990332835466});
  check_quantiles(d, {-36.52207300210398, 11.472932023333353, 20.0, 33.125, 50.0, 73.125, 100.0, 118.67868639318837,
                      214.94989212662693});
  CHECK_THAT(d.mean(), WithinRel(55.68899516641773, 1e-12));
  CHECK_THAT(std::pow(d.standard_deviation(), 2), WithinRel(1136.5889992115729, 1e-12));
  // The density at P10, P50 and P90.
  const std::array<double, 3> density = {0.007892252582942676, 0.01373265360835137, 0.0035991389901198745};
  const std::array<double, 3> at = {0.1, 0.5, 0.9};
  for (std::size_t i = 0; i < 3; ++i) {
    const double p = at[i];
    CHECK_THAT(p * (1.0 - p) / metalog_slope(d.coefficients(), std::log(p / (1.0 - p))), WithinRel(density[i], 1e-12));
  }
}

TEST_CASE("metalog with a lower, an upper and both bounds", "[distributions][known-answer]") {
  const Metalog low = Metalog::from_p10_p50_p90({20, 50, 100}, {.low = 0});
  check_coefficients(low, {3.912023005428146, 0.36624338017948177, -0.12694625848438268});
  check_quantiles(low, {2.572693069426512, 14.374247545933406, 20.0, 32.29128396170805, 50.0, 72.20550601912791, 100.0,
                        124.23821477925794, 405.0699100427253});
  CHECK_THAT(low.mean(), WithinRel(57.66664096099737, 1e-11));
  CHECK_THAT(low.high_tail_index(), WithinRel(0.30277025093729043, 1e-12));
  CHECK(has_finite_variance(low));

  const Metalog high = Metalog::from_p10_p50_p90({0.6, 0.8, 0.9}, {.high = 1});
  check_coefficients(high, {1.6094379124341005, 0.3154648767857287, 0.0});
  check_quantiles(high, {-0.7672075277185318, 0.4936721186390958, 0.6, 0.717157287525381, 0.8, 0.8585786437626906, 0.9,
                         0.9209998076888669, 0.9773654200920929});

  const Metalog both = Metalog::from_p10_p50_p90({20, 50, 100}, {0, 200});
  check_coefficients(both, {-1.0986122886681098, 0.5, 0.0});
  check_quantiles(both, {2.0872276702041077, 14.207878624261202, 20.0, 32.27809555928179, 50.0, 73.20508075688772,
                         100.0, 118.46606338755959, 182.66244772208594});
  CHECK_THAT(both.mean(), WithinRel(55.84818129410309, 1e-12));
  CHECK_THAT(std::pow(both.standard_deviation(), 2), WithinRel(1028.7548123873826, 1e-12));

  const Metalog share = Metalog::from_p10_p50_p90({0.02, 0.05, 0.12}, {0, 1});
  check_coefficients(share, {-2.9444389791664407, 0.4322248515268122, 0.0026325799714441572});
  CHECK_THAT(share.mean(), WithinRel(0.06390005307139293, 1e-12));
  CHECK_THAT(std::pow(share.standard_deviation(), 2), WithinRel(0.002918930110367905, 1e-12));
}

TEST_CASE("metalog with an infinite variance is recognised", "[distributions][known-answer]") {
  const Metalog d = Metalog::from_p10_p50_p90({5, 12, 60}, {.low = 2});
  CHECK_THAT(d.high_tail_index(), WithinRel(0.8315461130153272, 1e-12));
  CHECK_THAT(d.mean(), WithinRel(53.000785037239936, 1e-10));
  CHECK_THAT(d.quantile(0.999), WithinRel(3116.094908555636, 1e-11));
  CHECK_FALSE(has_finite_variance(d));
  const Metalog mirrored = Metalog::from_p10_p50_p90({-60, -12, -5}, {.high = -2});
  CHECK_THAT(mirrored.low_tail_index(), WithinRel(0.8315461130153272, 1e-12));
  CHECK_THAT(mirrored.mean(), WithinRel(-53.000785037239936, 1e-10));
}

TEST_CASE("metalog through five points", "[distributions][known-answer]") {
  const std::array<Percentile, 5> points = {{{0.05, 12}, {0.25, 20}, {0.5, 27}, {0.75, 38}, {0.95, 70}}};
  const Metalog d = Metalog::through(points, {});
  check_coefficients(d, {27.0, 13.237679248026295, 17.28252568492322, -22.172308381314036, -43.947180386715544});
  check_quantiles(d, {-4.744597121850814, 12.0, 14.940656377337218, 20.0, 27.0, 38.0, 55.375118053600026, 70.0,
                      155.98624792264258});
  CHECK_THAT(d.mean(), WithinRel(31.978997810235313, 1e-11));
  const Metalog three = Metalog::through(std::array<Percentile, 3>{{{0.05, 20}, {0.5, 50}, {0.95, 100}}}, {});
  check_coefficients(three, {50.0, 13.584930875804345, 7.547183819891302});
  CHECK_THAT(three.mean(), WithinRel(53.77359190994565, 1e-12));
}

TEST_CASE("which P50 a metalog could have", "[distributions][known-answer]") {
  // Keelin's k: P50 may lie in (33.3261900928, 86.6738099072) between P10 20 and P90 100.
  CHECK_NOTHROW(Metalog::from_p10_p50_p90({20, 33.32619009277, 100}));
  CHECK_NOTHROW(Metalog::from_p10_p50_p90({20, 86.67380990723, 100}));
  CHECK_THROWS_AS(Metalog::from_p10_p50_p90({20, 33.32619009276, 100}), InputError);
  CHECK_THROWS_AS(Metalog::from_p10_p50_p90({20, 86.67380990724, 100}), InputError);
  CHECK_NOTHROW(Metalog::from_p10_p50_p90({20, 26.14945157719, 100}, {.low = 0}));
  CHECK_THROWS_AS(Metalog::from_p10_p50_p90({20, 26.14945157717, 100}, {.low = 0}), InputError);
  CHECK_NOTHROW(Metalog::from_p10_p50_p90({0.02, 0.0903946623726, 0.12}, {0, 1}));
  CHECK_THROWS_AS(Metalog::from_p10_p50_p90({0.02, 0.0903946623727, 0.12}, {0, 1}), InputError);
  CHECK_THROWS_WITH(
      Metalog::from_p10_p50_p90({20, 30, 100}),
      "p10_p50_p90: no metalog has P10 20, P50 30 and P90 100; with this P10 and P90 its P50 must lie between 33.33 "
      "and "
      "86.67. Move P50, give bounds, or write cumulative(low, 0%, 20, 10%, 30, 50%, 100, 90%, high, 100%)");
}

TEST_CASE("metalogs that cannot be are refused with the rule", "[distributions]") {
  CHECK_THROWS_WITH(
      Metalog::from_p10_p50_p90({10, 100, 1000}, {.low = 0}),
      "p10_p50_p90(10, 100, 1000, 0, none): the upper tail is so heavy that the mean is infinite; give an "
      "upper bound as well");
  CHECK_THROWS_WITH(
      Metalog::from_p10_p50_p90({-1000, -100, -10}, {.high = 0}),
      "p10_p50_p90(-1000, -100, -10, none, 0): the lower tail is so heavy that the mean is infinite; give "
      "a lower bound as well");
  CHECK_THROWS_WITH(Metalog::from_p10_p50_p90({20, 50, 100}, {.low = 20}),
                    "p10_p50_p90: 20 must be above the bound 20");
  CHECK_THROWS_WITH(Metalog::from_p10_p50_p90({20, 50, 100}, {.high = 90}),
                    "p10_p50_p90: 100 must be below the bound 90");
  CHECK_THROWS_WITH(Metalog::from_p10_p50_p90({20, 50, 100}, {9, 3}),
                    "p10_p50_p90: the bound 9 must be below the bound 3");
  CHECK_THROWS_WITH(Metalog::from_p10_p50_p90({20, 10, 100}), "p10_p50_p90: low 20 must be less than high 10");
  CHECK_THROWS_WITH(Metalog::through(std::array<Percentile, 2>{{{0.1, 1}, {0.9, 2}}}, {}),
                    "metalog: takes 3 to 9 points, not 2");
  CHECK_THROWS_AS(Metalog::through(std::array<Percentile, 4>{{{0.1, 1}, {0.45, 1.01}, {0.5, 8}, {0.9, 8.01}}}, {}),
                  InputError);
}

}  // namespace
}  // namespace wayworth::engine
