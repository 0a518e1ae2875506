#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/core/input_error.hpp"
#include "engine/distributions/distribution.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::array<double, 6> probabilities = {1e-9, 0.05, 0.1, 0.5, 0.9, 0.95};

void check_quantiles(const Distribution& d, const std::array<double, 6>& expected) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO(describe(d) << " at " << probabilities[i]);
    CHECK_THAT(quantile(d, probabilities[i]), WithinRel(expected[i], 1e-12) || WithinAbs(expected[i], 1e-15));
  }
}

// Reference values: 40-digit arithmetic (mpmath), confirmed with scipy, unless a test names another source.

TEST_CASE("normal quantiles", "[distributions][known-answer]") {
  check_quantiles(Normal::make(0, 1), {-5.9978070150076865, -1.6448536269514726, -1.2815515655446006, 0.0,
                                       1.2815515655446006, 1.6448536269514726});
  CHECK_THAT(standard_normal_quantile(0x1p-53), WithinRel(-8.209536151601387, 1e-14));
  CHECK_THAT(standard_normal_quantile(1.0 - 0x1p-53), WithinRel(8.209536151601387, 1e-14));
  CHECK_THAT(standard_normal_quantile(1.1641532182693481e-10), WithinRel(-6.3379577545537895, 1e-14));
}

TEST_CASE("triangular quantiles and moments", "[distributions][known-answer]") {
  const Triangular d = Triangular::make(10, 15, 40);
  check_quantiles(d, {10.000387298334621, 12.738612787525831, 13.872983346207416, 20.635083268962916,
                      31.339745962155614, 33.87627564304206});
  CHECK_THAT(d.mean(), WithinRel(21.666666666666668, 1e-15));
  CHECK_THAT(std::pow(d.standard_deviation(), 2), WithinRel(43.05555555555556, 1e-14));
  CHECK_THAT(Triangular::make(0, 0, 1).quantile(0.19), WithinRel(0.1, 1e-12));
  CHECK_THAT(Triangular::make(0, 1, 1).quantile(0.81), WithinRel(0.9, 1e-12));
  CHECK(d.mode() == 15.0);
}

TEST_CASE("PERT quantiles and moments", "[distributions][known-answer]") {
  const Pert d = Pert::make(10, 15, 40);
  check_quantiles(d, {10.000032812773998, 11.451916191465783, 12.2797899920503, 17.55861931423831, 25.558046282448714,
                      27.879361807370987});
  check_quantiles(Pert::make(10, 15, 40, 2), {10.000002154782795, 11.322683814028306, 12.277153494644914,
                                              19.10406351662477, 29.163952352994464, 31.730145178463236});
  check_quantiles(Pert::make(10, 15, 40, 8), {10.000777187397635, 11.741413807702472, 12.461204861746966,
                                              16.453332873117727, 22.318574745530906, 24.14070098853862});
  CHECK_THAT(d.mean(), WithinRel(18.333333333333332, 1e-15));
  CHECK_THAT(std::pow(d.standard_deviation(), 2), WithinRel(25.793650793650794, 1e-14));
  CHECK(d.mode() == 15.0);
}

TEST_CASE("PERT from P10, mode and P90", "[distributions][known-answer]") {
  const Pert d = Pert::from_percentiles(0.1, 12, 15, 30);
  CHECK_THAT(d.minimum(), WithinRel(9.330951988420706, 1e-11));
  CHECK_THAT(d.maximum(), WithinRel(51.30548642744848, 1e-11));
  CHECK_THAT(d.alpha(), WithinRel(1.5402368924247778, 1e-11));
  CHECK(d.mode() == 15.0);
  CHECK(Pert::from_percentiles(0.1, 5, 5, 5) == Pert::make(5, 5, 5));
}

