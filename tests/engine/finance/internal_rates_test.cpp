#include "engine/finance/internal_rates.hpp"

#include <cmath>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/dice.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr std::size_t entries = 31;

/// Ordinary cases first, then wilder and wilder ones, of every status.
std::vector<double> flows_of(std::size_t count) {
  Dice dice(7);
  std::vector<double> values(entries * count);
  for (std::size_t flow = 0; flow < count; ++flow) {
    const double wildness = 80.0 * static_cast<double>(flow) / static_cast<double>(count);
    const double level = dice.between(-5.0, 40.0);
    for (std::size_t entry = 0; entry < entries; ++entry) {
      const double size = entry < 4 ? -60.0 : level;
      values[entry * count + flow] = std::round(size + wildness * dice.between(-1.0, 1.0));
    }
  }
  return values;
}

TEST_CASE("many internal rates at once are those of one at a time", "[finance][property]") {
  constexpr std::size_t count = 1000;  // no multiple of what is worked on together
  const std::vector<double> values = flows_of(count);
  for (const FlowGrid& grid : {FlowGrid{DiscountTiming::end, 1}, {DiscountTiming::mid, 12}}) {
    const InternalRates found = internal_rates_of_return(values, count, grid);
    REQUIRE(found.rates.size() == count);
    std::array<std::uint64_t, internal_rate_status_count> by_status{};
    for (std::size_t flow = 0; flow < count; ++flow) {
      std::vector<double> one;
      for (std::size_t entry = 0; entry < entries; ++entry) one.push_back(values[entry * count + flow]);
      const InternalRate expected = internal_rate_of_return(one, grid);
      ++by_status[static_cast<std::size_t>(expected.status)];
      if (expected.status == InternalRateStatus::ok) {
        REQUIRE_THAT(found.rates[flow], WithinAbs(expected.rates[0], 1e-12));
      } else {
        REQUIRE(std::isnan(found.rates[flow]));
      }
    }
    CHECK(found.by_status == by_status);
    for (const std::uint64_t flows : by_status) CHECK(flows > 0);
  }
}

TEST_CASE("an internal rate does not depend on the flows beside it", "[finance][property]") {
  constexpr std::size_t count = 200;
  const std::vector<double> values = flows_of(count);
  const InternalRates together = internal_rates_of_return(values, count, {DiscountTiming::mid, 4});
  for (std::size_t flow = 0; flow < count; flow += 7) {
    std::vector<double> alone;
    for (std::size_t entry = 0; entry < entries; ++entry) alone.push_back(values[entry * count + flow]);
    const double rate = internal_rates_of_return(alone, 1, {DiscountTiming::mid, 4}).rates[0];
    CHECK((rate == together.rates[flow] || (std::isnan(rate) && std::isnan(together.rates[flow]))));
  }
}

}  // namespace
}  // namespace wayworth::engine
