#include "scenarios/read_model.hpp"

#include <algorithm>

#include "scenarios/sections/section_keys.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_text.hpp"

using namespace wayworth;
using namespace wayworth::tests;

TEST_CASE("a file's problems are reported all at once", "[reader][messages]") {
  const auto result = scenarios::read_model_from_text(R"(wayworth: 2
nam: x
currency: dollars
time: {start: 2026-13, horizon: 7 months, step: quarter}
finance: {discount_rate: 10}
simulation: {trials: 0, sampling: sobl}
links: []
initiatives: {}
)",
                                                      "case.yaml");
  CHECK_FALSE(result.model);
  CHECK(result.problems.to_text("case.yaml") ==
        "case.yaml:1:11: wayworth: must be 1, the version of the language, not `2`\n"
        "case.yaml:2:1: unknown key `nam`; did you mean `name`?\n"
        "case.yaml:3:11: currency: must be a code of three capital letters such as USD, not `dollars`\n"
        "case.yaml:4:15: time.start: must be a year and a month such as 2026-01, not `2026-13`\n"
        "case.yaml:4:33: time.horizon: `7 months` must be a whole number of steps of 3 months\n"
        "case.yaml:5:26: finance.discount_rate: '10' needs a unit: write 10%\n"
        "case.yaml:6:22: simulation.trials: must be a whole number from 1 to 100000000, not `0`\n"
        "case.yaml:6:35: simulation.sampling: must be `sobol`, `latin_hypercube` or `random`, not `sobl`\n"
        "case.yaml:7:8: links: must be a map of link: keys and values, not a list\n"
        "case.yaml:8:14: initiatives: needs at least one initiative\n");
}

