#include "engine/random/sobol.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <set>
#include <vector>

#include "engine/core/input_error.hpp"
#include "engine/stats/moments.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr std::uint64_t seed = 20240607;

double unscrambled(std::size_t dimension, std::uint64_t point) {
  const SobolDirections directions = sobol_directions(dimension);
  std::uint32_t x = 0;
  for (std::size_t bit = 0; bit < directions.size(); ++bit) {
    if ((point >> bit & 1U) != 0) x ^= directions[bit];
  }
  return x * 0x1p-32;
}

ScrambledSobol scrambled(std::size_t dimension, std::uint32_t replicate, std::uint64_t with_seed = seed) {
  return {sobol_directions(dimension), {.seed = with_seed, .stream = dimension, .replicate = replicate}};
}

std::vector<double> first_points(const ScrambledSobol& sobol, std::size_t count) {
  std::vector<double> points(count);
  sobol.fill(0, points);
  return points;
}

TEST_CASE("direction numbers are those of Joe and Kuo", "[random][known-answer]") {
  const auto starts_with = [](std::size_t dimension, const std::array<std::uint32_t, 6>& expected) {
    const SobolDirections directions = sobol_directions(dimension);
    return std::equal(expected.begin(), expected.end(), directions.begin());
  };
  CHECK(starts_with(1, {0x80000000, 0xc0000000, 0xa0000000, 0xf0000000, 0x88000000, 0xcc000000}));
  CHECK(starts_with(2, {0x80000000, 0xc0000000, 0x60000000, 0x90000000, 0xe8000000, 0x5c000000}));
  CHECK(starts_with(9, {0x80000000, 0x40000000, 0xe0000000, 0xb0000000, 0x98000000, 0x94000000}));
  CHECK_THROWS_AS(sobol_directions(sobol_dimensions), InputError);
}

TEST_CASE("unscrambled points in binary order are the published ones", "[random][known-answer]") {
  struct Row {
    std::uint64_t point;
    std::array<double, 10> coordinates;
  };
  const std::array<Row, 7> rows = {{
      {0, {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0}},
      {1, {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5}},
      {2, {0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25, 0.25, 0.25}},
      {3, {0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75, 0.75, 0.75}},
      {5, {0.625, 0.125, 0.875, 0.625, 0.625, 0.875, 0.125, 0.125, 0.125, 0.375}},
      {10, {0.3125, 0.1875, 0.3125, 0.5625, 0.9375, 0.4375, 0.0625, 0.0625, 0.0625, 0.9375}},
      {63, {0.984375, 0.328125, 0.015625, 0.734375, 0.453125, 0.484375, 0.984375, 0.609375, 0.796875, 0.609375}},
  }};
  for (const Row& row : rows) {
    for (std::size_t dimension = 0; dimension < row.coordinates.size(); ++dimension) {
      INFO("point " << row.point << ", dimension " << dimension);
      CHECK(unscrambled(dimension, row.point) == row.coordinates[dimension]);
    }
  }
}

TEST_CASE("scrambled points are those of the definition", "[random][known-answer]") {
  const ScrambledSobol first(sobol_directions(0), {.seed = seed, .stream = stream_id("drv.aht.effect")});
  const ScrambledSobol second(sobol_directions(1), {.seed = seed, .stream = stream_id("init.chatbot.success")});
  const std::vector<double> expected_first = {0.015989819657988846, 0.5383823608281091,  0.2914691100595519,
                                              0.7787054608343169,   0.24151958466973156, 0.6877555692335591,
                                              0.4506594320992008,   0.9945516070583835};
  const std::vector<double> expected_second = {0.36193891044240445, 0.7240007041255012, 0.9983006968395784,
                                               0.10303837654646486, 0.5541467306902632, 0.4069302120478824,
                                               0.1831690255785361,  0.7932768602622673};
  CHECK(first_points(first, 8) == expected_first);
  CHECK(first_points(second, 8) == expected_second);
}

