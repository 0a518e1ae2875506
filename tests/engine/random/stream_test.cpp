#include "engine/random/stream.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "engine/core/input_error.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr std::uint64_t seed = 20240607;

std::vector<double> filled(std::uint64_t stream, std::uint64_t first_trial, std::size_t count) {
  std::vector<double> draws(count);
  fill_uniform({.seed = seed, .stream = stream, .index = first_trial}, draws);
  return draws;
}

TEST_CASE("stream_id is FNV-1a 64", "[random][known-answer]") {
  CHECK(stream_id("") == 0xcbf29ce484222325);
  CHECK(stream_id("a") == 0xaf63dc4c8601ec8c);
  CHECK(stream_id("foobar") == 0x85944171f73967e8);
  CHECK(stream_id("drv.aht.effect") == 0x1d1cb35dc41efb65);
  CHECK(stream_id("init.chatbot.success") == 0xbb0932f36f60b737);
  CHECK(stream_id("\xE7\xAD\x89") == stream_id("等"));  // bytes above 127 count as unsigned
}

TEST_CASE("uniform gives the published number of every address", "[random][known-answer]") {
  struct Row {
    const char* path;
    std::uint64_t trial;
    std::array<double, 3> draws;
  };
  const std::array<Row, 8> rows = {{
      {"drv.aht.effect", 0, {0.05082294475156879, 0.21912778351619344, 0.4749168141248582}},
      {"drv.aht.effect", 1, {0.11091273786730949, 0.9552553500427728, 0.6824451595735982}},
      {"drv.aht.effect", 2, {0.06160491003420476, 0.16383803857819268, 0.12089418256792006}},
      {"drv.aht.effect", 1'000'000, {0.2022279858476973, 0.5654450301798125, 0.33786607579090233}},
      {"init.chatbot.success", 0, {0.4547319390740939, 0.14180888994295338, 0.629674071708736}},
      {"init.chatbot.success", 1, {0.7333329131288194, 0.8273592694834325, 0.5550022411388421}},
      {"init.chatbot.success", 2, {0.15631483941248814, 0.38858540609148073, 0.5009265161812141}},
      {"init.chatbot.success", 1'000'000, {0.9135547783899239, 0.9508054184285085, 0.09927831339340776}},
  }};
  for (const Row& row : rows) {
    for (std::uint32_t draw = 0; draw < row.draws.size(); ++draw) {
      INFO(row.path << " trial " << row.trial << " draw " << draw);
      CHECK(uniform({.seed = seed, .stream = stream_id(row.path), .trial = row.trial, .draw = draw}) ==
            row.draws[draw]);
    }
  }
}

TEST_CASE("a block has the same numbers as single addresses, wherever it starts and ends", "[random][property]") {
  const std::uint64_t stream = stream_id("drivers.margin");
  for (const std::uint64_t first_trial : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1023}, max_trials - 100}) {
    for (const std::size_t count : {0UL, 1UL, 2UL, 7UL, 15UL, 16UL, 17UL, 33UL, 100UL}) {
      const std::vector<double> draws = filled(stream, first_trial, count);
      for (std::size_t i = 0; i < count; ++i) {
        INFO("trial " << first_trial + i << " of a block of " << count);
        REQUIRE(draws[i] == uniform({.seed = seed, .stream = stream, .trial = first_trial + i}));
      }
    }
  }
}

TEST_CASE("every bit of seed, stream, trial and draw leads to other numbers", "[random][property]") {
  const double origin = uniform({});
  for (unsigned bit = 0; bit < 64; ++bit) {
    const std::uint64_t one = std::uint64_t{1} << bit;
    INFO("bit " << bit);
    CHECK(uniform({.seed = one}) != origin);
    CHECK(uniform({.stream = one}) != origin);
    if (one < max_trials) CHECK(uniform({.trial = one}) != origin);
    if (bit < 25) CHECK(uniform({.draw = 1U << bit}) != origin);
  }
}

TEST_CASE("neighbouring trials and streams are uncorrelated", "[random][statistical]") {
  constexpr std::size_t count = 100'000;
  const std::vector<double> a = filled(1, 0, count + 1);
  const std::vector<double> b = filled(2, 0, count + 1);
  double along = 0.0;
  double across = 0.0;
  for (std::size_t i = 0; i < count; ++i) {
    along += (a[i] - 0.5) * (a[i + 1] - 0.5);
    across += (a[i] - 0.5) * (b[i] - 0.5);
  }
  const double standard_error = std::sqrt(static_cast<double>(count)) / 12.0;  // of a sum of products of uniforms
  CHECK(std::abs(along) < 5.0 * standard_error);
  CHECK(std::abs(across) < 5.0 * standard_error);
}

TEST_CASE("draws fill the unit interval evenly", "[random][statistical]") {
  constexpr std::size_t count = 100'000;
  constexpr std::size_t bins = 100;
  std::array<int, bins> hits{};
  for (const double u : filled(stream_id("initiatives.chat.success"), 0, count)) {
    REQUIRE(u > 0.0);
    REQUIRE(u < 1.0);
    ++hits[static_cast<std::size_t>(u * bins)];
  }
  double chi_squared = 0.0;
  for (const int hit : hits) {
    chi_squared += (hit - 1000.0) * (hit - 1000.0) / 1000.0;
  }
  // Chi-squared with 99 degrees of freedom has mean 99 and standard deviation sqrt(198).
  CHECK(std::abs(chi_squared - 99.0) < 5.0 * std::sqrt(198.0));
}

TEST_CASE("an address beyond the generator's counter is refused", "[random]") {
  std::array<double, 2> draws{};
  CHECK_THROWS_AS(uniform({.trial = max_trials}), InputError);
  CHECK_THROWS_AS(uniform({.trial = ~std::uint64_t{0}}), InputError);
  CHECK_THROWS_AS(uniform({.draw = 1U << 25U}), InputError);
  CHECK_THROWS_WITH(fill_uniform({.seed = 0, .stream = 0, .index = max_trials - 1}, draws),
                    ContainsSubstring("a run has at most 4294967296 trials"));
}

}  // namespace
}  // namespace wayworth::engine
