#include "reports/digits.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

using namespace wayworth::reports;

TEST_CASE("a figure is rounded to the decade of its standard error", "[reports][known-answer]") {
  CHECK(decimals_supported(4300, 2) == -3);
  CHECK(decimals_supported(1000, 2) == -3);
  CHECK(decimals_supported(999, 2) == -2);
  CHECK(decimals_supported(1, 2) == 0);
  CHECK(decimals_supported(0.012, 3) == 2);
  CHECK(decimals_supported(0.012, 1) == 1);  // never more than asked for
  CHECK(decimals_supported(0, 2) == 2);      // exact
  CHECK(decimals_supported(std::numeric_limits<double>::quiet_NaN(), 2) == 2);
}

TEST_CASE("figures have separated thousands and no negative zero", "[reports][known-answer]") {
  CHECK(grouped(0, 0) == "0");
  CHECK(grouped(999, 0) == "999");
  CHECK(grouped(1000, 0) == "1,000");
  CHECK(grouped(-1234567.891, 2) == "-1,234,567.89");
  CHECK(grouped(4761872.79, 0) == "4,761,873");
  CHECK(grouped(4761872.79, -3) == "4,762,000");
  CHECK(grouped(-0.004, 2) == "0.00");
  CHECK(grouped(-0.4, 0) == "0");
  CHECK(grouped(33.94386, 2) == "33.94");
  CHECK(grouped(0.5, 0) == "1");  // halves away from zero
  CHECK(grouped(std::numeric_limits<double>::infinity(), 0) == "never");
}

TEST_CASE("a figure that was drawn has three digits, a typed one its own", "[reports][known-answer]") {
  CHECK(short_figure(27.401234567) == "27.4");
  CHECK(short_figure(0.72612345) == "0.726");
  CHECK(short_figure(-0.0018312345) == "-0.00183");
  CHECK(short_figure(404.5512345) == "405");
  CHECK(short_figure(2'613'876.123) == "2,614,000");
  CHECK(short_figure(598.7) == "598.7");
  CHECK(short_figure(0.1 + 0.2) == "0.3");
  CHECK(short_figure(6'720'000) == "6,720,000");
  CHECK(short_figure(0) == "0");
  CHECK(short_figure(std::numeric_limits<double>::infinity()) == "never");
}

TEST_CASE("an amount in a sentence has three digits at most", "[reports][known-answer]") {
  CHECK(compact_money(4'761'873, 0) == "4.76M");
  CHECK(compact_money(662'956'800, 0) == "663M");
  CHECK(compact_money(25'912'345, 70'000) == "25.9M");
  CHECK(compact_money(25'912'345, 400'000) == "25.9M");
  CHECK(compact_money(25'912'345, 4'000'000) == "26M");
  CHECK(compact_money(-1'050'000, 10'000) == "-1.05M");
  CHECK(compact_money(850'000, 1'000) == "850k");
  CHECK(compact_money(999'960, 0) == "1.00M");  // not 1,000k
  CHECK(compact_money(9'999.6, 0) == "10.0k");  // not 10,000 next to 10.0k
  CHECK(compact_money(1234, 0) == "1,234");
  CHECK(compact_money(1234, 30) == "1,230");
  CHECK(compact_money(2.5e9, 0) == "2.50bn");
  CHECK(compact_money(0, 0) == "0");
}

TEST_CASE("a table is in thousands until its largest amount has two digits of millions", "[reports]") {
  CHECK(common_scale_for(99'999) == MoneyScale::one);
  CHECK(common_scale_for(100'000) == MoneyScale::thousand);
  CHECK(common_scale_for(9'999'999) == MoneyScale::thousand);
  CHECK(common_scale_for(10e6) == MoneyScale::million);
  CHECK(common_scale_for(10e9) == MoneyScale::billion);
}

TEST_CASE("an amount and its error have one scale", "[reports][known-answer]") {
  CHECK(compact_money_with_error(496'800, 2'100) == "497k \u00B12k");
  CHECK(compact_money_with_error(1'240'000, 110'000) == "1.2M \u00B10.1M");
  CHECK(compact_money_with_error(498'320, 90) == "498k");  // an error below the last digit shown is not shown
}

TEST_CASE("a figure of a formula can be checked by hand", "[reports][known-answer]") {
  CHECK(plain_figure(549120) == "549,120");
  CHECK(plain_figure(26956.8) == "26,956.8");
  CHECK(plain_figure(7.996) == "8.00");
  CHECK(plain_figure(48.0 / 176.0) == "0.2727");
  CHECK(plain_figure(0) == "0");
}

TEST_CASE("a probability is never shown as certain because it was counted", "[reports][known-answer]") {
  CHECK(percent(0, 10'000) == "< 0.04 %");  // Wilson's upper limit of 0 in 10,000 is 0.0384 %
  CHECK(percent(1, 10'000) == "> 99.96 %");
  CHECK(percent(0, 100) == "< 4 %");  // 3.7 %
  CHECK(percent(0.0003, 10'000) == "< 1 %");
  CHECK(percent(0.9999, 10'000) == "> 99 %");
  CHECK(percent(0.801, 10'000) == "80 %");
  CHECK(percent(0.8014, 100'000) == "80.1 %");
  CHECK(percent(0.00001, 1'000'000) == "< 0.1 %");
  CHECK(percent(0.004, 10'000) == "< 1 %");
  CHECK(percent(0.006, 10'000) == "1 %");
}

TEST_CASE("a probability in words counts futures", "[reports]") {
  CHECK(of_100_futures(0.93, 16384) == "93 of 100 futures");
  CHECK(of_100_futures(0, 16384) == "none of 16,384 futures");
  CHECK(of_100_futures(1, 16384) == "all 16,384 futures");
  CHECK(of_100_futures(0.0004, 16384) == "fewer than 1 of 100 futures");
  CHECK(of_100_futures(0.9996, 16384) == "more than 99 of 100 futures");
}
