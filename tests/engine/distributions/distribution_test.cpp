#include "engine/distributions/distribution.hpp"

#include <array>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/random/bernoulli_distribution.hpp>
#include <boost/random/beta_distribution.hpp>
#include <boost/random/binomial_distribution.hpp>
#include <boost/random/discrete_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/lognormal_distribution.hpp>
#include <boost/random/negative_binomial_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/student_t_distribution.hpp>
#include <boost/random/triangle_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <boost/random/weibull_distribution.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "engine/distributions/quantile_function.hpp"
#include "engine/random/philox.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/moments.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t trial_count = 50'000;

/// An independent sampler of the same distribution, by other means than inversion.
using Sampler = std::function<double(PhiloxEngine&)>;

struct Case {
  Distribution distribution;
  const char* text;
  Sampler sampler = {};
};

Sampler beta_sampler(double alpha, double beta, double low, double high) {
  return [=](PhiloxEngine& engine) {
    return low + (high - low) * boost::random::beta_distribution<double>(alpha, beta)(engine);
  };
}

/// Every family passes the rig below; a new one adds its lines here.
std::vector<Case> cases() {
  return {
      {Constant::make(3), "constant(3)"},
      {Uniform::make(-2, 5), "uniform(-2, 5)", boost::random::uniform_real_distribution<double>(-2, 5)},
      {Triangular::make(10, 15, 40), "triangular(10, 15, 40)",
       boost::random::triangle_distribution<double>(10, 15, 40)},
      {Triangular::make(0, 0, 1), "triangular(0, 0, 1)", boost::random::triangle_distribution<double>(0, 0, 1)},
      {Triangular::make(0, 1, 1), "triangular(0, 1, 1)"},
      {Pert::make(10, 15, 40), "pert(10, 15, 40)", beta_sampler(1 + 4 * 5. / 30, 1 + 4 * 25. / 30, 10, 40)},
      {Pert::make(10, 15, 40, 2), "pert(10, 15, 40, 2)", beta_sampler(1 + 2 * 5. / 30, 1 + 2 * 25. / 30, 10, 40)},
      {Pert::make(5, 5, 20), "pert(5, 5, 20)"},
      {Pert::make(-4, 6, 6), "pert(-4, 6, 6)"},
      {Pert::make(1, 2, 3, 0), "pert(1, 2, 3, 0)", boost::random::uniform_real_distribution<double>(1, 3)},
      {Normal::make(62e3, 5e3), "normal(62000, 5000)", boost::random::normal_distribution<double>(62e3, 5e3)},
      {Lognormal::make(100, 40), "lognormal(100, 40)",
       boost::random::lognormal_distribution<double>(4.530960183428955, 0.3852531701599265)},
      {Lognormal::from_interval(2, 5), "lognormal(3.287353233, 0.9336842942)"},
      {TruncatedNormal::make(10, 5, 0, infinity), "truncated_normal(10, 5, 0, inf)"},
      {TruncatedNormal::make(0, 1, 6, 9), "truncated_normal(0, 1, 6, 9)"},
      {TruncatedNormal::make(0, 1, -9, -6), "truncated_normal(0, 1, -9, -6)"},
      {TruncatedNormal::make(5, 2, 4.9, 5.3), "truncated_normal(5, 2, 4.9, 5.3)"},
      {Beta::make(2, 3.5), "beta(2, 3.5)", beta_sampler(2, 3.5, 0, 1)},
      {Beta::make(0.5, 0.5), "beta(0.5, 0.5)", beta_sampler(0.5, 0.5, 0, 1)},
      {Beta::make(13.96, 102.375, -1, 3), "beta(13.96, 102.375, -1, 3)", beta_sampler(13.96, 102.375, -1, 3)},
      {Gamma::make(2.5, 4), "gamma(2.5, 4)", boost::random::gamma_distribution<double>(2.5, 4)},
      {Gamma::make(0.3, 1), "gamma(0.3, 1)", boost::random::gamma_distribution<double>(0.3, 1)},
      {Gamma::make(900, 0.1), "gamma(900, 0.1)", boost::random::gamma_distribution<double>(900, 0.1)},
      {Weibull::make(1.7, 12), "weibull(1.7, 12)", boost::random::weibull_distribution<double>(1.7, 12)},
      {Weibull::make(0.8, 3), "weibull(0.8, 3)", boost::random::weibull_distribution<double>(0.8, 3)},
      {StudentT::make(5, 2, 14), "student_t(5, 2, 14)",
       [](PhiloxEngine& engine) { return 5 + 2 * boost::random::student_t_distribution<double>(14)(engine); }},
      {StudentT::make(0, 1, 9.5), "student_t(0, 1, 9.5)"},
      {Metalog::from_p10_p50_p90({20, 50, 100}), "p10_p50_p90(20, 50, 100)"},
      {Metalog::from_p10_p50_p90({20, 50, 100}, {.low = 0}), "p10_p50_p90(20, 50, 100, 0, none)"},
      {Metalog::from_p10_p50_p90({0.6, 0.8, 0.9}, {.high = 1}), "p10_p50_p90(0.6, 0.8, 0.9, none, 1)"},
      {Metalog::from_p10_p50_p90({20, 50, 100}, {0, 200}), "p10_p50_p90(20, 50, 100, 0, 200)"},
      {Metalog::through(std::array<Percentile, 5>{{{0.05, 12}, {0.25, 20}, {0.5, 27}, {0.75, 38}, {0.95, 70}}}, {}),
       "metalog(none, none, 12, 0.05, 20, 0.25, 27, 0.5, 38, 0.75, 70, 0.95)"},
      {Cumulative::make(std::array<Percentile, 4>{{{0, 0}, {0.1, 10}, {0.6, 20}, {1, 50}}}),
       "cumulative(0, 0, 10, 0.1, 20, 0.6, 50, 1)"},
      {Empirical::make({5.0, 3.1, 9.9, 4.7, 6.2, 5.5}, "\"calls.csv\", \"wait\""), R"(empirical("calls.csv", "wait"))"},
      {Truncated::make(Lognormal::make(100, 40), 60, 180), "truncate(lognormal(100, 40), 60, 180)"},
      {Truncated::make(Gamma::make(2.5, 4), 3, infinity), "truncate(gamma(2.5, 4), 3, none)"},
      {Truncated::make(Pert::make(10, 15, 40), -infinity, 30), "truncate(pert(10, 15, 40), none, 30)"},
      {Truncated::make(StudentT::make(0, 1, 5), 4, 9), "truncate(student_t(0, 1, 5), 4, 9)"},
      {Truncated::make(StudentT::make(0, 1, 1.5), -3, 7), "truncate(student_t(0, 1, 1.5), -3, 7)"},
      {Truncated::make(Triangular::make(0, 1, 4), 0.5, 3), "truncate(triangular(0, 1, 4), 0.5, 3)"},
      {Truncated::make(Cumulative::make(std::array<Percentile, 3>{{{0, 0}, {0.7, 2}, {1, 10}}}), 1, 8),
       "truncate(cumulative(0, 0, 2, 0.7, 10, 1), 1, 8)"},
      {Truncated::make(Metalog::from_p10_p50_p90({20, 50, 100}), 0, infinity),
       "truncate(p10_p50_p90(20, 50, 100), 0, none)"},
      {Binomial::make(20, 0.35), "binomial(20, 0.35)", boost::random::binomial_distribution<int, double>(20, 0.35)},
      {Poisson::make(7.3), "poisson(7.3)", boost::random::poisson_distribution<int, double>(7.3)},
      {Poisson::make(120'000), "poisson(120000)", boost::random::poisson_distribution<int, double>(120'000)},
      {NegativeBinomial::make(50, 4), "negative_binomial(50, 4)",
       boost::random::negative_binomial_distribution<int, double>(4, 4.0 / 54.0)},
      {NegativeBinomial::make(0.4, 0.7), "negative_binomial(0.4, 0.7)"},
      {Bernoulli::make(0.9), "bernoulli(0.9)", boost::random::bernoulli_distribution<double>(0.9)},
      {Discrete::make({30, 10, 20}, {2, 5, 3}), "discrete(10, 0.5, 20, 0.3, 30, 0.2)",
       [](PhiloxEngine& engine) {
         return std::array{10., 20., 30.}[boost::random::discrete_distribution<std::size_t>({5, 3, 2})(engine)];
       }},
  };
}

