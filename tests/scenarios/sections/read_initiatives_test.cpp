#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/scenario_text.hpp"

using namespace wayworth;
using namespace wayworth::tests;

namespace {

scenarios::ReadResult read(const std::string& initiatives) {
  return scenarios::read_model_from_text(R"(wayworth: 1
name: Test
currency: USD
estimates: ends
time: {start: 2026-01, horizon: 36 months}
finance: {discount_rate: 10%}
drivers:
  rate: {value: 27%, min: 0%, max: 100%}
  calls: {value: 10, unit: call/day}
  price: {value: 3, unit: USD/call}
streams:
  spend: {kind: cost, formula: calls * price, unit: USD/month}
initiatives:
)" + initiatives,
                                         "case.yaml");
}

std::string problems(const std::string& initiatives) {
  return errors_of(read(initiatives));
}

std::string with_effect(const std::string& effect) {
  return "  a: {costs: [], effects: {" + effect + "}}\n";
}

}  // namespace

TEST_CASE("effects come out in the units of their targets", "[initiatives]") {
  const auto result = read(R"(  a:
    costs: []
    effects:
      rate: {add: [1pp, 2.5pp, 4pp]}
      calls: [{change: -10%}, {add: -1}]
      spend: {add: 100}
)");
  INFO(result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  const auto& effects = result.model->initiatives[0].effects;
  REQUIRE(effects.size() == 4);
  REQUIRE(result.model->inputs.size() == 1);
  CHECK(result.model->inputs[0].path == "initiatives.a.effects.rate");
  CHECK(engine::maximum(result.model->inputs[0].distribution) == 0.04);
  CHECK(effects[3].amount == engine::number(1200.0));  // typed a month, as the stream says
}

TEST_CASE("numbers of effects must say what they are", "[initiatives][messages]") {
  CHECK(problems(with_effect("calls: {change: 4}")) ==
        "case.yaml:14:44: initiatives.a.effects.calls: '4' needs a unit: write 4%\n");
  CHECK(problems(with_effect("rate: {add: 4}")) ==
        "case.yaml:14:40: initiatives.a.effects.rate: '4' needs a unit: write 4pp\n");
  CHECK(
      problems(with_effect("rate: {add: 4%}")) ==
      "case.yaml:14:40: initiatives.a.effects.rate: '4%' under `add` can be read in two ways: write pp for percentage "
      "points, or `change` for a relative change\n");
  CHECK(problems(with_effect("calls: {set: 50%}")) ==
        "case.yaml:14:41: initiatives.a.effects.calls: '50%' is a share, not call/day (line 9)\n");
  CHECK(problems(with_effect("rate: {set: 4pp}")) ==
        "case.yaml:14:40: initiatives.a.effects.rate: `4pp`: percentage points only stand under `add`; write %\n");
  CHECK(problems(with_effect("rte: {add: 4pp}")) ==
        "case.yaml:14:28: initiatives.a.effects.rte: unknown name `rte`; did you mean `rate`?\n");
}

TEST_CASE("a change stays above -100 %, its low end too", "[initiatives][messages]") {
  CHECK(problems(with_effect("calls: {change: [-120%, -50%, 0%]}")) ==
        "case.yaml:14:44: initiatives.a.effects.calls: '[-120%, -50%, 0%]' can be -120%, but a change must stay above "
        "-100%\n");
  CHECK(problems(with_effect("calls: {change: \"normal(-10%, 3%)\"}"))
            .find("has no lower limit, but a change must stay above -100%") != std::string::npos);
  CHECK(problems(with_effect("calls: {change: -99%}")).empty());
}

TEST_CASE("benefits and costs are money", "[initiatives]") {
  const auto result = read(R"(  a:
    benefits:
      - {name: Repeat calls, kind: cost_saving, value: [40k, 60k, 90k], unit: USD/year, cashable: 50%}
    costs:
      - {kind: one_off, value: 220k}
      - {name: Licences, kind: running, value: 9.5k, unit: USD/month, from: start}
    rollout: {duration: [3, 4, 7], ramp: 6, shape: s_curve, success: 90%, if_it_fails: 30%}
)");
  INFO(result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  const engine::Initiative& a = result.model->initiatives[0];
  CHECK(a.costs[0].name == "one_off");
  CHECK(a.costs[0].amount == engine::number(220e3));
  CHECK(a.costs[1].amount == engine::number(114e3));
  CHECK(a.costs[1].from == engine::CostFrom::start);
  CHECK(a.benefits[0].cashable == engine::number(0.5));
  CHECK(a.rollout.shape == engine::RampShape::s_curve);
  REQUIRE(result.model->inputs.size() == 3);
  CHECK(result.model->inputs[0].path == "initiatives.a.benefits.Repeat calls");
  CHECK(result.model->inputs[1].path == "initiatives.a.rollout.duration");
  CHECK(result.model->inputs[2].path == "initiatives.a.rollout.success");
}

TEST_CASE("costs, rollout and needs say what is wrong", "[initiatives][messages]") {
  CHECK(
      problems("  a: {costs: [{kind: running, value: 5}]}\n") ==
      "case.yaml:14:15: initiatives.a.costs: `unit` is missing: a running cost is money per time, such as USD/year\n");
  CHECK(problems("  a: {costs: [{kind: one_off, value: 5}, {kind: one_off, value: 6}]}\n") ==
        "case.yaml:14:42: initiatives.a.costs: two have no name of their own (`one_off`); give each a `name`\n");
  CHECK(problems("  a: {costs: [], rollout: {success: 120%}}\n") ==
        "case.yaml:14:37: initiatives.a.rollout.success: must be a probability from 0% to 100%, not `120%`\n");
  CHECK(problems("  a: {costs: [], rollout: {duration: -2}}\n") ==
        "case.yaml:14:38: initiatives.a.rollout.duration: '-2' can be -2 months, but cannot be below 0\n");
  CHECK(problems("  a: {costs: [], needs: [b]}\n  b: {costs: [], needs: [a]}\n") ==
        "case.yaml:14:3: initiatives.a.needs: can never start, as it needs itself: a → b → a\n");
  CHECK(problems("  a: {costs: [], needs: [b]}\n  b: {costs: []}\noptions: {x: {starts: {a: 1}}}\n") ==
        "case.yaml:16:11: options.x.starts: `a` needs `b`, which is not part of this option; give it a start, or leave "
        "both out\n");
}

TEST_CASE("five thousand initiatives are read", "[initiatives]") {
  std::string many;
  for (int i = 0; i < 5000; ++i) {
    const std::string key = "a" + std::to_string(i);
    many += "  " + key + ": {costs: [], effects: {calls: {change: [-3%, -2%, -1%]}}";
    many += i == 0 ? "}\n" : ", needs: [a" + std::to_string(i - 1) + "]}\n";
  }
  const auto result = read(many);
  REQUIRE(result.model);
  CHECK(result.model->initiatives.size() == 5000);
  CHECK(result.model->inputs.size() == 5000);
}
