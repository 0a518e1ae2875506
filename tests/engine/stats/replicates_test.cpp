#include "engine/stats/replicates.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include "engine/stats/confidence.hpp"
#include "engine/stats/ratio_of_means.hpp"
#include "engine/stats/summary.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST_CASE("the interval from the means of eight replicates", "[stats][known-answer]") {
  const std::vector<double> means = {10.2, 9.8, 10.1, 10.4, 9.9, 10.0, 10.3, 10.1};
  const Estimate estimate = mean_estimate(means, 8);
  CHECK_THAT(estimate.value, WithinRel(10.1, 1e-14));
  CHECK_THAT(estimate.standard_error, WithinRel(0.07071067811865472, 1e-11));
  CHECK_THAT(two_sided_t(0.95, 8) * estimate.standard_error, WithinRel(0.16720418432594222, 1e-11));
}

TEST_CASE("the error of a mean is the spread of the replicates, not of the trials", "[stats][known-answer]") {
  const std::vector<double> column = {0, 10, 1, 11, 2, 12};  // replicates with means 5, 6, 7
  const Estimate estimate = mean_estimate(column, 3);
  CHECK(estimate.value == 6.0);
  CHECK_THAT(estimate.standard_error, WithinRel(1.0 / std::sqrt(3.0), 1e-14));
  CHECK_THAT(mean_estimate(column, 1).standard_error, WithinRel(std::sqrt(154.0 / 5.0 / 6.0), 1e-14));
}

TEST_CASE("replicates that are never, or too few, tell no error", "[stats]") {
  CHECK(std::isinf(standard_error_of(std::vector{3.0})));
  CHECK(standard_error_of(std::vector{infinity, infinity}) == 0.0);
  CHECK(std::isinf(standard_error_of(std::vector{infinity, 3.0})));
  CHECK(std::isinf(two_sided_t(0.95, 1)));
}

TEST_CASE("the jackknife of a ratio leaves out one replicate at a time", "[stats][known-answer]") {
  const std::vector<double> net = {50, 0, 20, 30, 150, 0};  // by replicate 50, 50, 150
  const std::vector<double> cost = {25, 25, 75, 75, 125, 125};
  const Estimate roi = ratio_of_means(net, cost, 3);
  CHECK_THAT(roi.value, WithinRel(0.5555555555555556, 1e-15));
  CHECK_THAT(roi.standard_error, WithinRel(0.11111111111111116, 1e-13));
}

TEST_CASE("a share's interval has Wilson's shape and the replicates' error", "[stats][property]") {
  const Estimate share{0.25, std::sqrt(0.25 * 0.75 / 1000.0)};
  const Interval many = share_interval(share, 1000, 100'000);
  const Interval wilson = wilson_interval(250, 1000);
  CHECK_THAT(many.low, WithinAbs(wilson.low, 1e-6));
  CHECK_THAT(many.high, WithinAbs(wilson.high, 1e-6));
  CHECK(share_interval(share, 1000, 16).high > many.high);
  CHECK(share_interval({0.25, 0.0}, 1000, 16) == Interval{0.25, 0.25});
  CHECK(share_interval({0.0, 0.0}, 1000, 16) == wilson_interval(0, 1000));
  CHECK(share_interval({1.0, 0.0}, 1000, 16) == wilson_interval(1000, 1000));
  CHECK(share_interval({0.5, infinity}, 1000, 1) == Interval{0.0, 1.0});
}

/// Two replicates of 400 trials: -40 .. 359 and the same moved by 2.
std::vector<double> two_ramps() {
  std::vector<double> column;
  for (int replicate = 0; replicate < 2; ++replicate) {
    for (int i = 0; i < 400; ++i) column.push_back(-40 + i + 2 * replicate);
  }
  return column;
}

TEST_CASE("every error of a summary comes from the replicates", "[stats][known-answer]") {
  const std::vector<double> column = two_ramps();
  const Summary summary = summarise(column, 2);
  const Summary independent = summarise(column, 1);
  CHECK(summary.mean->value == independent.mean->value);
  CHECK_THAT(summary.mean->standard_error, WithinRel(1.0, 1e-13));  // two estimates that differ by 2
  for (std::size_t i = 0; i < summary_probabilities.size(); ++i) {
    CHECK((*summary.quantiles)[i].value == (*independent.quantiles)[i].value);
    CHECK_THAT((*summary.quantiles)[i].standard_error, WithinRel(1.0, 1e-12));
  }
  CHECK(summary.cvar->value == independent.cvar->value);
  CHECK_THAT(summary.cvar->standard_error, WithinRel(1.0, 1e-12));
  CHECK(summary.probability_of_loss->value == 78.0 / 800.0);
  CHECK_THAT(summary.probability_of_loss->standard_error, WithinRel(0.5 * 2.0 / 400.0, 1e-12));
}

TEST_CASE("tails of short replicates have the errors of independent trials", "[stats]") {
  std::vector<double> column = two_ramps();
  column.resize(798);  // two replicates of 399
  const Summary summary = summarise(column, 2);
  const Summary independent = summarise(column, 1);
  CHECK(*summary.quantiles == *independent.quantiles);
  CHECK(*summary.cvar == *independent.cvar);
  CHECK(summary.mean->standard_error != independent.mean->standard_error);
}

TEST_CASE("a payback that some replicates never reach has no finite error", "[stats]") {
  std::vector<double> column(800, 12.0);
  for (std::size_t i = 0; i < 300; ++i) column[i] = infinity;
  const Summary summary = summarise(column, 2);
  CHECK((*summary.quantiles)[0] == Estimate{12.0, 0.0});
  CHECK((*summary.quantiles)[3].value == 12.0);
  CHECK(std::isinf((*summary.quantiles)[3].standard_error));
  CHECK(summary.never == 300);
}

}  // namespace
}  // namespace wayworth::engine
