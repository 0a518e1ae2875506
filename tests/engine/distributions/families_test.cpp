#include <array>
#include <cmath>
#include <limits>
#include <utility>
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
  const Pert d = Pert::from_percentiles({0.1, 12}, 15, {0.9, 30});
  CHECK_THAT(d.minimum(), WithinRel(9.330951988420706, 1e-11));
  CHECK_THAT(d.maximum(), WithinRel(51.30548642744848, 1e-11));
  CHECK_THAT(d.alpha(), WithinRel(1.5402368924247778, 1e-11));
  CHECK(d.mode() == 15.0);
  CHECK(Pert::from_percentiles({0.1, 5}, 5, {0.9, 5}) == Pert::make(5, 5, 5));
}

TEST_CASE("PERT from percentiles keeps them for any skew", "[distributions][property]") {
  for (const double tail : {0.01, 0.05, 0.1, 0.25}) {
    for (const double high : {15.001, 15.1, 16.0, 18.0, 40.0, 300.0, 1e4, 1e6}) {
      INFO("tail " << tail << ", high " << high);
      const Pert d = Pert::from_percentiles({tail, 12}, 15, {1.0 - tail, high});
      CHECK_THAT(d.cdf(12), WithinRel(tail, 1e-9));
      CHECK_THAT(1.0 - d.cdf(high), WithinRel(tail, 1e-9));
      const Pert mirrored = Pert::from_percentiles({tail, -high}, -15, {1.0 - tail, -12});
      CHECK_THAT(mirrored.maximum(), WithinRel(-d.minimum(), 1e-6));
    }
  }
}

TEST_CASE("PERT from percentiles with tails of their own", "[distributions][property]") {
  const Pert d = Pert::from_percentiles({0.05, 12}, 15, {0.8, 30});
  CHECK_THAT(d.cdf(12), WithinRel(0.05, 1e-11));
  CHECK_THAT(d.cdf(30), WithinRel(0.8, 1e-11));
  CHECK(d.mode() == 15.0);
}