bool is_continuous(const Distribution& d) {
  return as_continuous(d).has_value() || std::holds_alternative<Truncated>(d);
}

/// How well expectation() can do, in standard deviations.
double integration_error(const Distribution& d) {
  if (!is_continuous(d)) return 1e-2;  // Gauss's rule feels a jump to the width of a panel,
  const bool has_kinks = std::holds_alternative<Cumulative>(d) || std::holds_alternative<Empirical>(d) ||
                         std::holds_alternative<Truncated>(d);
  if (has_kinks) return 1e-4;                               // and a kink less;
  return std::holds_alternative<Metalog>(d) ? 5e-6 : 1e-7;  // a heavy tail is cut off
}

/// The integral of f(quantile(p)) over (0, 1). Substituting p = 1 / (1 + e^-s) spreads the tails out.
double expectation(const Distribution& d, const std::function<double(double)>& f) {
  double sum = 0.0;
  constexpr double half_panel = 0.25;
  for (double centre = -36.5 + half_panel; centre < 36.5; centre += 2 * half_panel) {
    sum += boost::math::quadrature::gauss<double, 15>::integrate(
        [&](double s) {
          const double p = 1.0 / (1.0 + std::exp(-s));
          return f(quantile(d, p)) * p * (1.0 / (1.0 + std::exp(s)));
        },
        centre - half_panel, centre + half_panel);
  }
  return sum;
}

