// Functions of a contact centre, `workload` and `queue`: units, published staffing, and the language around them.

#include <string>
#include <vector>

#include "engine/finance/erlang_a.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_text.hpp"

using namespace wayworth;
using namespace wayworth::tests;
using engine::AgentCount;

namespace {

/// The value with every driver at today's figure, all certain.
double value(const engine::Model& model, const engine::Expression& expression) {
  if (const auto* const number = std::get_if<engine::Expression::Number>(&expression.node)) return number->value;
  if (const auto* const driver = std::get_if<engine::Expression::DriverValue>(&expression.node)) {
    return value(model, model.drivers[index_of(driver->driver)].value);
  }
  const auto& call = std::get<engine::Expression::Call>(expression.node);
  std::vector<double> arguments;
  for (const engine::Expression& argument : call.arguments) arguments.push_back(value(model, argument));
  return engine::evaluate(call.function, arguments);
}

constexpr std::string_view drivers =
    "drivers:\n"
    "  calls: {value: 200, unit: call/hour}\n"
    "  daily_calls: {value: 4800, unit: calls/day}\n"
    "  handle_time: {value: 240, unit: second/call}\n"
    "  minutes_each: {value: 4, unit: minute/call}\n"
    "  wait: {value: 20, unit: second}\n"
    "  patience: {value: 3, unit: minute}\n"
    "  paid: {value: 2080, unit: hour/year/FTE}\n"
    "  price: {value: 52k, unit: USD/year/FTE}\n"
    "  one: {value: 1, unit: FTE}\n";

/// What a driver with this formula is.
double figure(const std::string& formula) {
  const scenarios::ReadResult result = read_with_header(std::string(drivers) + "  x: " + formula +
                                                        "\nstreams: {money: {kind: cost, formula: price * one * x}}\n"
                                                        "options:\n  one: {starts: {all: 1}}\n");
  INFO(formula << "\n" << result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  return value(*result.model, result.model->drivers.back().value);
}

/// The FTE of a stream with this `workload` or `queue`.
double staff(const std::string& staffing) {
  const scenarios::ReadResult result =
      read_with_header(std::string(drivers) + "streams:\n  desk: {kind: fte, cost: price, cashable: 50%, " + staffing +
                       "}\noptions:\n  one: {starts: {all: 1}}\n");
  INFO(staffing << "\n" << result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  CHECK(result.model->streams.at(0).formula_checked);
  return value(*result.model, result.model->streams.at(0).value);
}

constexpr double hours_of_a_year = 8760.0;

}  // namespace

TEST_CASE("agents of a queue in formulas, whatever the units", "[units][known-answer]") {
  for (const std::string calls : {"calls", "daily_calls"}) {
    for (const std::string time : {"handle_time", "minutes_each"}) {
      const std::string queue = calls + ", " + time;
      INFO(queue);
      CHECK_THAT(figure("erlang_c_agents(" + queue + ", 80%, wait)"), WithinRel(16.913388563772944, 1e-12));
      CHECK(figure("erlang_c_whole_agents(" + queue + ", 80%, wait)") == 17.0);
      CHECK_THAT(figure("erlang_c_service_level(16, " + queue + ", wait)"), WithinRel(0.6899529356913205, 1e-12));
      CHECK_THAT(figure("erlang_a_service_level(14, " + queue + ", wait, patience)"),
                 WithinRel(0.6802794359936568, 1e-11));
      CHECK_THAT(figure("erlang_a_abandonment(14, " + queue + ", patience)"), WithinRel(0.09344894895018185, 1e-11));
      CHECK_THAT(figure("erlang_a_agents(" + queue + ", 80%, wait, patience)"),
                 WithinRel(engine::erlang_a_agents(40.0 / 3.0, 0.75, {0.8, 1.0 / 12.0}, AgentCount::smooth), 1e-12));
      CHECK(figure("erlang_a_whole_agents(" + queue + ", 80%, wait, patience)") ==
            engine::erlang_a_agents(40.0 / 3.0, 0.75, {0.8, 1.0 / 12.0}, AgentCount::whole));
    }
  }
}

// Source: SQM's 1.5 and 1.2 contacts per issue at a first contact resolution of 67 % and 80 %.
TEST_CASE("contacts until an issue is solved", "[units][known-answer]") {
  CHECK_THAT(figure("contacts_per_issue(67%, 100%)"), WithinRel(1.4925373134328358, 1e-14));
  CHECK_THAT(figure("contacts_per_issue(80%, 100%)"), WithinRel(1.25, 1e-14));
  CHECK_THAT(figure("contacts_per_issue(67%, 80%)"), WithinRel(1.358695652173913, 1e-14));
}

TEST_CASE("staff from a workload", "[units][known-answer]") {
  const std::string rest = ", occupancy: 85%, shrinkage: 30%, paid_hours: 2080 hour/year/FTE}";
  CHECK_THAT(staff("workload: {contacts: 1200000 call/year, handle_time: 420 second/call" + rest),
             WithinRel(113.12217194570135, 1e-12));
  CHECK_THAT(staff("workload: {contacts: 1104000 calls/year, handle_time: 400 seconds/call" + rest),
             WithinRel(99.116569704805, 1e-12));
  CHECK_THAT(staff("workload: {contacts: daily_calls, handle_time: minutes_each" + rest),
             WithinRel(200.0 * 240.0 / 3600.0 / 0.85 / 0.7 / (2080.0 / hours_of_a_year), 1e-12));
  // Source: Call Centre Helper, "FTE hours requirements": 1,000 calls of 600 s at 80 %; 15 % and 10 % one after
  // another.
  const double hours = staff(
      "workload: {contacts: 1000 call/year, handle_time: 600 second/call, occupancy: 80%, "
      "shrinkage: 1 - 85% * 90%, paid_hours: 1 hour/year/FTE}");
  CHECK_THAT(hours, WithinRel(272.33115468409585, 1e-12));
}

TEST_CASE("staff from a queue follows the half hours of the day, not their average", "[units][known-answer]") {
  // 60, 110 and 90 calls in three half hours: 11, 19 and 16 agents, 32.857 paid hours; their average would say 15.
  const std::string goal =
      ", handle_time: 240 second/call, service_level: 80%, within: 20 seconds, agents: whole, "
      "shrinkage: 30%, paid_hours: 1 hour/hour/FTE";
  const std::string calls = "queue: {contacts: 260 / 1.5 * calls / 200" + goal;
  CHECK_THAT(staff(calls + ", profile: [60, 110, 90]}") * 1.5, WithinRel(32.857142857142854, 1e-12));
  CHECK_THAT(staff(calls + "}") * 1.5, WithinRel(15.0 * 1.5 / 0.7, 1e-12));
  // The same calls and agents when it is open for the three half hours of a day only.
  CHECK_THAT(staff("queue: {contacts: 260 call/day" + goal + ", profile: [60, 110, 90], open: 1.5 hour/day}") * 24.0,
             WithinRel(32.857142857142854, 1e-12));
  // Closed intervals are weights of 0.
  CHECK_THAT(
      staff("queue: {contacts: 260 call/day" + goal + ", profile: [60, 110, 90, 0, 0, 0], open: 3 hour/day}") * 24.0,
      WithinRel(32.857142857142854, 1e-12));
}

TEST_CASE("a queue is never busier than it may be, and smooth where it is not whole", "[units][known-answer]") {
  const std::string big =
      "queue: {contacts: 600 call/hour, handle_time: 300 second/call, service_level: 80%, "
      "within: wait, shrinkage: 0%, paid_hours: 1 hour/hour/FTE";
  CHECK_THAT(staff(big + ", agents: whole}"), WithinRel(57.0, 1e-12));
  CHECK_THAT(staff(big + ", agents: whole, occupancy: 85%}"), WithinRel(59.0, 1e-12));
  CHECK_THAT(staff(big + "}"), WithinRel(56.13942495993201, 1e-12));
  CHECK_THAT(staff(big + ", occupancy: 85%}"), WithinRel(50.0 / 0.85, 1e-12));
  const double load = 50.0;
  CHECK_THAT(staff(big + ", patience: 2 minutes}"),
             WithinRel(engine::erlang_a_agents(load, 0.4, {0.8, 20.0 / 300.0}, AgentCount::smooth), 1e-12));
  CHECK_THAT(staff(big + ", patience: 2 minutes, occupancy: 85%, agents: whole}"),
             WithinRel(engine::erlang_a_agents_at_occupancy(load, 0.4, 0.85, AgentCount::whole), 1e-12));
}

TEST_CASE("figures of a queue that draw are inputs of their own", "[units]") {
  const scenarios::ReadResult result =
      read_with_header(std::string(drivers) +
                       "streams:\n  desk: {kind: fte, cost: price, cashable: 50%,\n"
                       "         queue: {contacts: calls, handle_time: handle_time, service_level: 80%, within: wait,\n"
                       "                 shrinkage: '[25%, 30%, 40%]', paid_hours: paid}}\n"
                       "options:\n  one: {starts: {all: 1}}\n");
  CHECK(result.problems.has_errors());  // quotes make it a text, not three numbers
  const scenarios::ReadResult drawn =
      read_with_header(std::string(drivers) +
                       "streams:\n  desk: {kind: fte, cost: price, cashable: 50%,\n"
                       "         queue: {contacts: calls, handle_time: handle_time, service_level: 80%, within: wait,\n"
                       "                 shrinkage: [25%, 30%, 40%], paid_hours: paid}}\n"
                       "options:\n  one: {starts: {all: 1}}\n");
  INFO(drawn.problems.to_text("case.yaml"));
  REQUIRE(drawn.model);
  REQUIRE(drawn.model->inputs.size() == 1);
  CHECK(drawn.model->inputs[0].path == "streams.desk.queue.shrinkage");
  CHECK(drawn.model->streams[0].formula ==
        "queue: calls * handle_time, 80% within wait, shrinkage [25%, 30%, 40%], paid");
}