TEST_CASE("triangular from P10, mode and P90", "[distributions][known-answer]") {
  const Triangular d = Triangular::from_percentiles({0.1, 12}, 15, {0.9, 30});
  CHECK_THAT(d.minimum(), WithinRel(6.94562237609857, 1e-12));
  CHECK_THAT(d.maximum(), WithinRel(38.6634463445022, 1e-12));
  CHECK(Triangular::from_percentiles({0.1, 5}, 5, {0.9, 5}) == Triangular::make(5, 5, 5));
  for (const double high : {12.001, 15.0, 400.0, 1e6}) {
    for (const double low_tail : {0.01, 0.3}) {
      const Triangular skewed = Triangular::from_percentiles({low_tail, 12}, 12, {0.6, high});
      CHECK_THAT(skewed.cdf(12), WithinRel(low_tail, 1e-9));
      CHECK_THAT(skewed.cdf(high), WithinRel(0.6, 1e-9));
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

TEST_CASE("gamma, Weibull and Student's t quantiles", "[distributions][known-answer]") {
  check_quantiles(Gamma::make(2.5, 4), {0.0016245791313313082, 2.2909524521235385, 3.220615973924646, 8.702920382191055,
                                        18.472713799562236, 22.140995387032707});
  const Gamma small = Gamma::make(0.3, 1);
  CHECK_THAT(small.quantile(0.05), WithinRel(3.2110346997229625e-05, 1e-12));
  CHECK_THAT(small.quantile(0.5), WithinRel(0.0731311358669519, 1e-12));
  CHECK_THAT(small.quantile(0.95), WithinRel(1.3723499441008873, 1e-12));
  CHECK(small.mode() == 0.0);
  CHECK(Gamma::make(2.5, 4).mode() == 6.0);
  const StudentT t = StudentT::make(5, 2, 4);  // R's qt
  CHECK_THAT(t.quantile(0.05), WithinRel(0.7363064273466994, 1e-12));
  CHECK_THAT(t.quantile(0.1), WithinRel(1.9335874518821121, 1e-12));
  CHECK(t.quantile(0.5) == 5.0);
  CHECK_THAT(t.quantile(0.95), WithinRel(9.2636935726533, 1e-12));
  CHECK_THAT(std::pow(t.standard_deviation(), 2), WithinRel(8.0, 1e-14));
  CHECK_FALSE(has_finite_variance(StudentT::make(0, 1, 2)));
  // Of shape 1 the Weibull is the exponential distribution, of shape 2 Rayleigh's.
  CHECK_THAT(Weibull::make(1, 3).quantile(0.9), WithinRel(3 * std::log(10.0), 1e-14));
  CHECK_THAT(Weibull::make(1, 3).standard_deviation(), WithinRel(3.0, 1e-13));
  CHECK_THAT(Weibull::make(2, std::sqrt(2.0)).mean(), WithinRel(std::sqrt(std::acos(-1.0) / 2.0), 1e-14));
  CHECK_THAT(Weibull::make(2, std::sqrt(2.0)).mode(), WithinRel(1.0, 1e-14));
}

TEST_CASE("counts", "[distributions][known-answer]") {
  const auto check = [](const Distribution& d, const std::vector<std::pair<double, double>>& expected) {
    for (const auto& [p, count] : expected) CHECK(quantile(d, p) == count);
  };
  const Poisson poisson = Poisson::make(7.3);
  check(poisson, {{0.01, 2}, {0.1, 4}, {0.5, 7}, {0.9, 11}, {0.99, 14}, {0.999999, 23}});
  CHECK_THAT(poisson.cdf(0), WithinRel(0.0006755387751938443, 1e-13));
  CHECK_THAT(poisson.cdf(7), WithinRel(0.5541066118390774, 1e-13));
  CHECK_THAT(poisson.cdf(10) - poisson.cdf(9), WithinRel(0.08000476436395972, 1e-12));
  check(Poisson::make(120'000), {{0.01, 119195}, {0.1, 119556}, {0.5, 120000}, {0.9, 120444}, {0.99, 120807}});
  const NegativeBinomial contacts = NegativeBinomial::make(50, 4);
  check(contacts, {{0.01, 9}, {0.1, 21}, {0.5, 46}, {0.9, 85}, {0.99, 129}});
  CHECK_THAT(contacts.cdf(0), WithinRel(3.0106822770542733e-05, 1e-13));
  CHECK_THAT(contacts.cdf(50) - contacts.cdf(49), WithinRel(0.015037487890715273, 1e-12));
  CHECK_THAT(std::pow(contacts.standard_deviation(), 2), WithinRel(675.0, 1e-14));
  check(Binomial::make(20, 0.35), {{0.01, 2}, {0.1, 4}, {0.5, 7}, {0.9, 10}, {0.99, 12}});
  CHECK(Binomial::make(20, 0.35).mode() == 7.0);
  CHECK(Binomial::make(3, 0.5).mode() == 1.0);  // the lower of two
  CHECK(Poisson::make(4).mode() == 3.0);
  CHECK(NegativeBinomial::make(4, 2).mode() == 1.0);
  CHECK(quantile(Poisson::make(0), 0.9) == 0.0);
}

TEST_CASE("counts beyond any table are found all the same", "[distributions][property]") {
  for (const Distribution& d : {Distribution(Poisson::make(1e9)), Distribution(Binomial::make(1e9, 0.2)),
                                Distribution(NegativeBinomial::make(1e8, 0.5))}) {
    INFO(describe(d));
    for (const double p : {1e-6, 0.3, 0.5, 0.9, 1.0 - 1e-9}) {
      const double count = quantile(d, p);
      CHECK(cdf(d, count) >= p);
      CHECK(cdf(d, count - 1.0) < p);
    }
  }
}

TEST_CASE("straight lines between percentiles, and between observed values", "[distributions][known-answer]") {
  const Cumulative lines = Cumulative::make(std::array<Percentile, 4>{{{0, 0}, {0.1, 10}, {0.6, 20}, {1, 50}}});
  CHECK_THAT(lines.quantile(0.05), WithinRel(5.0, 1e-14));
  CHECK_THAT(lines.quantile(0.1), WithinRel(10.0, 1e-14));
  CHECK_THAT(lines.quantile(0.5), WithinRel(18.0, 1e-14));
  CHECK_THAT(lines.quantile(0.9), WithinRel(42.5, 1e-14));
  CHECK_THAT(lines.mean(), WithinRel(22.0, 1e-14));
  CHECK_THAT(std::pow(lines.standard_deviation(), 2), WithinRel(156.0, 1e-13));
  CHECK(lines.mode() == 15.0);
  // numpy's quantile, R's type 7, Excel's PERCENTILE.INC.
  const Empirical data = Empirical::make({9.9, 5.0, 3.1, 4.7, 6.2, 5.0}, "");
  const std::array<double, 6> at = {0.0, 0.1, 0.25, 0.5, 0.9, 1.0};
  const std::array<double, 6> expected = {3.1, 3.9, 4.775, 5.0, 8.05, 9.9};
  for (std::size_t i = 0; i < at.size(); ++i) CHECK_THAT(data.quantile(at[i]), WithinRel(expected[i], 1e-14));
  CHECK(data.cdf(5.0) == 0.6);  // both of the equal values
}

TEST_CASE("truncated distributions", "[distributions][known-answer]") {
  const Truncated d = Truncated::make(Lognormal::make(100, 40), 60, 180);
  CHECK_THAT(d.quantile(0.0001), WithinRel(60.00912372743261, 1e-12));
  CHECK_THAT(d.quantile(0.25), WithinRel(78.84725784348197, 1e-12));
  CHECK_THAT(d.quantile(0.5), WithinRel(96.77671341133845, 1e-12));
  CHECK_THAT(d.quantile(0.9), WithinRel(144.4277130022856, 1e-12));
  CHECK_THAT(d.mean(), WithinRel(101.89726967731912, 1e-8));
  // Far out in either tail, where differences of probabilities near 1 would leave nothing.
  const Truncated high = Truncated::make(Normal::make(0, 1), 6, 9);
  const Truncated low = Truncated::make(Normal::make(0, 1), -9, -6);
  CHECK_THAT(high.quantile(0.1), WithinRel(6.01708506265862, 1e-12));
  CHECK_THAT(high.quantile(0.5), WithinRel(6.111565061795187, 1e-12));
  CHECK_THAT(high.quantile(0.99), WithinRel(6.707994378471842, 1e-12));
  CHECK_THAT(low.quantile(0.9), WithinRel(-6.01708506265862, 1e-12));
  CHECK_THAT(high.mean(), WithinRel(6.158482604207134, 1e-9));
  CHECK(high.mode() == 6.0);
  CHECK_THROWS_WITH(Truncated::make(Normal::make(0, 1), 8, 9),
                    "truncate: normal(0, 1) practically never lies in [8, 9]");
  CHECK_THROWS_WITH(Truncated::make(Normal::make(0, 1), 3, 3), "truncate: low 3 must be less than high 3");
}

TEST_CASE("what the linter asks of a distribution", "[distributions]") {
  CHECK_THAT(probability_below(Normal::make(10, 5), 0.0), WithinRel(0.022750131948179195, 1e-12));
  CHECK(probability_below(Poisson::make(3), 0.0) == 0.0);
  CHECK_THAT(probability_below(Bernoulli::make(0.3), 1.0), WithinRel(0.7, 1e-14));
  CHECK(probability_below(Constant::make(0), 0.0) == 0.0);
  CHECK(has_mode_at_an_end(Triangular::make(1, 1, 3)));
  CHECK(has_mode_at_an_end(Pert::make(1, 3, 3)));
  CHECK_FALSE(has_mode_at_an_end(Triangular::make(1, 2, 3)));
  CHECK_FALSE(has_mode_at_an_end(Triangular::make(3, 3, 3)));
  CHECK_FALSE(has_mode_at_an_end(Uniform::make(1, 3)));
}

TEST_CASE("a parameter of the further families that cannot be is refused with the rule", "[distributions]") {
  CHECK_THROWS_WITH(Gamma::make(0, 1), "gamma: shape 0 must be greater than 0");
  CHECK_THROWS_WITH(Weibull::make(1, -1), "weibull: scale -1 must be greater than 0");
  CHECK_THROWS_WITH(StudentT::make(0, 1, 1), "student_t: dof 1 must be greater than 1; below, it has no mean");
  CHECK_THROWS_WITH(Poisson::make(-1), "poisson: mean -1 must lie in [0, 1000000000]");
  CHECK_THROWS_WITH(Binomial::make(2.5, 0.5), "binomial: n 2.5 must be a whole number from 0 to 1e9");
  CHECK_THROWS_WITH(Binomial::make(2, 1.5), "binomial: p 1.5 must be a probability in [0, 1]");
  CHECK_THROWS_WITH(NegativeBinomial::make(5, 0), "negative_binomial: dispersion 0 must be greater than 0");
  CHECK_THROWS_WITH(Empirical::make({1}, ""), "empirical: at least two values are needed");
  CHECK_THROWS_WITH(Cumulative::make(std::array<Percentile, 2>{{{0.1, 1}, {1, 2}}}),
                    "cumulative: probabilities must go from 0 to 1, not from 0.1 to 1");
  CHECK_THROWS_WITH(Cumulative::make(std::array<Percentile, 3>{{{0, 1}, {0.5, 1}, {1, 2}}}),
                    "cumulative: values and probabilities must rise, but 1 at 0.5 follows 1 at 0");
}

TEST_CASE("a parameter that cannot be is refused with the rule", "[distributions]") {
  CHECK_THROWS_WITH(Triangular::make(10, 5, 40), "triangular: mode 5 must lie in [10, 40]");
  CHECK_THROWS_WITH(Uniform::make(2, 1), "uniform: low 2 must not be greater than high 1");
  CHECK_THROWS_WITH(Pert::make(1, 4, 3), "pert: mode 4 must lie in [1, 3]");
  CHECK_THROWS_WITH(Pert::make(1, 2, 3, -1), "pert: lambda -1 must be 0 or more");
  CHECK_THROWS_WITH(Pert::from_percentiles({0.1, 12}, 12, {0.9, 30}),
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