Moments simulated(const Distribution& d) {
  std::vector<double> draws(trial_count);
  fill_uniform({.seed = 20240607, .stream = stream_id("tests.rig"), .index = 0}, draws);
  const QuantileFunction quantiles(d);
  quantiles(draws, draws);
  Moments moments;
  moments.add(draws);
  return moments;
}

TEST_CASE("every distribution prints as a scenario writes it", "[distributions]") {
  for (const Case& one : cases()) {
    CHECK(describe(one.distribution) == one.text);
  }
}

TEST_CASE("cdf undoes quantile", "[distributions][property]") {
  for (const Case& one : cases()) {
    if (!is_continuous(one.distribution)) continue;
    INFO(one.text);
    for (const double p : {0x1p-52, 1e-9, 0.01, 0.25, 0.5, 0.75, 0.99, 1.0 - 1e-9}) {
      INFO("p " << p);
      const double x = quantile(one.distribution, p);
      // The rounding of x itself moves its probability where the density is high; the condition number says how far.
      const double next = std::nextafter(x, infinity) - x;
      const double moved = cdf(one.distribution, x + next) - cdf(one.distribution, x - next);
      CHECK_THAT(cdf(one.distribution, x), WithinAbs(p, 1e-12 + 4.0 * moved));
    }
  }
}

TEST_CASE("quantiles never fall and stay inside the support", "[distributions][property]") {
  for (const Case& one : cases()) {
    INFO(one.text);
    double last = minimum(one.distribution);
    for (int i = 0; i <= 4000; ++i) {
      const double x = quantile(one.distribution, i / 4000.0);  // 0 and 1 are clamped
      REQUIRE(std::isfinite(x));
      REQUIRE(x >= last);
      last = x;
    }
    CHECK(last <= maximum(one.distribution));
  }
}

TEST_CASE("the quantile is the smallest value that reaches its probability", "[distributions][property]") {
  for (const Case& one : cases()) {
    if (is_continuous(one.distribution)) continue;
    INFO(one.text);
    for (int i = 1; i < 200; ++i) {
      const double p = i / 200.0;
      const double x = quantile(one.distribution, p);
      CHECK(cdf(one.distribution, x) >= p - 1e-15);
      CHECK(cdf(one.distribution, std::nextafter(x, -infinity)) < p);
    }
  }
}

TEST_CASE("mean and standard deviation are those of the quantile function", "[distributions][property]") {
  for (const Case& one : cases()) {
    INFO(one.text);
    const double expected = mean(one.distribution);
    const double sd = standard_deviation(one.distribution);
    const double tolerance = integration_error(one.distribution) * sd + 1e-12 * std::abs(expected);
    CHECK_THAT(expectation(one.distribution, [](double x) { return x; }), WithinAbs(expected, tolerance));
    const double variance = expectation(one.distribution, [&](double x) { return (x - expected) * (x - expected); });
    CHECK_THAT(std::sqrt(variance), WithinAbs(sd, tolerance));
  }
}

