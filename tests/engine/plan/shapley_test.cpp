#include "engine/plan/shapley.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

/// 1.2 M contacts of 420 s at 36 an hour; A volume -20 %, B -10 % time, C volume -8 % and +3 % time, D -20 s.
double saving(PlayerSet set) {
  const auto in = [set](int player) { return (set >> player & 1U) != 0; };
  const double volume = 1.2e6 * (in(0) ? 0.8 : 1.0) * (in(2) ? 0.92 : 1.0);
  const double seconds = 420.0 * (in(1) ? 0.9 : 1.0) * (in(2) ? 1.03 : 1.0) - (in(3) ? 20.0 : 0.0);
  return (1.2e6 * 420.0 - volume * seconds) * 36.0 / 3600.0;
}

std::vector<double> shares(const SetWeights& weights, double (*value)(PlayerSet)) {
  std::vector<double> shares(weights.by_set.front().size(), 0.0);
  for (std::size_t k = 0; k < weights.sets.size(); ++k) {
    for (std::size_t i = 0; i < shares.size(); ++i) shares[i] += weights.by_set[k][i] * value(weights.sets[k]);
  }
  return shares;
}

void check_shares(const std::vector<double>& actual, const std::vector<double>& expected, double tolerance = 1e-9) {
  REQUIRE(actual.size() == expected.size());
  for (std::size_t i = 0; i < actual.size(); ++i) CHECK(std::abs(actual[i] - expected[i]) < tolerance * 1e6);
}

const Players four_free_players{{0, 0, 0, 0}};
const Players fourth_needs_second{{0, 0, 0, 0b0010}};

TEST_CASE("Shapley values of four initiatives that overlap", "[plan][known-answer]") {
  const auto weights = shapley_weights(four_free_players, 16);
  REQUIRE(weights.has_value());
  CHECK(weights->sets.size() == 15);
  check_shares(shares(*weights, saving), {910231.04, 442155.84, 217922.24, 207680.0});
}

TEST_CASE("an initiative without its prerequisite achieves nothing", "[plan][known-answer]") {
  const auto weights = shapley_weights(fourth_needs_second, 16);
  REQUIRE(weights.has_value());
  CHECK(weights->sets.size() == 11);
  check_shares(shares(*weights, saving), {917911.04, 540715.84, 220802.24, 98560.0});
}

TEST_CASE("more sets than allowed are not enumerated", "[plan]") {
  CHECK_FALSE(shapley_weights(four_free_players, 15).has_value());
  CHECK(shapley_weights(four_free_players, 16).has_value());
  CHECK_FALSE(shapley_weights(Players(std::vector<PlayerSet>(17, 0)), 1U << 20U).has_value());
}

TEST_CASE("all orders and their reverses together are the Shapley value", "[plan][known-answer]") {
  for (const Players& players : {four_free_players, fourth_needs_second}) {
    std::vector<std::size_t> order = {0, 1, 2, 3};
    std::vector<double> mean(4, 0.0);
    do {
      const std::vector<double> of_pair = shares(weights_of_order_and_reverse(players, order), saving);
      double total = 0.0;
      for (std::size_t i = 0; i < 4; ++i) {
        mean[i] += of_pair[i] / 24.0;
        total += of_pair[i];
      }
      CHECK_THAT(total, tests::WithinRel(1777989.12, 1e-12));
    } while (std::next_permutation(order.begin(), order.end()));
    check_shares(mean, shares(*shapley_weights(players, 16), saving));
  }
}

TEST_CASE("one order and its reverse are enough where players act on each other in pairs", "[plan][property]") {
  const auto pairwise = [](PlayerSet set) {
    const auto in = [set](int player) { return (set >> player & 1U) != 0 ? 1.0 : 0.0; };
    return 3.0 * in(0) + 5.0 * in(1) + 7.0 * in(2) + in(3) - 2.0 * in(0) * in(1) + 4.0 * in(1) * in(3);
  };
  check_shares(shares(weights_of_order_and_reverse(four_free_players, {2, 0, 3, 1}), pairwise), {2.0, 6.0, 7.0, 3.0},
               1e-20);
}

TEST_CASE("every player comes equally often at every place of a random order", "[plan][statistical]") {
  constexpr std::size_t players = 5;
  constexpr std::uint64_t orders = 20'000;
  std::array<std::array<double, players>, players> counts{};
  for (std::uint64_t index = 0; index < orders; ++index) {
    const std::vector<std::size_t> order = random_order({.seed = 7, .stream = 11}, index, players);
    for (std::size_t place = 0; place < players; ++place) ++counts[order[place]][place];
  }
  constexpr double expected = static_cast<double>(orders) / players;
  const double error = std::sqrt(expected * (1.0 - 1.0 / players));
  for (const auto& places : counts) {
    for (const double count : places) CHECK(std::abs(count - expected) < 5.0 * error);
  }
  CHECK(random_order({.seed = 7, .stream = 11}, 3, 5) != random_order({.seed = 8, .stream = 11}, 3, 5));
}

}  // namespace
}  // namespace wayworth::engine