TEST_CASE("a block has the same points as single numbers, wherever it starts and ends", "[random][property]") {
  const ScrambledSobol sobol = scrambled(17, 3);
  for (const std::uint64_t first : {0UL, 1UL, 15UL, 1000UL, 4064UL, 65535UL, max_sobol_points - 100}) {
    for (const std::size_t count : {0UL, 1UL, 7UL, 16UL, 17UL, 33UL, 100UL}) {
      std::vector<double> points(count);
      sobol.fill(first, points);
      for (std::size_t i = 0; i < count; ++i) {
        INFO("point " << first + i << " of a block of " << count);
        REQUIRE(points[i] == sobol.at(first + i));
      }
    }
  }
  std::vector<double> points(2);
  CHECK_THROWS_AS(sobol.fill(max_sobol_points - 1, points), InputError);
}

TEST_CASE("2^k points are one in each of 2^k strata, in every dimension", "[random][property]") {
  constexpr std::size_t points = 256;
  for (const std::size_t dimension : {0UL, 1UL, 2UL, 100UL, 1000UL, sobol_dimensions - 1}) {
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
      std::set<std::size_t> strata;
      for (const double u : first_points(scrambled(dimension, replicate), points)) {
        CHECK((u > 0.0 && u < 1.0));
        strata.insert(static_cast<std::size_t>(u * points));
      }
      CHECK(strata.size() == points);
    }
  }
}

TEST_CASE("2^k points are one in each elementary box of the first two dimensions", "[random][property]") {
  constexpr std::size_t points = 64;
  for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
    const std::vector<double> x = first_points(scrambled(0, replicate), points);
    const std::vector<double> y = first_points(scrambled(1, replicate), points);
    for (std::size_t columns = 1; columns <= points; columns *= 2) {
      const std::size_t rows = points / columns;
      std::set<std::size_t> boxes;
      for (std::size_t i = 0; i < points; ++i) {
        boxes.insert(static_cast<std::size_t>(x[i] * static_cast<double>(columns)) * rows +
                     static_cast<std::size_t>(y[i] * static_cast<double>(rows)));
      }
      CHECK(boxes.size() == points);
    }
  }
}

/// The mean of the product of 1 + (u_d - 1/2) / (d + 1) over five dimensions, which is 1 in truth.
double mean_of_product(std::uint32_t replicate, std::size_t points) {
  std::vector<double> products(points, 1.0);
  for (std::size_t dimension = 0; dimension < 5; ++dimension) {
    const std::vector<double> u = first_points(scrambled(dimension, replicate), points);
    for (std::size_t i = 0; i < points; ++i) products[i] *= 1.0 + (u[i] - 0.5) / static_cast<double>(dimension + 1);
  }
  Moments moments;
  moments.add(products);
  return moments.mean();
}

TEST_CASE("the mean of a smooth function comes out without bias, its error falls faster than 1 / n",
          "[random][property]") {
  Moments small;
  Moments large;
  for (std::uint32_t replicate = 0; replicate < 32; ++replicate) {
    small.add(std::array{mean_of_product(replicate, 256)});
    large.add(std::array{mean_of_product(replicate, 4096)});
  }
  CHECK(std::abs(small.mean() - 1.0) < 5.0 * small.standard_error());
  CHECK(std::abs(large.mean() - 1.0) < 5.0 * large.standard_error());
  CHECK(small.standard_deviation() < 1e-3);  // independent trials: 2e-2
  CHECK(large.standard_deviation() < small.standard_deviation() / 16.0);
}

TEST_CASE("seeds, streams and replicates scramble independently", "[random][property]") {
  const SobolDirections directions = sobol_directions(4);
  const double first = ScrambledSobol(directions, {1, 2, 3}).at(0);
  CHECK(ScrambledSobol(directions, {2, 2, 3}).at(0) != first);
  CHECK(ScrambledSobol(directions, {1, 3, 3}).at(0) != first);
  CHECK(ScrambledSobol(directions, {1, 2, 4}).at(0) != first);
}

}  // namespace
}  // namespace wayworth::engine
