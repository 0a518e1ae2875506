#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/scenario_text.hpp"

using namespace wayworth;
using namespace wayworth::tests;
using engine::Expression;

namespace {

/// The value with every draw at 0 and every name at today's value.
double value(const engine::Model& model, const Expression& expression) {
  if (const auto* const number = std::get_if<Expression::Number>(&expression.node)) return number->value;
  if (const auto* const driver = std::get_if<Expression::DriverValue>(&expression.node)) {
    return value(model, model.drivers[index_of(driver->driver)].value);
  }
  if (const auto* const stream = std::get_if<Expression::StreamValue>(&expression.node)) {
    return value(model, model.streams[index_of(stream->stream)].value);
  }
  const auto* const call = std::get_if<Expression::Call>(&expression.node);
  if (call == nullptr) return 0.0;
  std::vector<double> arguments;
  for (const Expression& argument : call->arguments) arguments.push_back(value(model, argument));
  return engine::evaluate(call->function, arguments);
}

std::string staff(std::string_view calls, std::string_view time, std::string_view hours) {
  return "drivers:\n  calls: " + std::string(calls) + "\n  handle_time: " + std::string(time) +
         "\n  agent_hours: " + std::string(hours) +
         "\nstreams:\n  agents: {kind: fte, formula: calls * handle_time / agent_hours, cost: price, cashable: 50%}\n"
         "options:\n  one: {starts: {all: 1}}\n";
}

}  // namespace

TEST_CASE("workload over hours is FTE, whatever it was typed in", "[units][property]") {
  const std::string price = "  price: {value: 60k, unit: USD/year/FTE}\n";
  for (const std::string calls :
       {"{value: 100, unit: call/day}", "{value: 36500, unit: calls/year}", "{value: 700, unit: call/week}"}) {
    for (const std::string time :
         {"{value: 480, unit: second/call}", "{value: 8, unit: minutes/call}", "{value: 8/60, unit: hour/call}"}) {
      for (const std::string hours : {"{value: 1460, unit: hour/year/FTE}", "{value: 4, unit: hour/day/FTE}",
                                      "{value: 365 * 4 / 12 * 60, unit: minute/month/FTE}"}) {
        INFO(calls << " " << time << " " << hours);
        std::string text = staff(calls, time, hours);
        text.insert(text.find("streams:"), price);
        const scenarios::ReadResult result = read_with_header(text);
        INFO(result.problems.to_text("case.yaml"));
        REQUIRE(result.model);
        const engine::Stream& agents = result.model->streams.at(0);
        CHECK(agents.formula_checked);
        // 36,500 calls of 8 minutes are 4,866.67 hours
        CHECK_THAT(value(*result.model, agents.value), WithinRel(36500.0 * 8.0 / 60.0 / 1460.0, 1e-14));
      }
    }
  }
}

TEST_CASE("streams of money come out a year", "[units]") {
  const auto result = read_with_header(R"(drivers:
  calls: {value: 10, unit: call/month}
  price: {value: 2, unit: USD/call}
  fee: {value: 1k, unit: USD/quarter}
streams:
  spend: {kind: cost, formula: calls * price + fee + 5}
  flat: {kind: cost, formula: 7, unit: USD/month}
)");
  INFO(result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  // In USD/month: 10 * 2 + 1000/3 + 5, where the 5 takes the unit of what it is added to.
  CHECK_THAT(value(*result.model, result.model->streams[0].value),
             WithinRel(12.0 * (20.0 + 1000.0 / 3.0 + 5.0), 1e-14));
  CHECK(value(*result.model, result.model->streams[1].value) == 84.0);
}

TEST_CASE("a driver's unit is stated, derived, or unknown", "[units]") {
  const auto result = read_with_header(R"(drivers:
  calls: {value: 10, unit: call/day}
  minutes: {value: 6, unit: minute/call}
  share: 20%
  bare: 12
  hours: {value: calls * minutes, unit: hour/year}
  kept: calls * (1 - share)
  unsure: calls * bare
)");
  INFO(result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  const auto& drivers = result.model->drivers;
  CHECK_THAT(value(*result.model, drivers[4].value), WithinRel(10.0 * 365.0 * 6.0 / 60.0, 1e-14));
  CHECK(drivers[2].unit == "share");
  CHECK(drivers[5].unit == "call/day");
  CHECK(drivers[5].unit_checked);
  CHECK(drivers[3].unit.empty());
  CHECK_FALSE(drivers[3].unit_checked);
  CHECK_FALSE(drivers[6].unit_checked);
}

TEST_CASE("unit clashes show both units and where they come from", "[units][messages]") {
  CHECK(problems_with_header(R"(drivers:
  calls: {value: 10, unit: call/year}
  budget: {value: 5, unit: USD/year}
  sum: calls + budget
)") == "case.yaml:13:14: drivers.sum: `calls` is call/year (drivers.calls, line 11) but `budget` is USD/year "
       "(drivers.budget, line 12): cannot add them\n");
  CHECK(problems_with_header(R"(drivers:
  calls: {value: 10, unit: call/year}
streams:
  spend: {kind: cost, formula: calls * 3}
)") == "case.yaml:13:32: streams.spend: 'calls * 3' comes out as call/year, but must be money per time\n");
  CHECK(problems_with_header("drivers:\n  calls: {value: 10, unit: call/year}\n  x: exp(calls)\n") ==
        "case.yaml:12:6: drivers.x: `calls` is call/year (drivers.calls, line 11), but exp needs a pure number\n");
}

TEST_CASE("a stream whose units are not known asks for one", "[units][messages]") {
  const std::string drivers = "drivers:\n  calls: {value: 10, unit: call/year}\n  price: 3\n";
  CHECK(problems_with_header(drivers + "streams:\n  spend: {kind: cost, formula: calls * price}\n") ==
        "case.yaml:14:32: streams.spend: the units that are known make call/year, not money per time; give `price` a "
        "unit, or say `unit: USD/year` here\n");
  const auto stated =
      read_with_header(drivers + "streams:\n  spend: {kind: cost, formula: calls * price, unit: USD/year}\n");
  REQUIRE(stated.model);
  CHECK_FALSE(stated.model->streams[0].formula_checked);
}
