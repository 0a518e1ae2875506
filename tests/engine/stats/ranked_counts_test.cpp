#include "engine/stats/ranked_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/stats/order_statistics.hpp"
#include "engine/stats/quantile_interval.hpp"
#include "engine/stats/tail_risk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dice.hpp"

namespace wayworth::engine {
namespace {

constexpr double widest_bin = 1.0 / 1024.0;

/// Values of both signs and many sizes.
std::vector<double> some_values(std::size_t count) {
  tests::Dice dice(7);
  std::vector<double> values(count);
  for (double& value : values) {
    value = (dice.between(0.0, 1.0) - 0.3) * std::exp(dice.between(-8.0, 12.0));
  }
  return values;
}

void check_is_close(double counted, double exact) {
  CHECK(std::abs(counted - exact) <= widest_bin * std::abs(exact));
}

TEST_CASE("counted values are within a bin of the kept ones, at every rank", "[stats][property]") {
  const std::vector<double> values = some_values(5000);
  ValueCounts counts;
  counts.add(values);
  const RankedCounts counted(counts);
  const OrderStatistics kept(values);
  REQUIRE(counted.count() == kept.count());
  for (std::size_t rank = 0; rank < kept.count(); ++rank) check_is_close(counted.at(rank), kept.at(rank));
  CHECK(counted.at(0) == kept.at(0));
  CHECK(counted.at(4999) == kept.at(4999));
  for (const double p : {0.0, 0.001, 0.05, 0.1, 0.25, 0.5, 0.9, 0.999, 1.0}) {
    check_is_close(counted.quantile(p), kept.quantile(p));
  }
  CHECK(counts.losses() ==
        static_cast<std::uint64_t>(std::count_if(values.begin(), values.end(), [](double x) { return x < 0.0; })));
}

TEST_CASE("in which order values are counted does not matter", "[stats][property]") {
  std::vector<double> values = some_values(1000);
  ValueCounts forwards;
  forwards.add(values);
  std::reverse(values.begin(), values.end());
  ValueCounts backwards;
  for (const double value : values) backwards.add(value, 1);
  const RankedCounts one(forwards);
  const RankedCounts other(backwards);
  for (std::size_t rank = 0; rank < 1000; ++rank) REQUIRE(one.at(rank) == other.at(rank));
}

TEST_CASE("the tail and the errors of counted values are those of the kept ones, but for the bins", "[stats]") {
  tests::Dice dice(3);
  std::vector<double> values(20000);
  for (double& value : values) value = dice.between(-40.0, 160.0);
  ValueCounts counts;
  counts.add(values);
  const RankedCounts counted(counts);
  const OrderStatistics kept(values);
  const Estimate expected = cvar(kept, 0.05);
  CHECK(std::abs(cvar(counted, 0.05).value - expected.value) <= widest_bin * std::abs(expected.value));
  CHECK_THAT(cvar(counted, 0.05).standard_error, tests::WithinRel(expected.standard_error, 0.01));
  for (const double p : {0.1, 0.5, 0.9}) {
    CHECK_THAT(quantile_estimate(counted, p).standard_error,
               tests::WithinRel(quantile_estimate(kept, p).standard_error, 0.05));
  }
}

TEST_CASE("values that are never or undefined, and none but one", "[stats]") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  ValueCounts counts;
  counts.add(std::vector<double>{3.0, std::numeric_limits<double>::quiet_NaN(), infinity, -0.0, 3.0});
  CHECK(counts.undefined() == 1);
  CHECK(counts.never() == 1);
  CHECK(counts.losses() == 0);
  const RankedCounts ranked(counts);
  CHECK(ranked.count() == 4);
  CHECK(ranked.at(0) == 0.0);
  CHECK(ranked.at(2) == 3.0);
  CHECK(ranked.quantile(1.0) == infinity);

  ValueCounts same;
  same.add(-7.25, 100000);
  const RankedCounts one(same);
  CHECK(one.quantile(0.37) == -7.25);
  CHECK(quantile_estimate(one, 0.5).standard_error == 0.0);
  CHECK(same.losses() == 100000);

  ValueCounts mostly_nothing;
  mostly_nothing.add(0.0, 500);
  mostly_nothing.add(2.0, 400);
  mostly_nothing.add(-2.0, 100);
  CHECK(RankedCounts(mostly_nothing).quantile(0.4) == 0.0);
}

}  // namespace
}  // namespace wayworth::engine
