#include "engine/analysis/outcome_distribution.hpp"

#include <cmath>
#include <numeric>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

std::vector<double> numbers(std::size_t count) {
  std::vector<double> values(count);
  std::iota(values.begin(), values.end(), -300.0);
  return values;
}

TEST_CASE("every trial is counted once, in round bins with an edge at zero", "[analysis]") {
  const Histogram histogram = distribution_of(numbers(1000)).histogram;
  const std::uint64_t inside = std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::uint64_t{0});
  CHECK(inside + histogram.below + histogram.above == 1000);
  CHECK(histogram.width == 20.0);
  CHECK(histogram.low == -300.0);
  CHECK(std::fmod(histogram.low, histogram.width) == 0.0);
  CHECK(histogram.counts.front() == 20);
  CHECK(histogram.above <= 5);
}

TEST_CASE("the percentiles are P1 to P99", "[analysis][known-answer]") {
  const std::vector<double> percentiles = distribution_of(numbers(101)).percentiles;
  REQUIRE(percentiles.size() == 99);
  CHECK(std::fabs(percentiles.front() + 299.0) < 1e-9);
  CHECK(std::fabs(percentiles.back() + 201.0) < 1e-9);
}

TEST_CASE("values that are all equal share one bin", "[analysis]") {
  const Histogram histogram = distribution_of(std::vector<double>(7, 42.0)).histogram;
  CHECK(histogram.low == 42.0);
  CHECK(histogram.width == 0.0);
  CHECK(histogram.counts == std::vector<std::uint64_t>{7});
}

TEST_CASE("a few wild trials are counted in the tails and do not squeeze the bins", "[analysis]") {
  std::vector<double> values = numbers(1000);
  values.push_back(1e12);
  const Histogram histogram = distribution_of(values).histogram;
  CHECK(histogram.width == 20.0);
  CHECK(histogram.above >= 1);
}

}  // namespace
}  // namespace wayworth::engine