TEST_CASE("PERT from percentiles keeps them for any skew", "[distributions][property]") {
  for (const double tail : {0.01, 0.05, 0.1, 0.25}) {
    for (const double high : {15.001, 15.1, 16.0, 18.0, 40.0, 300.0, 1e4, 1e6}) {
      INFO("tail " << tail << ", high " << high);
      const Pert d = Pert::from_percentiles(tail, 12, 15, high);
      CHECK_THAT(d.cdf(12), WithinRel(tail, 1e-9));
      CHECK_THAT(1.0 - d.cdf(high), WithinRel(tail, 1e-9));
      const Pert mirrored = Pert::from_percentiles(tail, -high, -15, -12);
      CHECK_THAT(mirrored.maximum(), WithinRel(-d.minimum(), 1e-6));
    }
  }
}

TEST_CASE("lognormal by mean and sd of the value itself", "[distributions][known-answer]") {
  const Lognormal d = Lognormal::make(100, 40);
  check_quantiles(d, {9.20996469466165, 49.26801606716498, 56.66962654014755, 92.84766908852593, 152.12187165315257,
                      174.97537638658306});
  CHECK_THAT(d.mu_log(), WithinRel(4.530960183428955, 1e-14));
  CHECK_THAT(d.sigma_log(), WithinRel(0.3852531701599265, 1e-14));
  CHECK_THAT(d.mode(), WithinRel(80.0410940418327, 1e-13));
}

TEST_CASE("lognormal by percentiles", "[distributions][known-answer]") {
  const Lognormal interval = Lognormal::from_interval(50, 200);
  CHECK_THAT(interval.mean(), WithinRel(109.2851660081246, 1e-12));
  CHECK_THAT(interval.standard_deviation(), WithinRel(48.17539411059714, 1e-12));
  CHECK_THAT(interval.quantile(0.05), WithinRel(50.0, 1e-13));
  CHECK_THAT(interval.quantile(0.95), WithinRel(200.0, 1e-13));
  const Lognormal uneven = Lognormal::from_percentiles({0.1, 80}, {0.95, 150});
  CHECK_THAT(uneven.mean(), WithinRel(107.81125222374594, 1e-12));
  CHECK_THAT(uneven.standard_deviation(), WithinRel(23.428204410199275, 1e-11));
  CHECK(Lognormal::from_interval(5, 5).quantile(0.3) == 5.0);
}

TEST_CASE("normal and lognormal from intervals as in Squiggle", "[distributions][known-answer]") {
  // Source: Squiggle language test suite (QURI), __tests__/library/sym_test.ts.
  const std::array<double, 3> tails = {0.05, 0.1, 0.25};
  const std::array<double, 3> normal_sd = {1.8238704957353071, 2.3409124382171367, 4.447806655516805};
  const std::array<double, 3> sigma_log = {0.27853260523016377, 0.3574927285445488, 0.6792473359363719};
  for (std::size_t i = 0; i < tails.size(); ++i) {
    const Normal normal = Normal::from_percentiles({tails[i], -2}, {1 - tails[i], 4});
    CHECK_THAT(normal.mean(), WithinAbs(1.0, 1e-12));
    CHECK_THAT(normal.standard_deviation(), WithinRel(normal_sd[i], 1e-12));
    const Lognormal lognormal = Lognormal::from_percentiles({tails[i], 2}, {1 - tails[i], 5});
    CHECK_THAT(lognormal.mu_log(), WithinRel(1.1512925464970227, 1e-12));
    CHECK_THAT(lognormal.sigma_log(), WithinRel(sigma_log[i], 1e-12));
  }
  CHECK_THAT(Lognormal::from_interval(2, 5).mean(), WithinRel(3.287353233105966, 1e-12));  // not 3.5
}

TEST_CASE("truncated normal quantiles and moments", "[distributions][known-answer]") {
  const TruncatedNormal d = TruncatedNormal::make(10, 5, 0, infinity);
  CHECK_THAT(d.quantile(0.05), WithinRel(2.680572771430344, 1e-12));
  CHECK_THAT(d.quantile(0.5), WithinRel(10.142584632954588, 1e-12));
  CHECK_THAT(d.quantile(0.95), WithinRel(18.27992178356914, 1e-12));
  CHECK_THAT(d.mean(), WithinRel(10.27623931339495, 1e-13));
  CHECK_THAT(std::pow(d.standard_deviation(), 2), WithinRel(22.16129870778559, 1e-12));
  CHECK(d.mode() == 10.0);
}

