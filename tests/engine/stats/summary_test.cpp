#include "engine/stats/summary.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include "engine/random/stream.hpp"
#include "engine/stats/confidence.hpp"
#include "engine/stats/order_statistics.hpp"
#include "tests/engine/stats/twenty_values.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("Wilson's interval", "[stats][known-answer]") {
  const Interval four_of_twenty = wilson_interval(4, 20);
  CHECK_THAT(four_of_twenty.low, WithinRel(0.08065766257979805, 1e-12));
  CHECK_THAT(four_of_twenty.high, WithinRel(0.4160174322518936, 1e-12));
  const Interval none = wilson_interval(0, 10000);
  CHECK(none.low == 0.0);
  CHECK_THAT(none.high, WithinRel(0.00038399837067659584, 1e-12));
  CHECK(wilson_interval(7, 7).high == 1.0);
}

TEST_CASE("the summary of twenty values", "[stats][known-answer]") {
  const Summary summary = summarise(twenty_values, 1);
  CHECK(summary.count == 20);
  CHECK(summary.undefined == 0);
  CHECK(summary.never == 0);
  CHECK_THAT(summary.mean.value().value, WithinRel(3.285, 1e-14));
  CHECK_THAT(summary.mean.value().standard_error, WithinRel(0.9294671648457064, 1e-13));
  CHECK_THAT(summary.standard_deviation.value(), WithinRel(4.156703526898005, 1e-13));
  CHECK_THAT(summary.cvar.value().value, WithinRel(-4.2, 1e-14));
  CHECK_THAT(summary.quantiles.value()[1].value, WithinRel(-1.62, 1e-13));
  CHECK_THAT(summary.quantiles.value()[3].value, WithinRel(3.05, 1e-13));
  CHECK(summary.minimum == -4.2);
  CHECK(summary.maximum == 11.5);
  CHECK_THAT(summary.probability_of_loss.value().value, WithinRel(0.2, 1e-15));
  CHECK_THAT(summary.probability_of_loss.value().standard_error, WithinRel(0.08944271909999159, 1e-14));
  CHECK(summary.probability_of_loss_interval == wilson_interval(4, 20));
}

TEST_CASE("a value of 0 is no loss", "[stats]") {
  CHECK(summarise(std::vector{-1.0, 0.0, -0.0, 1.0}, 1).probability_of_loss.value().value == 0.25);
}

TEST_CASE("a column with never has quantiles but no mean", "[stats]") {
  const Summary summary = summarise(std::vector{12.0, infinity, 18.0, infinity, 24.0}, 1);
  CHECK(summary.never == 2);
  CHECK(!summary.mean);
  CHECK(!summary.standard_deviation);
  CHECK(!summary.cvar);
  CHECK(summary.quantiles.value()[3].value == 24.0);
  CHECK(summary.quantiles.value()[5].value == infinity);
  CHECK(summary.maximum == infinity);
}

TEST_CASE("undefined values are counted and left out of the quantiles", "[stats]") {
  const Summary summary = summarise(std::vector{nan, 1.0, 2.0, nan, 3.0}, 1);
  CHECK(summary.count == 5);
  CHECK(summary.undefined == 2);
  CHECK(!summary.mean);
  CHECK(summary.quantiles.value()[3].value == 2.0);
  const Summary nothing = summarise(std::vector{nan, nan}, 1);
  CHECK(nothing.undefined == 2);
  CHECK(!nothing.quantiles);
  CHECK(!nothing.minimum);
  CHECK(!nothing.probability_of_loss);
  CHECK(summarise({}, 1).count == 0);
}

TEST_CASE("a certain output is exact", "[stats]") {
  const Summary summary = summarise(std::vector<double>(1000, 7.0), 1);
  CHECK(summary.mean == Estimate{7.0, 0.0});
  CHECK(summary.cvar == Estimate{7.0, 0.0});
  for (const Estimate& quantile : summary.quantiles.value()) {
    CHECK(quantile == Estimate{7.0, 0.0});
  }
}

TEST_CASE("the summary of a large column agrees with its parts", "[stats][property]") {
  std::vector<double> column(20'000);
  fill_uniform({.seed = 5, .stream = 6, .index = 0}, column);
  const Summary summary = summarise(column, 1);
  const std::vector<double> expected = quantiles(column, summary_probabilities);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(summary.quantiles.value()[i].value == expected[i]);
    CHECK(std::abs(expected[i] - summary_probabilities[i]) < 5.0 * summary.quantiles.value()[i].standard_error);
  }
  // Of a uniform on (0, 1) the mean of the worst 5 % is 0.025.
  CHECK(std::abs(summary.cvar.value().value - 0.025) < 5.0 * summary.cvar.value().standard_error);
}

}  // namespace
}  // namespace wayworth::engine