TEST_CASE("what is wrong in one place is not said again in another", "[reader][messages]") {
  CHECK(problems_with_header(R"(drivers:
  calls: {value: 10, unit: call//day}
  talk: calls * 2
streams:
  spend: {kind: cost, formula: talk * 3}
)")
            .find("talk") == std::string::npos);
}

TEST_CASE("a known range of a driver is followed where a share stands", "[reader][messages]") {
  const auto problems = [](const std::string& driver, const std::string& cashable) {
    return problems_with_header("drivers:\n  pay: {value: 5, unit: USD/year}\n  kept: " + driver +
                                "\nstreams:\n  s: {kind: cost, formula: pay, cashable: " + cashable + "}\n");
  };
  CHECK(problems("90%", "kept").empty());
  CHECK(problems("{value: normal(70%, 10%), min: 0%, max: 100%}", "kept").empty());
  CHECK(problems("{value: 90%, growth: -3%}", "kept").empty());
  CHECK(problems("{value: pay / pay}", "kept").empty());
  CHECK(problems("90%", "min(100%, kept + 5% * year)").empty());
  CHECK(problems("90%", "min(100%, 50% + 10% * year)").empty());
  CHECK(problems("{value: normal(70%, 10%)}", "kept") ==
        "case.yaml:14:43: streams.s.cashable: 'kept' has no lower limit, but must stay between 0% and 100%\n");
  CHECK(problems("{value: 90%, growth: 10%}", "kept").find("but must stay between") != std::string::npos);
}

TEST_CASE("header, time and settings arrive in the model", "[reader]") {
  const auto result = scenarios::read_model_from_text(R"(wayworth: 1
name: N
client: C
currency: EUR
time: {start: 2027-11, horizon: 5 years, step: quarter}
finance: {discount_rate: 8%, discounting: end, tax_rate: 0%}
simulation: {trials: 5, seed: 18446744073709551615, sampling: random}
initiatives: {a: {costs: []}}
)",
                                                      "case.yaml");
  INFO(result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  const engine::Model& model = *result.model;
  CHECK(model.time == engine::Timeline{2027, 11, 20, 4});
  CHECK(model.discounting == engine::Discounting{0.08, engine::DiscountTiming::end});
  CHECK(model.simulation.trials == 5);
  CHECK(model.simulation.seed == 18446744073709551615U);
  REQUIRE(model.options.size() == 1);
  CHECK(model.options[0].key == "everything_at_once");
  CHECK(model.options[0].starts == std::vector<std::optional<std::size_t>>{1});
}

TEST_CASE("overrides replace figures and belong to the hash", "[reader]") {
  const std::string text = std::string(header) + "drivers:\n  calls: {value: 10, unit: call/day}\n";
  const std::string override_text = "drivers.calls=25";
  const auto plain = scenarios::read_model_from_text(text, "case.yaml");
  const auto changed = scenarios::read_model_from_text(text, "case.yaml", std::span(&override_text, 1));
  REQUIRE(changed.model);
  CHECK(changed.model->drivers[0].value == engine::number(25.0));
  CHECK(changed.model->drivers[0].unit == "call/day");
  CHECK(plain.hash != changed.hash);
}

TEST_CASE("drivers: cycles, clashes, unknown names and limits", "[reader][messages]") {
  CHECK(problems_with_header("drivers:\n  a: b * 2\n  b: c + 1\n  c: a\n") ==
        "case.yaml:11:3: drivers.a: depends on itself: a → b → c → a\n");
  CHECK(problems_with_header("drivers:\n  calls: 5\n  x: cals * 2\n") ==
        "case.yaml:12:6: drivers.x: unknown name `cals`; did you mean `calls`?\n");
  CHECK(problems_with_header("drivers:\n  year: 5\n") ==
        "case.yaml:11:3: drivers.year: `year` is a word of the language; choose another key\n");
  CHECK(problems_with_header("drivers:\n  x: {value: 5, unit: call, min: 7, max: 6}\n") ==
        "case.yaml:11:34: drivers.x.min: `min` 7 is above `max` 6\n");
  CHECK(problems_with_header("drivers:\n  x: 5\n  y: normal(x, 2)\n") ==
        "case.yaml:12:13: drivers.y: only numbers can stand here, not the name `x`; for a spread around another driver "
        "write for example `driver + 10 * normal(0, 1)`\n");
  CHECK(problems_with_header("drivers:\n  x: {value: 5, growth: 3}\n") ==
        "case.yaml:11:25: drivers.x.growth: '3' needs a unit: write 3%\n");
  CHECK(problems_with_header("drivers:\n  x: [3, 2, 5]\n") ==
        "case.yaml:11:6: drivers.x: [low, likely, high] must rise, but they are 3, 2, 5\n");
}

TEST_CASE("draws become inputs with permanent paths", "[reader]") {
  const auto result = read_with_header(R"(drivers:
  x: {value: 5 * normal(1, 0.1) + uniform(0, 2), unit: call}
  same: {value: [4, 4, 4], unit: call}
  wide: {value: 10 to 30, unit: call}
)");
  INFO(result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  const auto& inputs = result.model->inputs;
  REQUIRE(inputs.size() == 3);
  CHECK(inputs[0].path == "drivers.x");
  CHECK(inputs[1].path == "drivers.x[2]");
  CHECK(inputs[2].path == "drivers.wide");
  CHECK_THAT(engine::quantile(inputs[2].distribution, 0.05), WithinRel(10.0, 1e-12));
  CHECK_THAT(engine::quantile(inputs[2].distribution, 0.95), WithinRel(30.0, 1e-12));
  CHECK(result.model->drivers[1].value == engine::number(4.0));
}

TEST_CASE("streams: keys belong to kinds", "[reader][messages]") {
  const std::string pay = "drivers:\n  pay: {value: 5, unit: USD/year}\n";
  CHECK(
      problems_with_header(pay + "streams:\n  s: {kind: revenue, formula: pay, basis: revenue}\n") ==
      "case.yaml:13:3: streams.s: `basis: revenue` needs a `margin`: the share of the revenue that is contribution\n");
  CHECK(problems_with_header(pay + "streams:\n  s: {kind: cost, formula: pay, margin: 10%}\n") ==
        "case.yaml:13:33: streams.s.margin: only a stream of kind revenue has `margin`\n");
  CHECK(problems_with_header(pay + "streams:\n  s: {kind: cost, formula: pay, cashable: 120%}\n") ==
        "case.yaml:13:43: streams.s.cashable: '120%' can be 120%, but must stay between 0% and 100%\n");
}

TEST_CASE("phases are in order and options complete", "[reader][messages]") {
  CHECK(problems_with_header(R"(roadmap:
  phases:
    - {name: A, from: 1, to: 6, budget: 600k}
    - {name: B, from: 6, to: 40}
options: {at_once: {starts: {all: 1}}}
)") == "case.yaml:13:30: roadmap.phases.to: must be a whole number from 1 to 36, not `40`\n");
  CHECK(problems_with_header("options:\n  one: {starts: {nothin: 1}}\n") ==
        "case.yaml:11:18: options.one.starts: unknown initiative `nothin`; did you mean `nothing`?\n");
  CHECK(problems_with_header("options:\n  one: {starts: [nothing]}\n") ==
        "case.yaml:11:17: options.one.starts: must be a map of initiative: step, not a list\n");
}

TEST_CASE("every section's keys are different and said to be something", "[reader]") {
  for (const scenarios::SectionKeys& section : scenarios::all_section_keys()) {
    INFO(section.path);
    CHECK_FALSE(section.keys.empty());
    for (const scenarios::Key& key : section.keys) {
      CHECK(std::count_if(section.keys.begin(), section.keys.end(),
                          [&](const scenarios::Key& other) { return other.name == key.name; }) == 1);
    }
  }
}
