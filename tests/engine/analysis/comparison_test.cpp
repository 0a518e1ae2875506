#include "engine/analysis/comparison.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

TEST_CASE("of equal trials half counts", "[analysis][known-answer]") {
  const std::vector<double> first = {1, 2, 3, 4};
  const std::vector<double> second = {0, 2, 4, 1};
  const Estimate probability = probability_first_is_greater(first, second, 1);  // 1, 0.5, 0, 1
  CHECK(probability.value == 0.625);
  CHECK_THAT(probability.standard_error, tests::WithinRel(std::sqrt(0.6875 / 3.0 / 4.0), 1e-14));
  CHECK(probability_first_is_greater(second, first, 1).value == 0.375);
}

TEST_CASE("the difference is taken trial by trial", "[analysis][known-answer]") {
  const std::vector<double> first = {11, 102, 1003};
  const std::vector<double> second = {10, 100, 1000};
  const Estimate gain = mean_difference(first, second, 1);  // 1, 2, 3
  CHECK(gain.value == 2.0);
  CHECK_THAT(gain.standard_error, tests::WithinRel(std::sqrt(1.0 / 3.0), 1e-14));
}

TEST_CASE("every pair of options is compared once", "[analysis]") {
  Results results;
  for (std::size_t option = 0; option < 3; ++option) {
    const double npv = static_cast<double>(option);
    results.columns.push_back({{.option = option}, Measure::npv, {npv, npv}});
  }
  const std::vector<OptionComparison> pairs = compare_options(results, 3);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[1].first == 0);
  CHECK(pairs[1].second == 2);
  CHECK(pairs[1].mean_gain_of_first.value == -2.0);
  CHECK(pairs[1].probability_first_is_better.value == 0.0);
}

}  // namespace
}  // namespace wayworth::engine
