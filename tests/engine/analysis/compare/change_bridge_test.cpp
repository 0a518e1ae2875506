#include "engine/analysis/compare/change_bridge.hpp"

#include <cmath>
#include <numeric>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

bool has(std::uint64_t changes, std::size_t i) {
  return (changes >> i & 1U) != 0;
}

double sum_of(const ChangeBridge& bridge) {
  return std::accumulate(bridge.shares.begin(), bridge.shares.end(), 0.0,
                         [](double sum, const Estimate& share) { return sum + share.value; });
}

TEST_CASE("what two changes do together only is halved, in every trial", "[compare][known-answer]") {
  // Volume 100 or 80, minutes 5 or 4, in two trials with another price; a third change adds 7.
  const ChangedOutcome cost = [](std::uint64_t changes) {
    const double work = (has(changes, 0) ? 80.0 : 100.0) * (has(changes, 1) ? 4.0 : 5.0);
    const double more = has(changes, 2) ? 7.0 : 0.0;
    return std::vector<double>{work + more, 3.0 * work + more};
  };
  const ChangeBridge bridge = bridge_of_changes(3, cost, {});
  REQUIRE(bridge.shares.size() == 3);
  CHECK(bridge.order_pairs == 0);
  CHECK(bridge.before.value == Approx(1000.0));
  CHECK(bridge.after.value == Approx(647.0));
  CHECK(bridge.shares[0].value == Approx(-180.0));  // -20 * (5 + 4) / 2, twice on average
  CHECK(bridge.shares[1].value == Approx(-180.0));  // -1 * (100 + 80) / 2, likewise
  CHECK(bridge.shares[2].value == Approx(7.0));
  CHECK(bridge.shares[2].standard_error == Approx(0.0).margin(1e-12));
  CHECK(bridge.shares[0].standard_error == Approx(90.0));  // -90 and -270
}

TEST_CASE("the shares of many changes add up to the whole as exactly", "[compare][property]") {
  constexpr std::size_t count = 12;
  const ChangedOutcome product = [](std::uint64_t changes) {
    double value = 100.0;
    for (std::size_t i = 0; i < count; ++i) {
      if (has(changes, i)) value *= 1.0 + 0.02 * static_cast<double>(i);
    }
    return std::vector<double>(4, value);
  };
  const ChangeBridge bridge = bridge_of_changes(count, product, {.seed = 3});
  CHECK(bridge.order_pairs > 0);
  CHECK(sum_of(bridge) == Approx(bridge.after.value - bridge.before.value).epsilon(1e-12));
  CHECK(bridge.shares[0].value == Approx(0.0).margin(1e-12));  // multiplies by one
  const ChangeBridge exact = bridge_of_changes(count, product, {.most_changes = count});
  for (std::size_t i = 0; i < count; ++i) {
    INFO(i);
    const double error = std::hypot(bridge.shares[i].standard_error, 1e-9);
    CHECK(std::abs(bridge.shares[i].value - exact.shares[i].value) < 5.0 * error);
  }
}

TEST_CASE("effects in pairs need no more than one order and its reverse", "[compare][property]") {
  constexpr std::size_t count = 11;
  const ChangedOutcome pairs = [](std::uint64_t changes) {
    double value = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        if (has(changes, i) && has(changes, j)) value += static_cast<double>(i * 3 + j + 1);
      }
    }
    return std::vector<double>{value, value};
  };
  const ChangeBridge bridge = bridge_of_changes(count, pairs, {});
  for (std::size_t i = 0; i < count; ++i) {
    double expected = static_cast<double>(i * 4 + 1);
    for (std::size_t j = 0; j < count; ++j) {
      if (j != i) expected += 0.5 * static_cast<double>(std::max(i, j) * 3 + std::min(i, j) + 1);
    }
    CHECK(bridge.shares[i].value == Approx(expected));
  }
}

TEST_CASE("without a change there is nothing to share", "[compare]") {
  const ChangeBridge bridge = bridge_of_changes(0, [](std::uint64_t) { return std::vector<double>{1.0, 3.0}; }, {});
  CHECK(bridge.shares.empty());
  CHECK(bridge.before.value == 2.0);
  CHECK(bridge.after.value == 2.0);
}

}  // namespace
}  // namespace wayworth::engine
