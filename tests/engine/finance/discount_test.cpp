#include "engine/finance/discount.hpp"

#include <limits>
#include <vector>

#include "engine/core/input_error.hpp"
#include "engine/finance/present_value.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

TEST_CASE("the rate of a step compounds to the annual rate", "[finance][known-answer]") {
  CHECK_THAT(step_rate(0.1, 12), WithinRel(0.007974140428903742, 1e-13));  // not 0.1 / 12
  CHECK_THAT(step_rate(0.1, 4), WithinRel(0.02411368908444513, 1e-13));
  CHECK(step_rate(0.0, 12) == 0.0);
}

TEST_CASE("NPV of quarterly flows at the middle and the end of the quarter", "[finance][known-answer]") {
  const std::vector<double> flows = {-500, 20, 40, 60, 80, 100, 100, 100, 100, 100, 100, 100};
  const double mid = present_value(flows, discount_factors(0.1, DiscountTiming::mid, 4, flows.size()));
  const double end = present_value(flows, discount_factors(0.1, DiscountTiming::end, 4, flows.size()));
  CHECK_THAT(mid, WithinRel(262.2816699315531, 1e-13));
  CHECK_THAT(end, WithinRel(259.17544595518143, 1e-13));
  CHECK_THAT(end / discount_factor(0.1, 0.25), WithinRel(265.4251220772671, 1e-13));  // at the beginning
  CHECK_THAT(mid / end, WithinRel(1.0 / discount_factor(0.1, 0.125), 1e-13));
}

TEST_CASE("an initial flow is not discounted, years count from their end", "[finance][known-answer]") {
  const std::vector<double> years = {200, 250, 300};
  const auto factors = discount_factors(0.1, DiscountTiming::end, 1, years.size());
  CHECK_THAT(-500 + present_value(years, factors), WithinRel(113.82419233658904, 1e-12));
}

TEST_CASE("Excel's NPV discounts its first value too", "[finance][known-answer]") {
  // Source: Microsoft, help of the NPV function: $1,188.44.
  const std::vector<double> values = {-10000, 3000, 4200, 6800};
  const auto factors = discount_factors(0.1, DiscountTiming::end, 1, values.size());
  CHECK_THAT(present_value(values, factors), WithinRel(1188.443412335223, 1e-13));
}

TEST_CASE("NPV of the embroidery machines", "[finance][known-answer]") {
  // Source: OpenStax, "Principles of Finance", sections 16.1 to 16.4; printed to the cent, with one cent of slack
  // there.
  const auto factors = discount_factors(0.09, DiscountTiming::end, 1, 6);
  const std::vector<double> regular = {2000, 4000, 5000, 5000, 5000, 5000};
  const std::vector<double> heavy_duty = {2000, 4000, 8000, 9000, 9000, 9000};
  CHECK_THAT(-16000 + present_value(regular, factors), WithinAbs(2835.63, 0.011));
  CHECK_THAT(-25000 + present_value(heavy_duty, factors), WithinAbs(3970.67, 0.011));
}

TEST_CASE("benefits, costs and NPV of the metrics example", "[finance][known-answer]") {
  const auto factors = discount_factors(0.1, DiscountTiming::end, 1, 5);
  const double benefits = present_value(std::vector<double>{400, 600, 700, 700, 700}, factors);
  const double costs = 900 + present_value(std::vector<double>(5, 150), factors);
  CHECK_THAT(benefits, WithinRel(2298.1788377594676, 1e-13));
  CHECK_THAT(costs, WithinRel(1468.6180154112672, 1e-13));
  CHECK_THAT(benefits - costs, WithinRel(829.5608223482003, 1e-13));
}

TEST_CASE("a rate of -100 % or less is refused", "[finance]") {
  CHECK_THROWS_WITH(check_discount_rate(-1.0), "discount_rate: -1 must be greater than -1 (-100 %)");
  CHECK_THROWS_AS(discount_factors(std::numeric_limits<double>::quiet_NaN(), DiscountTiming::mid, 12, 1), InputError);
  CHECK_NOTHROW(check_discount_rate(-0.02));
}

}  // namespace
}  // namespace wayworth::engine
