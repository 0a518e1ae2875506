#include "engine/core/unit.hpp"

#include <string>
#include <string_view>

#include "engine/core/input_error.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::tests {
namespace {

using engine::InputError;
using engine::Unit;

Unit unit(std::string_view text) {
  return Unit::parse(text, "USD");
}

TEST_CASE("a unit shows as it was typed", "[unit]") {
  CHECK(unit("call/day").text() == "call/day");
  CHECK(unit(" USD / customer / months ").text() == "USD/customer/month");
  CHECK(unit("hour/year/FTE").text() == "hour/year/FTE");
  CHECK(unit("1/month").text() == "1/month");
  CHECK(unit("m^2").text() == "m^2");
  CHECK(unit("m^-2*kg").text() == "kg/m^2");
  CHECK(unit("call*call/day").text() == "call^2/day");
  CHECK(unit("call/call").text() == "a pure number");
  CHECK(unit("1").text() == "a pure number");
  CHECK(unit("通话/day").text() == "通话/day");
}

TEST_CASE("time names convert into each other and nothing else does", "[unit][known-answer]") {
  CHECK(unit("call/day").factor_to(unit("call/year")) == 365.0);
  CHECK(unit("USD/month").factor_to(unit("USD/year")) == 12.0);
  CHECK(unit("USD/quarter").factor_to(unit("USD/year")) == 4.0);
  CHECK(unit("week").factor_to(unit("day")) == 7.0);
  CHECK(unit("hour").factor_to(unit("second")) == 3600.0);
  CHECK(unit("1/year").factor_to(unit("1/month")) == 1.0 / 12.0);
  CHECK(unit("m/second^2").factor_to(unit("m/minute^2")) == 3600.0);
  CHECK_FALSE(unit("call/day").same_kind(unit("call")));
  CHECK_FALSE(unit("call/day").same_kind(unit("USD/day")));
  CHECK_FALSE(unit("m^2").same_kind(unit("m")));
  CHECK_THROWS_AS(unit("call").factor_to(unit("USD")), std::logic_error);
}

TEST_CASE("calls times handle time over agent hours is staff", "[unit][known-answer]") {
  const Unit staff = unit("call/day") * unit("second/call") / unit("hour/year/FTE");
  REQUIRE(staff.same_kind(unit("FTE")));
  CHECK(staff.factor_to(unit("FTE")) == 365.0 / 3600.0);
}

TEST_CASE("a ratio of times is a pure number with a factor", "[unit]") {
  CHECK(unit("second/hour").is_pure_number());
  CHECK(unit("second/hour").factor_to(Unit()) == 1.0 / 3600.0);
  CHECK_FALSE(unit("1/hour").is_pure_number());
}

TEST_CASE("singular, plural and case are the same unit", "[unit]") {
  for (const auto& [one, many] : {std::pair{"call", "Calls"},
                                  {"agency", "agencies"},
                                  {"box", "boxes"},
                                  {"licence", "licences"},
                                  {"case", "cases"},
                                  {"movie", "movies"},
                                  {"bus", "buses"},
                                  {"address", "addresses"},
                                  {"branch", "branches"},
                                  {"cache", "caches"},
                                  {"FTE", "fte"},
                                  {"month", "Months"},
                                  {"status", "status"},
                                  {"class", "classes"}}) {
    INFO(one << " and " << many);
    CHECK(unit(one).same_kind(unit(many)));
    CHECK((unit(one) / unit(many)).text() == "a pure number");
  }
  for (const auto& [one, other] : {std::pair{"plan", "plane"}, {"car", "care"}, {"visit", "visitor"}}) {
    INFO(one << " and " << other);
    CHECK_FALSE(unit(one).same_kind(unit(other)));
  }
}

TEST_CASE("powers and roots undo each other", "[unit][property]") {
  const Unit speed = unit("m/second");
  CHECK(speed.power(2).text() == "m^2/second^2");
  CHECK(speed.power(0).is_pure_number());
  CHECK(speed.power(-1).text() == "second/m");
  REQUIRE(speed.power(6).root(3));
  CHECK(speed.power(6).root(3)->text() == speed.power(2).text());
  CHECK_FALSE(unit("m^2/second").root(2));
}

TEST_CASE("powers stop at a limit", "[unit]") {
  CHECK(unit("m^24").text() == "m^24");
  CHECK_THROWS_AS(unit("m^25"), InputError);
  CHECK_THROWS_AS(unit("m^20") * unit("m^5"), InputError);
  CHECK_THROWS_AS(unit("m^20").power(2), InputError);
  CHECK_THROWS_AS(unit("m").power(2'000'000'000), InputError);
}

TEST_CASE("a unit that cannot be read says what to write", "[unit][message]") {
  const auto message = [](std::string_view text) -> std::string {
    try {
      return "accepted as " + unit(text).text();
    } catch (const InputError& error) {
      return error.what();
    }
  };
  CHECK(message("") == "unit `` is empty; write for example call/day, or leave `unit` out");
  CHECK(message("call/") == "unit `call/` ends where a name should follow");
  CHECK(message("call//day") ==
        "unit `call//day` has an unexpected `/day`; write names joined by * and /, such as USD/month/customer");
  CHECK(message("USD per month") ==
        "unit `USD per month` has an unexpected `per`; write names joined by * and /, such as USD/month/customer");
  CHECK(message("USD/(month*customer)") == "unit `USD/(month*customer)` has parentheses; write a/b/c for a/(b*c)");
  CHECK(message("12/year") == "unit `12/year` has the number 12; the only number in a unit is 1, as in 1/month");
  CHECK(message("%") ==
        "unit `%` has a %; a share has no unit: write the figure with %, as in 27%, and leave `unit` out");
  CHECK(message("usd/month") == "unit `usd/month` has `usd`; the currency is written USD");
  CHECK(message("EUR/month") == "unit `EUR/month` has the currency EUR; the currency of this scenario is USD");
  CHECK(message("call/hr") == "unit `call/hr` has `hr`; write hour");
  CHECK(message("m^0.5") == "unit `m^0.5` has a power that is not a whole number from -24 to 24 other than 0");
  CHECK(message("m^") == "unit `m^` has a power that is not a whole number from -24 to 24 other than 0");
}

}  // namespace
}  // namespace wayworth::tests
