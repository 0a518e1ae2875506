#include "engine/analysis/compare/acceptability.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

constexpr std::size_t weightings = 65536;

/// A share that was counted in so many independent weightings, against the exact one.
void check_share(double counted, double exact) {
  const double error = std::sqrt(exact * (1.0 - exact) / static_cast<double>(weightings));
  CHECK(std::abs(counted - exact) <= 5.0 * error);
}

// Exact by integration over the weight of the first criterion: SMAA-2, Lahdelma and Salminen, Operations Research 49,
// 2001.
TEST_CASE("three alternatives by two criteria take their places as often as the integral says",
          "[compare][known-answer][statistical]") {
  const Acceptability found = acceptability_of({{0.8, 0.3}, {0.2, 0.9}, {0.6, 0.62}}, weightings, 1);
  const std::vector<std::vector<double>> places = {{0.38461538461538464, 0.11538461538461538, 0.5},
                                                   {0.4117647058823529, 0.08823529411764706, 0.5},
                                                   {0.20361990950226244, 0.7963800904977376, 0.0}};
  for (std::size_t one = 0; one < places.size(); ++one) {
    for (std::size_t place = 0; place < places.size(); ++place) {
      check_share(found.places[one][place], places[one][place]);
    }
  }
  const std::vector<double> central = {0.8076923076923077, 0.20588235294117646, 0.5135746606334841};
  for (std::size_t one = 0; one < central.size(); ++one) {
    // A weight within the part of [0, 1] in which the alternative is first, so with a spread of that part / sqrt(12).
    const double spread = places[one][0] / std::sqrt(12.0 * places[one][0] * static_cast<double>(weightings));
    CHECK(std::abs(found.central_weights[one][0] - central[one]) <= 5.0 * spread);
    CHECK(found.central_weights[one][0] + found.central_weights[one][1] == Approx(1.0).epsilon(1e-12));
  }
}

TEST_CASE("one that is never first has no weights of its own, and equal ones go by their order", "[compare]") {
  const Acceptability found = acceptability_of({{1.0, 0.5}, {1.0, 0.5}, {0.0, 0.0}}, 100, 1);
  CHECK(found.places[0][0] == Approx(1.0));
  CHECK(found.places[1][1] == Approx(1.0));
  CHECK(found.central_weights[1].empty());
  CHECK(found.central_weights[2].empty());
  CHECK(acceptability_of({{1.0, 0.5}, {0.2, 0.7}}, 100, 7).places ==
        acceptability_of({{1.0, 0.5}, {0.2, 0.7}}, 100, 7).places);
}

// The mean of sorted weights that are uniform on the simplex: w_r = (1/n) (1/r + ... + 1/n).
TEST_CASE("weightings are uniform on the simplex: sorted, their means are the rank-order centroid",
          "[compare][known-answer][statistical]") {
  std::vector<double> means(4, 0.0);
  std::vector<double> squares(4, 0.0);
  for (std::vector<double>& weights : drawn_weightings(4, weightings, 3)) {
    std::sort(weights.begin(), weights.end(), std::greater<>());
    for (std::size_t i = 0; i < means.size(); ++i) {
      means[i] += weights[i] / static_cast<double>(weightings);
      squares[i] += weights[i] * weights[i] / static_cast<double>(weightings);
    }
  }
  const std::vector<double> centroid = {0.5208333333333334, 0.2708333333333333, 0.14583333333333334, 0.0625};
  for (std::size_t i = 0; i < means.size(); ++i) {
    const double error = std::sqrt((squares[i] - means[i] * means[i]) / static_cast<double>(weightings));
    CHECK(std::abs(means[i] - centroid[i]) <= 5.0 * error);
  }
}

}  // namespace
}  // namespace wayworth::engine
