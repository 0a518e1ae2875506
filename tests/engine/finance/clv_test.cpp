#include "engine/finance/clv.hpp"

#include <vector>

#include "engine/core/input_error.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr RetainedCustomer example = {.margin = 100.0, .retention = 0.8, .discount = 0.1};

TEST_CASE("lifetime value at constant retention", "[finance][known-answer]") {
  CHECK_THAT(lifetime_value_from_now(example), WithinRel(366.6666666666667, 1e-14));
  CHECK_THAT(lifetime_value_after_one_period(example), WithinRel(266.6666666666667, 1e-14));
  CHECK_THAT(lifetime_value_of_payments(example, 5.0), WithinRel(292.06338364865786, 1e-14));
  CHECK_THAT(lifetime_value_after_one_period({100.0, 0.8, 0.1, 0.03}), WithinRel(289.8550724637681, 1e-14));
  CHECK_THAT(lifetime_value_from_now({1.0, 0.8, 0.0}), WithinRel(5.0, 1e-14));  // expected lifetime in periods
  CHECK_THAT(retention_elasticity_from_now(example), WithinRel(2.6666666666666665, 1e-14));
  CHECK_THAT(retention_elasticity_after_one_period(example), WithinRel(3.6666666666666665, 1e-14));
}

// Source: waycalculator.com, Customers Lifetime Value with Discount Rate; the multiples: Gupta and Lehmann, 2003.
TEST_CASE("published lifetime values", "[finance][known-answer]") {
  const std::vector<double> published = {0.197216, 0.236659, 0.276102, 0.315545, 0.354988, 0.394432};
  for (std::size_t i = 0; i < published.size(); ++i) {
    const double margin = 5.0 + static_cast<double>(i);
    CHECK_THAT(lifetime_value_after_one_period({margin, 0.0425, 0.12}), WithinAbs(published[i], 1e-6));
  }
  CHECK_THAT(lifetime_value_after_one_period({1.0, 0.9, 0.10}), WithinRel(4.5, 1e-12));
  CHECK_THAT(lifetime_value_after_one_period({1.0, 0.9, 0.12}), WithinRel(4.090909090909089, 1e-12));
}

TEST_CASE("a limited number of payments adds up term by term, and tends to the value without limit",
          "[finance][property]") {
  for (const double growth : {0.0, 0.03, 0.375, 0.6}) {  // 0.375: payments neither grow nor shrink
    const RetainedCustomer customer{100.0, 0.8, 0.1, growth};
    double sum = 0.0;
    double payment = 100.0;
    for (double payments = 1.0; payments <= 40.0; payments += 1.0) {
      sum += payment;
      payment *= 0.8 * (1.0 + growth) / 1.1;
      REQUIRE_THAT(lifetime_value_of_payments(customer, payments), WithinRel(sum, 1e-12));
    }
  }
  CHECK_THAT(lifetime_value_of_payments(example, 2000.0), WithinRel(lifetime_value_from_now(example), 1e-12));
  CHECK(lifetime_value_of_payments(example, 0.0) == 0.0);
  CHECK(lifetime_value_of_payments({100.0, 0.0, 0.1}, 3.0) == 100.0);
}

TEST_CASE("elasticities are what a small change of retention does", "[finance][property]") {
  constexpr double change = 1e-6;
  const RetainedCustomer better{100.0, 0.8 * (1.0 + change), 0.1};
  CHECK_THAT((lifetime_value_from_now(better) / lifetime_value_from_now(example) - 1.0) / change,
             WithinRel(retention_elasticity_from_now(example), 1e-5));
  CHECK_THAT((lifetime_value_after_one_period(better) / lifetime_value_after_one_period(example) - 1.0) / change,
             WithinRel(retention_elasticity_after_one_period(example), 1e-5));
}

TEST_CASE("lifetime values that cannot be", "[finance]") {
  CHECK_THROWS_WITH(lifetime_value_from_now({100.0, 1.2, 0.1}),
                    "customer lifetime value: retention 1.2 must lie in [0, 1]");
  CHECK_THROWS_WITH(lifetime_value_after_one_period({100.0, 0.8, -1.0}),
                    "customer lifetime value: discount rate -1 must be greater than -1 (-100 %)");
  CHECK_THROWS_WITH(
      lifetime_value_from_now({100.0, 0.8, 0.1, 0.375}),
      "customer lifetime value: retention 0.8 x growth factor 1.375 must be less than 1 + discount rate = "
      "1.1; else it is infinite");
  CHECK_THROWS_AS(lifetime_value_from_now({100.0, 1.0, 0.0}), InputError);
  CHECK_THROWS_AS(lifetime_value_from_now({100.0, 0.8, 0.1, -2.0}), InputError);
  CHECK_THROWS_AS(lifetime_value_of_payments(example, 2.5), InputError);
}

}  // namespace
}  // namespace wayworth::engine
