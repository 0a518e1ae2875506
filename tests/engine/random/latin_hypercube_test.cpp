#include "engine/random/latin_hypercube.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "engine/core/input_error.hpp"
#include "engine/stats/moments.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr std::uint64_t seed = 20240607;

std::vector<double> filled(const LatinHypercube& hypercube) {
  std::vector<double> numbers(hypercube.strata().size());
  hypercube.fill(0, numbers);
  return numbers;
}

TEST_CASE("a Latin hypercube of eight trials is the published one", "[random][known-answer]") {
  const LatinHypercube hypercube({.seed = seed, .stream = stream_id("drv.aht.effect")}, 8);
  const std::vector<std::uint32_t> strata = {3, 6, 5, 0, 1, 2, 4, 7};
  CHECK(std::equal(strata.begin(), strata.end(), hypercube.strata().begin()));
  CHECK(filled(hypercube) == std::vector<double>{0.48988111364426734, 0.8239421904902581, 0.742413016086542,
                                                 0.0006377439463424867, 0.2332390050688894, 0.35280693382967165,
                                                 0.6020603751193402, 0.8988770909680611});
}

TEST_CASE("the stratum of a trial is the rank of its random words", "[random][property]") {
  for (const std::size_t trials : {1UL, 2UL, 3UL, 17UL, 1000UL, 1024UL}) {
    const LatinHypercube hypercube({.seed = 5, .stream = trials, .replicate = 7}, trials);
    std::vector<std::uint64_t> words(trials);
    fill_words({5, trials, 0, 7, Purpose::latin_hypercube_order}, words);
    for (std::size_t i = 0; i < trials; ++i) {
      const auto rank = std::count_if(words.begin(), words.end(), [&](std::uint64_t word) { return word < words[i]; });
      REQUIRE(hypercube.strata()[i] == rank);
    }
  }
}

TEST_CASE("every stratum holds one trial, and a block is a part of the whole", "[random][property]") {
  for (const std::size_t trials : {1UL, 5UL, 100UL, 1024UL}) {
    const LatinHypercube hypercube({.seed = 6, .stream = 1, .replicate = 2}, trials);
    const std::vector<double> numbers = filled(hypercube);
    std::vector<double> part(trials - trials / 3);
    hypercube.fill(trials / 3, part);
    CHECK(std::equal(part.begin(), part.end(), numbers.end() - static_cast<std::ptrdiff_t>(part.size())));
    std::vector<double> sorted = numbers;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < trials; ++i) {
      const auto width = 1.0 / static_cast<double>(trials);
      REQUIRE((sorted[i] > 0.0 && sorted[i] < 1.0));
      REQUIRE(static_cast<std::size_t>(sorted[i] / width) == i);
    }
    CHECK_THROWS_AS(hypercube.fill(1, std::span(sorted)), InputError);
  }
}

TEST_CASE("strata of different inputs and replicates are uncorrelated", "[random][property]") {
  constexpr std::size_t trials = 4096;
  const std::vector<double> one = filled(LatinHypercube({.seed = 1, .stream = 10, .replicate = 0}, trials));
  for (const ReplicateAddress& other :
       {ReplicateAddress{1, 11, 0}, ReplicateAddress{1, 10, 1}, ReplicateAddress{2, 10, 0}}) {
    const std::vector<double> two = filled(LatinHypercube(other, trials));
    double covariance = 0.0;
    for (std::size_t i = 0; i < trials; ++i) covariance += 12.0 * (one[i] - 0.5) * (two[i] - 0.5);
    CHECK(std::abs(covariance) < 5.0 * std::sqrt(static_cast<double>(trials)));
  }
}

/// How far hits in equally likely bins are from even, in standard deviations of chi-squared.
double unevenness(const std::vector<double>& hits) {
  const double expected = std::accumulate(hits.begin(), hits.end(), 0.0) / static_cast<double>(hits.size());
  double chi_squared = 0.0;
  for (const double hit : hits) chi_squared += (hit - expected) * (hit - expected) / expected;
  const auto freedom = static_cast<double>(hits.size() - 1);
  return (chi_squared - freedom) / std::sqrt(2.0 * freedom);
}

TEST_CASE("a trial lies in any stratum, and anywhere in it, with the same chance", "[random][statistical]") {
  constexpr std::size_t trials = 16;
  std::vector<double> strata_of_first(trials);
  std::vector<double> places(100);
  for (std::uint32_t replicate = 0; replicate < 4000; ++replicate) {
    const std::vector<double> numbers =
        filled(LatinHypercube({.seed = 3, .stream = 4, .replicate = replicate}, trials));
    ++strata_of_first[static_cast<std::size_t>(numbers[0] * trials)];
    for (const double u : numbers) {
      const double place = u * trials - std::floor(u * trials);
      ++places[static_cast<std::size_t>(place * static_cast<double>(places.size()))];
    }
  }
  CHECK(std::abs(unevenness(strata_of_first)) < 5.0);
  CHECK(std::abs(unevenness(places)) < 5.0);
}

}  // namespace
}  // namespace wayworth::engine
