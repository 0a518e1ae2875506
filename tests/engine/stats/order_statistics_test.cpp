#include "engine/stats/order_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/core/input_error.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/quantile_interval.hpp"
#include "engine/stats/tail_risk.hpp"
#include "tests/engine/stats/twenty_values.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr double infinity = std::numeric_limits<double>::infinity();

OrderStatistics twenty() {
  return OrderStatistics({twenty_values.begin(), twenty_values.end()});
}

TEST_CASE("quantiles are Excel's PERCENTILE.INC", "[stats][known-answer]") {
  const std::vector<double> p = {0.95, 0.05, 0.1, 0.5, 0.9, 0.0, 1.0};  // in any order
  const std::vector<double> expected = {9.98, -2.775, -1.62, 3.05, 8.91, -4.2, 11.5};
  const std::vector<double> x = quantiles(twenty_values, p);
  for (std::size_t i = 0; i < p.size(); ++i) {
    CHECK_THAT(x[i], WithinRel(expected[i], 1e-13));
  }
  const std::vector<double> data = {3.1, 4.7, 5.0, 5.0, 6.2, 9.9};
  CHECK_THAT(quantiles(data, std::vector{0.1})[0], WithinRel(3.9, 1e-15));
  CHECK_THAT(quantiles(data, std::vector{0.25})[0], WithinRel(4.775, 1e-15));
  CHECK(quantiles(std::vector{7.0}, std::vector{0.3})[0] == 7.0);
}

TEST_CASE("ranks are those of the sorted column", "[stats][property]") {
  std::vector<double> column(1000);
  fill_uniform({.seed = 3, .stream = 4, .index = 0}, column);
  for (double& x : column) {
    x = std::floor(x * 300.0);  // with ties
  }
  std::vector<double> sorted = column;
  std::sort(sorted.begin(), sorted.end());
  const OrderStatistics values(column);
  for (std::size_t i = 0; i < 1000; ++i) {
    const std::size_t rank = i * 617 % 1000;
    REQUIRE(values.at(rank) == sorted[rank]);
  }
  std::vector<double> low;
  values.for_each_below(sorted[500], [&](double x) { low.push_back(x); });
  CHECK(low == std::vector<double>(sorted.begin(), std::lower_bound(sorted.begin(), sorted.end(), sorted[500])));
}

TEST_CASE("columns of every length are sorted, infinite values and ties included", "[stats][property]") {
  for (std::size_t count = 1; count < 600; count += count < 80 ? 1 : 97) {
    std::vector<double> column(count);
    fill_uniform({.seed = 5, .stream = count, .index = 0}, column);
    for (double& x : column) x = x > 0.8 ? infinity : std::floor(x * 50.0) - 10.0;
    std::vector<double> sorted = column;
    std::sort(sorted.begin(), sorted.end());
    const OrderStatistics values(column);
    for (std::size_t rank = 0; rank < count; ++rank) REQUIRE(values.at(rank) == sorted[rank]);
  }
}

TEST_CASE("never ranks last and makes no NaN", "[stats]") {
  const std::vector<double> months = {12, infinity, 18, infinity, 24};
  CHECK(quantiles(months, std::vector{0.25})[0] == 18.0);
  CHECK(quantiles(months, std::vector{0.5})[0] == 24.0);
  CHECK(quantiles(months, std::vector{0.6})[0] == infinity);
  CHECK(quantiles(months, std::vector{0.9})[0] == infinity);
}

TEST_CASE("quantiles refuse what has none", "[stats]") {
  const std::vector<double> none;
  CHECK_THROWS_AS(quantiles(none, std::vector{0.5}), InputError);
  CHECK_THROWS_AS(quantiles(std::vector{1.0, std::numeric_limits<double>::quiet_NaN()}, std::vector{0.5}), InputError);
  CHECK_THROWS_AS(quantiles(twenty_values, std::vector{1.1}), InputError);
}

TEST_CASE("ranks of quantile intervals", "[stats][known-answer]") {
  // Reference: exact binomial (scipy); the published tables of Hahn and Meeker.
  CHECK(quantile_rank_interval(20, 0.5, 0.95) == RankInterval{6, 15});
  CHECK(quantile_rank_interval(1000, 0.1, 0.95) == RankInterval{82, 120});
  CHECK(quantile_rank_interval(10000, 0.05, 0.95) == RankInterval{458, 544});
  CHECK(quantile_rank_interval(10000, 0.5, 0.95) == RankInterval{4902, 5099});
  CHECK(quantile_rank_interval(100, 0.01, 0.95) == RankInterval{0, 4});  // open below
  CHECK(quantile_rank_interval(100, 0.99, 0.95) == RankInterval{97, 101});
}

TEST_CASE("the standard error of a median comes from its interval", "[stats][known-answer]") {
  OrderStatistics values = twenty();
  const Estimate median = quantile_estimate(values, 0.5);
  CHECK_THAT(median.value, WithinRel(3.05, 1e-15));
  CHECK_THAT(median.standard_error, WithinRel((5.6 - 0.7) / (2 * 1.959963984540054), 1e-13));
  CHECK(quantile_estimate(values, 0.05).standard_error == infinity);  // too few values
}

TEST_CASE("the standard error of a quantile is the spread over repetitions", "[stats][statistical]") {
  constexpr std::size_t repetitions = 400;
  constexpr std::size_t trials = 1000;
  for (const double p : {0.05, 0.5, 0.9}) {
    double squared_misses = 0.0;
    double squared_errors = 0.0;
    for (std::size_t k = 0; k < repetitions; ++k) {
      std::vector<double> column(trials);
      fill_uniform({.seed = 99, .stream = k, .index = 0}, column);
      OrderStatistics values(column);
      const Estimate estimate = quantile_estimate(values, p);
      squared_misses += (estimate.value - p) * (estimate.value - p);
      squared_errors += estimate.standard_error * estimate.standard_error;
    }
    // A variance over 400 repetitions has a relative standard error of sqrt(2 / 400); the interval itself is wider than
    // the normal's by the steps of its ranks, at most 10 % here.
    INFO("p " << p);
    CHECK(std::abs(squared_errors / squared_misses - 1.0) < 5.0 * std::sqrt(2.0 / repetitions) + 0.1);
  }
}

TEST_CASE("value at risk and CVaR", "[stats][known-answer]") {
  // Reference: the fractional-weight estimator, equal to the Rockafellar-Uryasev maximum.
  OrderStatistics values = twenty();
  CHECK_THAT(cvar(values, 0.05).value, WithinRel(-4.2, 1e-14));
  CHECK_THAT(cvar(values, 0.1).value, WithinRel(-3.45, 1e-14));
  CHECK_THAT(cvar(values, 0.12).value, WithinRel(-3.125, 1e-14));
  CHECK_THAT(cvar(values, 0.33).value, WithinRel(-1.0818181818181818, 1e-14));
  CHECK_THAT(cvar(values, 1.0).value, WithinRel(3.285, 1e-14));
  CHECK_THAT(cvar(values, 0.12).standard_error, WithinRel(1.2068199839595841, 1e-13));
  CHECK(value_at_risk(values, 0.05) == -4.2);
  CHECK(value_at_risk(values, 0.1) == -2.7);
  CHECK(value_at_risk(values, 0.12) == -1.5);
  CHECK(value_at_risk(values, 0.33) == 1.1);
}

}  // namespace
}  // namespace wayworth::engine