TEST_CASE("a truncated normal keeps its digits far from the parent's mean", "[distributions][known-answer]") {
  const TruncatedNormal far = TruncatedNormal::make(0, 1, 6, 9);
  CHECK_THAT(far.quantile(0.1), WithinRel(6.01708506265862, 1e-13));
  CHECK_THAT(far.quantile(0.5), WithinRel(6.111565061795187, 1e-13));
  CHECK_THAT(far.quantile(0.99), WithinRel(6.707994378471842, 1e-13));
  CHECK_THAT(far.mean(), WithinRel(6.158482604207134, 1e-13));
  CHECK_THAT(std::pow(far.standard_deviation(), 2), WithinRel(0.0239876357950601, 1e-11));
  const TruncatedNormal mirrored = TruncatedNormal::make(0, 1, -9, -6);
  CHECK_THAT(mirrored.quantile(0.9), WithinRel(-6.01708506265862, 1e-13));
  CHECK(far.mode() == 6.0);
}

TEST_CASE("beta quantiles", "[distributions][known-answer]") {
  check_quantiles(Beta::make(2, 3.5), {1.1268829218299609e-05, 0.08572749421489521, 0.12557780030796037,
                                       0.34608605024787026, 0.6284922331450696, 0.7018897664358198});
  CHECK_THAT(Beta::make(0.5, 0.5).quantile(0.01), WithinRel(0.0002467198171342215, 1e-12));
  CHECK_THAT(Beta::make(2, 3.5).mean(), WithinRel(0.36363636363636365, 1e-15));
  CHECK_THAT(std::pow(Beta::make(2, 3.5).standard_deviation(), 2), WithinRel(0.03560076287349015, 1e-14));
  CHECK_THAT(Beta::make(2, 5, 10, 20).mode(), WithinRel(12.0, 1e-15));
  CHECK(Beta::make(1, 5).mode() == 0.0);
  CHECK(Beta::make(3, 0.7).mode() == 1.0);
  CHECK(Beta::make(1, 1, 2, 4).mode() == 3.0);
}

TEST_CASE("bernoulli and discrete draws are left-continuous inverses", "[distributions][known-answer]") {
  const Distribution coin = Bernoulli::make(0.7);
  CHECK(quantile(coin, 0.1) == 0.0);
  CHECK(quantile(coin, 0.2999999) == 0.0);
  CHECK(quantile(coin, 0.3000001) == 1.0);
  CHECK(quantile(coin, 0.9) == 1.0);
  CHECK(mode(coin) == 1.0);
  CHECK(mode(Bernoulli::make(0.5)) == 0.0);
  CHECK(quantile(Bernoulli::make(0.0), 1.0) == 0.0);
  CHECK(quantile(Bernoulli::make(1.0), 0.0) == 1.0);

  const Distribution choice = Discrete::make({30, 10, 20}, {0.2, 0.5, 0.3});
  CHECK(quantile(choice, 0.1) == 10.0);
  CHECK(quantile(choice, 0.5) == 10.0);
  CHECK(quantile(choice, 0.5000001) == 20.0);
  CHECK(quantile(choice, 0.79) == 20.0);
  CHECK(quantile(choice, 0.81) == 30.0);
  CHECK(mode(choice) == 10.0);
  CHECK_THAT(mean(choice), WithinRel(17.0, 1e-15));
  CHECK(mode(Discrete::make({1, 2, 3}, {1, 1, 1})) == 1.0);
  CHECK(Discrete::make({2, 1, 2}, {1, 2, 1}) == Discrete::make({1, 2}, {0.5, 0.5}));
}

