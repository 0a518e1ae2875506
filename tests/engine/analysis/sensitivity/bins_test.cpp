#include "engine/analysis/sensitivity/bins.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/sensitivity/trial_groups.hpp"
#include "engine/random/stream.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

const std::vector<double> x = {
    0.020833333333333332, 0.3125, 0.6041666666666666,  0.8958333333333334,  0.1875, 0.4791666666666667,
    0.7708333333333334,   0.0625, 0.3541666666666667,  0.6458333333333334,  0.9375, 0.22916666666666666,
    0.5208333333333334,   0.8125, 0.10416666666666667, 0.3958333333333333,  0.6875, 0.9791666666666666,
    0.2708333333333333,   0.5625, 0.8541666666666666,  0.14583333333333334, 0.4375, 0.7291666666666666};
const std::vector<double> y = {
    -0.17795138888888895, 1.8671875, 2.2387152777777777, 4.769965277777778,  0.3359375, 2.4366319444444446,
    5.072048611111111,    0.2421875, 2.447048611111111,  2.8949652777777777, 5.5859375, 0.8116319444444444,
    3.072048611111111,    3.2421875, 0.6970486111111112, 1.2699652777777777, 3.5859375, 3.478298611111111,
    1.3220486111111112,   3.7421875, 3.9887152777777777, 1.1866319444444444, 1.8359375, 4.311631944444445};

TEST_CASE("the share of variance and the change in the mean from 24 given trials", "[sensitivity][known-answer]") {
  const Bins bins(x, 4);
  const std::vector<double> expected = {0.5159143518518517, 1.8631365740740742, 3.307581018518519, 4.35619212962963};
  const std::vector<Estimate> means = bins.means(y);
  REQUIRE(means.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK_THAT(means[i].value, tests::WithinRel(expected[i], 1e-12));
  CHECK_THAT(first_order_share(bins, y), tests::WithinRel(0.8189819571462166, 1e-11));
  const ChangeInMean change = change_in_mean(bins, y);
  CHECK_THAT(change.lowest.value, tests::WithinRel(0.5159143518518517, 1e-12));
  CHECK_THAT(change.highest.value - change.lowest.value, tests::WithinRel(3.840277777777778, 1e-12));
}

TEST_CASE("the order of the trials does not matter", "[sensitivity][property]") {
  std::vector<double> x_reversed(x.rbegin(), x.rend());
  std::vector<double> y_reversed(y.rbegin(), y.rend());
  CHECK_THAT(first_order_share(Bins(x_reversed, 4), y_reversed),
             tests::WithinRel(first_order_share(Bins(x, 4), y), 1e-12));
}

TEST_CASE("an input of few values has one bin a value", "[sensitivity]") {
  const std::vector<double> coin = {1, 0, 1, 1, 0, 1};
  const Bins bins(coin, 10);
  REQUIRE(bins.count() == 2);
  CHECK(bins.trials(0).size() == 2);
  const std::vector<Estimate> means = bins.means(std::vector<double>{5, 1, 7, 6, 3, 6});
  CHECK(means[0].value == 2.0);
  CHECK(means[0].standard_error == 1.0);
  CHECK(means[1].value == 6.0);
  const ChangeInMean falling = change_in_mean(bins, std::vector<double>{1, 5, 1, 1, 5, 1});
  CHECK(falling.first.value == 5.0);
  CHECK(falling.last.value == 1.0);
  CHECK(falling.lowest.value == 1.0);
}

TEST_CASE("an output that does not vary has no shares of variance", "[sensitivity]") {
  CHECK(std::isnan(first_order_share(Bins(x, 4), std::vector<double>(24, 3.0))));
}

struct Ishigami {
  std::vector<double> inputs[3];
  std::vector<double> output;

  Ishigami(std::uint64_t seed, std::size_t trials) {
    for (std::uint64_t i = 0; i < 3; ++i) {
      inputs[i].resize(trials);
      fill_uniform({.seed = seed, .stream = i}, inputs[i]);
      for (double& value : inputs[i]) value = (2.0 * value - 1.0) * 3.14159265358979323846;
    }
    for (std::size_t k = 0; k < trials; ++k) {
      const double square = inputs[2][k] * inputs[2][k];
      output.push_back(std::sin(inputs[0][k]) * (1.0 + 0.1 * square * square) +
                       7.0 * std::sin(inputs[1][k]) * std::sin(inputs[1][k]));
    }
  }
};

TEST_CASE("first-order shares of the Ishigami function lie within their errors of the truth",
          "[sensitivity][statistical]") {
  const double truth[] = {0.31390519114781146, 0.4424111447900408, 0.0};
  std::size_t within_two = 0;
  std::size_t all = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Ishigami trials(seed, 8192);
    for (std::size_t i = 0; i < 3; ++i) {
      const auto share = estimates_with_errors(8192, [&](std::size_t first, std::size_t count) {
        const std::span<const double> input(trials.inputs[i].data() + first, count);
        const std::span<const double> output(trials.output.data() + first, count);
        return std::vector<double>{first_order_share(Bins(input, bins_for_variance(count)), output)};
      });
      // Bins are not infinitely narrow: what varies inside them is missed, by at most a hundredth here.
      const double off = std::abs(share[0].value - truth[i]);
      CHECK(off < 5.0 * share[0].standard_error + 0.01);
      within_two += off < 2.0 * share[0].standard_error + 0.003 ? 1U : 0U;
      ++all;
    }
  }
  CHECK(within_two >= all * 85 / 100);
}

}  // namespace
}  // namespace wayworth::engine