TEST_CASE("simulated mean and spread agree with the formulas", "[distributions][statistical]") {
  for (const Case& one : cases()) {
    INFO(one.text);
    const Moments moments = simulated(one.distribution);
    const double sd = standard_deviation(one.distribution);
    CHECK(std::abs(moments.mean() - mean(one.distribution)) <= 5.0 * moments.standard_error());
    const double fourth = expectation(
        one.distribution, [&](double x) { return std::pow((x - mean(one.distribution)) / (sd > 0.0 ? sd : 1.0), 4); });
    const double error_of_variance = sd * sd * std::sqrt(std::max(fourth - 1.0, 0.0) / trial_count);
    CHECK(std::abs(moments.variance() - sd * sd) <= 5.0 * error_of_variance + 1e-12 * sd * sd);
  }
}

TEST_CASE("inversion agrees with Boost's samplers", "[distributions][statistical]") {
  for (const Case& one : cases()) {
    if (!one.sampler) continue;
    INFO(one.text);
    PhiloxEngine engine(7, stream_id(one.text));
    std::vector<double> draws(trial_count);
    for (double& x : draws) {
      x = one.sampler(engine);
    }
    for (const double p : {0.05, 0.3, 0.5, 0.7, 0.95}) {
      const double x = quantile(one.distribution, p);
      const double share = cdf(one.distribution, x);
      double hits = 0.0;
      for (const double draw : draws) {
        hits += draw <= x ? 1.0 : 0.0;
      }
      const double standard_error = std::sqrt(share * (1.0 - share) / trial_count);
      CHECK(std::abs(hits / trial_count - share) <= 5.0 * standard_error);
    }
  }
}

TEST_CASE("a block has the quantiles of its single draws", "[distributions][property]") {
  std::vector<double> u;
  for (double p = 0x1p-52; p < 0.5; p *= 1.17) {
    u.push_back(p);
    u.push_back(1.0 - p);
  }
  u.push_back(0.5);
  for (const Case& one : cases()) {
    INFO(one.text);
    std::vector<double> x(u.size());
    const QuantileFunction quantiles(one.distribution);
    quantiles(u, x);
    for (std::size_t i = 0; i < u.size(); ++i) {
      INFO("u " << u[i]);
      const double exact = quantile(one.distribution, u[i]);
      const double low = minimum(one.distribution);
      // Student's t crosses 0, where only its scale can measure an error.
      const double scale = std::holds_alternative<StudentT>(one.distribution) ? 1.0 : 0.0;
      const bool from_low = std::isfinite(low) && !std::holds_alternative<Truncated>(one.distribution);
      const double position = from_low ? exact - low : exact;
      REQUIRE_THAT(x[i], WithinAbs(exact, 1e-9 * std::abs(position) + 4e-16 * std::abs(exact) + 1e-11 * scale));
    }
  }
}

TEST_CASE("limits that coincide are the certain value", "[distributions]") {
  const std::array<Distribution, 10> certain = {
      Constant::make(7),
      Uniform::make(7, 7),
      Triangular::make(7, 7, 7),
      Pert::make(7, 7, 7),
      Normal::make(7, 0),
      Lognormal::make(7, 0),
      TruncatedNormal::make(7, 0, 0, 9),
      Beta::make(2, 3, 7, 7),
      Binomial::make(7, 1),
      Empirical::make({7, 7, 7}, ""),
  };
  const std::vector<double> u = {0x1p-53, 0.3, 0.5, 1.0 - 0x1p-53};
  for (const Distribution& d : certain) {
    INFO(describe(d));
    std::vector<double> x(u.size());
    const QuantileFunction quantiles(d);
    quantiles(u, x);
    CHECK(x == std::vector<double>(u.size(), 7.0));
    CHECK(mean(d) == 7.0);
    CHECK(standard_deviation(d) == 0.0);
    CHECK(mode(d) == 7.0);
    CHECK(minimum(d) == 7.0);
    CHECK(maximum(d) == 7.0);
    CHECK(cdf(d, 6.9) == 0.0);
    CHECK(cdf(d, 7.0) == 1.0);
    CHECK(quantile(d, 0.5) == 7.0);
  }
}

}  // namespace
}  // namespace wayworth::engine