TEST_CASE("a parameter that cannot be is refused with the rule", "[distributions]") {
  CHECK_THROWS_WITH(Triangular::make(10, 5, 40), "triangular: mode 5 must lie in [10, 40]");
  CHECK_THROWS_WITH(Uniform::make(2, 1), "uniform: low 2 must not be greater than high 1");
  CHECK_THROWS_WITH(Pert::make(1, 4, 3), "pert: mode 4 must lie in [1, 3]");
  CHECK_THROWS_WITH(Pert::make(1, 2, 3, -1), "pert: lambda -1 must be 0 or more");
  CHECK_THROWS_WITH(Pert::from_percentiles(0.1, 12, 12, 30),
                    "pert: mode 12 must lie strictly between the percentiles 12 and 30");
  CHECK_THROWS_WITH(Normal::make(0, -1), "normal: sd -1 must be 0 or more");
  CHECK_THROWS_WITH(Lognormal::make(0, 1), "lognormal: mean 0 must be greater than 0");
  CHECK_THROWS_WITH(Lognormal::from_interval(-3, 5), "lognormal: low -3 must be greater than 0");
  CHECK_THROWS_WITH(Lognormal::from_interval(6, 5), "lognormal: low 6 must be less than high 5");
  CHECK_THROWS_WITH(Beta::make(0, 1), "beta: alpha 0 must be greater than 0");
  CHECK_THROWS_WITH(Bernoulli::make(1.2), "bernoulli: probability 1.2 must be a probability in [0, 1]");
  CHECK_THROWS_WITH(Discrete::make({1, 2}, {1}), "discrete: 2 values need 2 weights, not 1");
  CHECK_THROWS_WITH(Discrete::make({}, {}), "discrete: at least one value is needed");
  CHECK_THROWS_WITH(Discrete::make({1, 2}, {0, 0}), "discrete: sum of weights 0 must be greater than 0");
  CHECK_THROWS_WITH(TruncatedNormal::make(0, 1, 40, 50),
                    "truncated_normal: a normal with mean 0 and sd 1 practically never lies in [40, 50]");
  CHECK_THROWS_WITH(TruncatedNormal::make(7, 0, 8, 9), "truncated_normal: mean 7 must lie in [8, 9]");
}

TEST_CASE("NaN and infinite parameters are refused", "[distributions]") {
  for (const double bad : {nan, infinity, -infinity}) {
    CHECK_THROWS_AS(Constant::make(bad), InputError);
    CHECK_THROWS_AS(Uniform::make(0, bad), InputError);
    CHECK_THROWS_AS(Uniform::make(bad, 1), InputError);
    CHECK_THROWS_AS(Triangular::make(0, bad, 1), InputError);
    CHECK_THROWS_AS(Pert::make(0, bad, 1), InputError);
    CHECK_THROWS_AS(Pert::make(0, 1, 2, bad), InputError);
    CHECK_THROWS_AS(Normal::make(bad, 1), InputError);
    CHECK_THROWS_AS(Normal::make(1, bad), InputError);
    CHECK_THROWS_AS(Lognormal::make(bad, 1), InputError);
    CHECK_THROWS_AS(Lognormal::from_interval(1, bad), InputError);
    CHECK_THROWS_AS(TruncatedNormal::make(bad, 1, 0, 1), InputError);
    CHECK_THROWS_AS(Beta::make(bad, 1), InputError);
    CHECK_THROWS_AS(Bernoulli::make(bad), InputError);
    CHECK_THROWS_AS(Discrete::make({1, bad}, {1, 1}), InputError);
    CHECK_THROWS_AS(Discrete::make({1, 2}, {1, bad}), InputError);
  }
  CHECK_THROWS_AS(TruncatedNormal::make(0, 1, nan, 1), InputError);
  CHECK_THROWS_AS(TruncatedNormal::make(0, 1, infinity, infinity), InputError);
  CHECK_THROWS_AS(Uniform::make(-1.7e308, 1.7e308), InputError);
}

}  // namespace
}  // namespace wayworth::engine
