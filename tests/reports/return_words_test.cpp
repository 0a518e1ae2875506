#include "reports/sections/return_words.hpp"

#include "tests/support/catch.hpp"

namespace wayworth::reports {
namespace {

using engine::Estimate;
using engine::InternalRateStatus;
using engine::ProgrammeReturns;
using engine::ReturnPercentiles;

ProgrammeReturns ordinary() {
  return {{InternalRateStatus::ok, {0.6234}, Estimate{0.6234, 0.0012}, Estimate{0.2413, 0.0004}},
          {1000,
           {1000, 0, 0, 0},
           0,
           ReturnPercentiles{{0.41, 0.02}, {0.62, 0.01}, {1.804, 0.001}},
           ReturnPercentiles{{0.2, 0.001}, {0.24, 0.001}, {0.3, 0.001}}}};
}

TEST_CASE("a rate of return is said with its range", "[reports][known-answer]") {
  CHECK(return_sentence(ordinary(), true) == "Its IRR is 62.3 % a year (P10 41 %, P90 180 %), its MIRR 24.1 %.");
  CHECK(return_sentence(ordinary(), false) == "Its IRR is 62.3 % a year, its MIRR 24.1 %.");
}

TEST_CASE("a discount rate is said, or one for each year", "[reports]") {
  CHECK(discount_rate_text(0.1) == "10 % a year");
  CHECK(discount_rate_text(engine::AnnualRates(std::vector<double>{0.08, 0.0925})) ==
        "8 % in year 1 and 9.25 % a year from year 2");
  CHECK(discount_rate_text(engine::AnnualRates(std::vector<double>{0.08, 0.09, 0.1})) ==
        "8 % in year 1, 9 % in year 2 and 10 % a year from year 3");
}

TEST_CASE("trials without a rate are counted, by reason", "[reports][known-answer]") {
  ProgrammeReturns returns = ordinary();
  returns.of_trials.internal_by_status = {970, 20, 0, 10};
  CHECK(
      return_sentence(returns, true) ==
      "Its IRR is 62.3 % a year (P10 41 %, P90 180 %; undefined in 3 % of trials: 2 % never change sign, 1 % have more "
      "than one), its MIRR 24.1 %.");
  returns.of_trials.internal_by_status = {900, 0, 100, 0};
  returns.of_trials.internal.reset();
  CHECK(return_sentence(returns, true) ==
        "Its IRR is 62.3 % a year (undefined in 10 % of trials: 10 % have no rate), its MIRR 24.1 %.");
}

TEST_CASE("a programme without a rate says why", "[reports][known-answer]") {
  ProgrammeReturns returns = ordinary();
  engine::ReturnOfFlow& mean = returns.of_mean_flow;
  mean.internal.reset();
  mean.rates.clear();
  mean.status = InternalRateStatus::none;
  CHECK(return_sentence(returns, true) ==
        "Its IRR is undefined: no rate from -99 % to 1,000 % makes the present value zero; its MIRR 24.1 %.");
  mean.status = InternalRateStatus::multiple;
  mean.rates = {0.1, 0.4, 1.2};
  CHECK(why_undefined(mean) == "the present value is zero at 10.0 %, 40.0 % and 120 %");
  mean.status = InternalRateStatus::no_sign_change;
  mean.modified.reset();
  CHECK(return_sentence(returns, true) == "Its IRR is undefined: the flows never change sign.");
  CHECK(internal_rate_text(mean) == "undefined");
  CHECK(modified_rate_text(mean) == "undefined");
}

}  // namespace
}  // namespace wayworth::reports
