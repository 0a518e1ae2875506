#include "engine/finance/annual_rates.hpp"

#include <cmath>
#include <vector>

#include "engine/core/input_error.hpp"
#include "engine/finance/discount.hpp"
#include "engine/finance/modified_internal_rate_of_return.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using tests::WithinRel;

const AnnualRates rising(std::vector<double>{0.08, 0.09, 0.1});

TEST_CASE("rates that change by year discount by their product", "[finance][known-answer]") {
  const std::vector<double> factors = discount_factors(rising, DiscountTiming::end, 1, 5);
  CHECK_THAT(factors[0], WithinRel(0.9259259259259259, 1e-15));
  CHECK_THAT(factors[1], WithinRel(0.8494733265375467, 1e-15));
  CHECK_THAT(factors[2], WithinRel(0.7722484786704971, 1e-15));
  CHECK_THAT(factors[4], WithinRel(0.7722484786704971 / 1.21, 1e-15));  // the last one stays
}

TEST_CASE("each rate holds for the part of its year that has passed", "[finance]") {
  CHECK(discount_factor(rising, 0.0) == 1.0);
  CHECK_THAT(discount_factor(rising, 0.5), WithinRel(std::pow(1.08, -0.5), 1e-15));
  CHECK_THAT(discount_factor(rising, 1.25), WithinRel(std::pow(1.09, -0.25) / 1.08, 1e-15));
  CHECK_THAT(std::exp(log_growth(rising, 0.5, 2.5)), WithinRel(std::pow(1.08, 0.5) * 1.09 * std::pow(1.1, 0.5), 1e-15));
  CHECK(log_growth(rising, 1.5, 1.5) == 0.0);
}

TEST_CASE("the same rate in every year is one rate, to the bit", "[finance][property]") {
  for (const double years : {0.0, 0.04, 1.0, 2.7, 11.0}) {
    CHECK(discount_factor(AnnualRates(0.07), years) == discount_factor(0.07, years));
    CHECK_THAT(discount_factor(AnnualRates(std::vector<double>(4, 0.07)), years),
               WithinRel(discount_factor(0.07, years), 1e-15));
  }
}

TEST_CASE("the modified internal rate borrows and saves at the rates of the years", "[finance]") {
  // 100 after a year is worth 100 / 1.08 at the start; 200 after two years grow by the 10 % of the third.
  const double rate = modified_internal_rate_of_return(std::vector<double>{-50, -100, 200, 0}, {DiscountTiming::end, 1},
                                                       {rising, rising})
                          .value();
  CHECK_THAT(std::pow(1.0 + rate, 3.0), WithinRel(200.0 * 1.1 / (50.0 + 100.0 / 1.08), 1e-13));
}

TEST_CASE("rates by year are refused when there is none, or one of -100 %", "[finance]") {
  CHECK_THROWS_AS(AnnualRates(std::vector<double>{}), InputError);
  const AnnualRates lost(std::vector<double>{0.1, -1.0});
  CHECK_THROWS_AS(discount_factors(lost, DiscountTiming::mid, 12, 1), InputError);
}

}  // namespace
}  // namespace wayworth::engine
