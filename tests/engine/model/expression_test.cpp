#include "engine/model/expression.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

double value_of(Function function, std::vector<double> arguments) {
  return evaluate(function, arguments);
}

TEST_CASE("every function computes what its name says", "[model][known-answer]") {
  CHECK(value_of(Function::negate, {2}) == -2);
  CHECK(value_of(Function::add, {2, 3}) == 5);
  CHECK(value_of(Function::subtract, {2, 3}) == -1);
  CHECK(value_of(Function::multiply, {2, 3}) == 6);
  CHECK(value_of(Function::divide, {3, 2}) == 1.5);
  CHECK(value_of(Function::power, {2, 10}) == 1024);
  CHECK(value_of(Function::less, {1, 1}) == 0);
  CHECK(value_of(Function::less_equal, {1, 1}) == 1);
  CHECK(value_of(Function::greater, {2, 1}) == 1);
  CHECK(value_of(Function::greater_equal, {1, 2}) == 0);
  CHECK(value_of(Function::equal, {1, 1}) == 1);
  CHECK(value_of(Function::not_equal, {1, 1}) == 0);
  CHECK(value_of(Function::choose, {1, 5, 7}) == 5);
  CHECK(value_of(Function::choose, {0, 5, 7}) == 7);
  CHECK(value_of(Function::minimum, {4, 2, 3}) == 2);
  CHECK(value_of(Function::maximum, {2, 4, 3}) == 4);
  CHECK(value_of(Function::clamp, {5, 0, 1}) == 1);
  CHECK(value_of(Function::clamp, {-5, 0, 1}) == 0);
  CHECK(value_of(Function::absolute, {-5}) == 5);
  CHECK(value_of(Function::exponential, {0}) == 1);
  CHECK(value_of(Function::logarithm, {1}) == 0);
  CHECK(value_of(Function::square_root, {9}) == 3);
  CHECK(value_of(Function::floor, {-1.5}) == -2);
}

TEST_CASE("round takes halves away from zero", "[model][known-answer]") {
  CHECK(value_of(Function::round, {2.5}) == 3);
  CHECK(value_of(Function::round, {-2.5}) == -3);
}

TEST_CASE("what has no value in mathematics gives what IEEE 754 gives", "[model][known-answer]") {
  CHECK(value_of(Function::divide, {1, 0}) == std::numeric_limits<double>::infinity());
  CHECK(std::isnan(value_of(Function::divide, {0, 0})));
  CHECK(std::isnan(value_of(Function::logarithm, {-1})));
}

TEST_CASE("the traits of a function are those of its name in the scenario", "[model][known-answer]") {
  CHECK(std::string(traits_of(Function::choose).name) == "if");
  CHECK(traits_of(Function::choose).least_arguments == 3);
  CHECK(std::string(traits_of(Function::clamp).name) == "clamp");
  CHECK(std::string(traits_of(Function::not_equal).name) == "!=");
  CHECK(std::string(traits_of(Function::floor).name) == "floor");
  CHECK(traits_of(Function::minimum).least_arguments == 2);
  CHECK(traits_of(Function::minimum).most_arguments > 100);
}

TEST_CASE("names are listed once, in the order of their first appearance", "[model]") {
  const Expression a{Expression::DriverValue{DriverId{7}}};
  const Expression b{Expression::DriverValue{DriverId{2}}};
  const Expression s{Expression::StreamValue{StreamId{1}}};
  const Expression d{Expression::Draw{InputId{4}}};
  const Expression formula =
      call(Function::add, {call(Function::multiply, {a, d}), call(Function::maximum, {b, a, s, d})});
  CHECK(drivers_named_in(formula) == std::vector<DriverId>{DriverId{7}, DriverId{2}});
  CHECK(streams_named_in(formula) == std::vector<StreamId>{StreamId{1}});
  CHECK(inputs_drawn_in(formula) == std::vector<InputId>{InputId{4}});
  CHECK(drivers_named_in(number(3)).empty());
}

}  // namespace
}  // namespace wayworth::engine
