#include "engine/finance/internal_rate_of_return.hpp"

#include <cmath>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/dice.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;
using Flows = std::vector<double>;

double only_rate(const Flows& flows, const FlowGrid& grid = {}) {
  const InternalRate found = internal_rate_of_return(flows, grid);
  REQUIRE(found.status == InternalRateStatus::ok);
  REQUIRE(found.rates.size() == 1);
  return found.rates.front();
}

double net_present_value(const Flows& flows, const FlowGrid& grid, double annual_rate) {
  double value = flows[0];
  for (std::size_t t = 1; t < flows.size(); ++t) {
    value += flows[t] * discount_factor(annual_rate, flow_time(grid.timing, t - 1, grid.steps_per_year));
  }
  return value;
}

TEST_CASE("internal rates of return that are known", "[finance][known-answer]") {
  CHECK_THAT(only_rate({-70000, 12000, 15000, 18000, 21000, 26000}), WithinRel(0.08663094803653161, 1e-13));  // Excel
  CHECK_THAT(only_rate({-900, 250, 450, 550, 550, 550}), WithinRel(0.3734320494507888, 1e-13));
  CHECK_THAT(only_rate({-100, -50, 20}), WithinRel(-0.73765246170202, 1e-12));
  CHECK_THAT(only_rate({-100, 110}), WithinRel(0.1, 1e-13));
  CHECK_THAT(only_rate({100, -110}), WithinRel(0.1, 1e-13));  // a loan
  CHECK_THAT(only_rate({-100, 50, 50}), WithinAbs(0.0, 1e-14));
}

// Source: Principles of Finance (OpenStax, CC BY), chapter 16.
TEST_CASE("the embroidery machines of OpenStax: the internal rate prefers the one that is worth less",
          "[finance][known-answer]") {
  const double regular = only_rate({-16000, 2000, 4000, 5000, 5000, 5000, 5000});
  const double heavy_duty = only_rate({-25000, 2000, 4000, 8000, 9000, 9000, 9000});
  CHECK_THAT(regular, WithinAbs(0.1409, 0.00011));
  CHECK_THAT(heavy_duty, WithinAbs(0.132, 0.0005));
  CHECK(regular > heavy_duty);
}

TEST_CASE("a monthly rate is compounded to a year, not multiplied", "[finance][known-answer]") {
  Flows flows(25, 60.0);
  flows[0] = -1200.0;
  CHECK_THAT(only_rate(flows, {DiscountTiming::end, 12}), WithinRel(0.19746901258147373, 1e-12));
}

TEST_CASE("two rates are no answer", "[finance][known-answer]") {
  const InternalRate found = internal_rate_of_return(Flows{-1000, 2500, -1540});
  CHECK(found.status == InternalRateStatus::multiple);
  REQUIRE(found.rates.size() == 2);
  CHECK_THAT(found.rates[0], WithinRel(0.1, 1e-12));
  CHECK_THAT(found.rates[1], WithinRel(0.4, 1e-12));
}

TEST_CASE("cash flows without an internal rate of return", "[finance][known-answer]") {
  CHECK(internal_rate_of_return(Flows{-1000, 2000, -1500}).status == InternalRateStatus::none);
  CHECK(internal_rate_of_return(Flows{-1, 1000}).status == InternalRateStatus::none);      // 99,900 %
  CHECK(internal_rate_of_return(Flows{-1000, 0.001}).status == InternalRateStatus::none);  // below -99 %
  for (const Flows& flows : {Flows{-100, -5, -1}, Flows{0, 0, 0}, Flows{0, 10, 20}, Flows{5}, Flows{}}) {
    const InternalRate found = internal_rate_of_return(flows);
    CHECK(found.status == InternalRateStatus::no_sign_change);
    CHECK(found.rates.empty());
  }
}

TEST_CASE("sums that change sign once have one positive rate", "[finance][known-answer]") {
  CHECK_THAT(only_rate({-100, 80, 60, -5}), WithinRel(0.2484998152051316, 1e-13));  // another is at -92 %
}

TEST_CASE("the present value at the internal rate is zero", "[finance][property]") {
  Dice dice(20260101);
  for (const FlowGrid& grid : {FlowGrid{DiscountTiming::end, 1}, {DiscountTiming::mid, 12}, {DiscountTiming::mid, 4}}) {
    const InternalRateFinder find(grid);
    int ok = 0;
    for (int i = 0; i < 500; ++i) {
      Flows flows(2 + dice.roll(40));
      double size = 0.0;
      for (double& flow : flows) {
        flow = std::floor(dice.between(-60.0, 100.0));
        if (dice.roll(4) == 0) flow = 0.0;
        size += std::abs(flow);
      }
      flows[0] = -dice.between(0.0, 400.0);
      const InternalRate found = find(flows);
      const bool has_rates = found.status == InternalRateStatus::ok || found.status == InternalRateStatus::multiple;
      REQUIRE(found.rates.empty() == !has_rates);
      for (const double rate : found.rates) {
        REQUIRE(rate >= lowest_internal_rate * (1.0 + 1e-12));
        REQUIRE(rate <= highest_internal_rate * (1.0 + 1e-12));
        // Next to the rate the value has both signs, or is lost in rounding.
        const double low = net_present_value(flows, grid, rate - 1e-10 * (1.0 + rate));
        const double high = net_present_value(flows, grid, rate + 1e-10 * (1.0 + rate));
        const double noise = 1e-13 * size * std::pow(1.0 + std::min(rate, 0.0), -40.0);
        REQUIRE((low * high <= 0.0 || std::min(std::abs(low), std::abs(high)) < noise));
      }
      ok += found.status == InternalRateStatus::ok ? 1 : 0;
    }
    CHECK(ok > 250);
  }
}

TEST_CASE("an internal rate does not change with the currency, nor with what comes to nothing", "[finance][property]") {
  const Flows flows = {-900, 250, -450, 1550, 550, 550};
  Flows in_cents = flows;
  for (double& flow : in_cents) flow *= 100.0;
  Flows with_zeros = flows;
  with_zeros.insert(with_zeros.end(), 7, 0.0);
  CHECK_THAT(only_rate(in_cents), WithinRel(only_rate(flows), 1e-13));
  CHECK_THAT(only_rate(with_zeros), WithinRel(only_rate(flows), 1e-13));
}

}  // namespace
}  // namespace wayworth::engine
