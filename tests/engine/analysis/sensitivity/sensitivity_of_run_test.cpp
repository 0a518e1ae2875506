#include "engine/analysis/sensitivity/sensitivity_of_run.hpp"

#include <algorithm>
#include <cmath>

#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

/// One initiative that is worth x0 + 2 x1, at once.
Model linear(std::vector<Input> inputs) {
  Model model;
  model.time = {.start_year = 2026, .steps = 1, .steps_per_year = 1};
  model.inputs = std::move(inputs);
  Initiative one;
  one.key = one.name = "one";
  const auto draw = [](std::uint32_t input) { return Expression{Expression::Draw{InputId{input}}}; };
  const Expression amount = call(Function::add, {draw(0), call(Function::multiply, {number(2.0), draw(1)})});
  one.benefits = {{"benefit", BenefitKind::revenue, amount, number(1.0), {}}};
  one.rollout = {.duration = number(0.0), .ramp = number(0.0), .success = number(1.0), .if_it_fails = number(0.0)};
  model.initiatives = {one};
  model.options = {{"all", "All", {1}}};
  return model;
}

Results run(const Model& model, std::uint64_t trials) {
  const Plan plan = compile(model);
  return Simulator(plan, {.trials = trials, .seed = 5}).run_keeping_inputs();
}

Model normal_case() {
  return linear({{"drivers.a", Normal::make(-1.0, 1.0)}, {"drivers.b", Normal::make(0.2, 2.0)}});
}

TEST_CASE("a run says what drives it: shares of the variance, and where the outer tenths of an input lie",
          "[sensitivity][known-answer]") {
  const Model model = normal_case();
  const auto found = sensitivity_of_run(model, run(model, 16384));
  REQUIRE(found);
  REQUIRE(found->from_trials.inputs.size() == 2);
  const InputSensitivity& first = found->from_trials.inputs[0];
  CHECK(first.input == InputId{1});  // (2 * 2)^2 against 1
  CHECK(std::abs(first.first_order.value - 16.0 / 17.0) < 0.01);
  // The tenths of a normal distribution begin 1.2816 standard deviations from the mean.
  CHECK(std::abs(found->outer_tenths[0].low - (0.2 - 2.0 * 1.2816)) < 0.02);
  CHECK(std::abs(found->outer_tenths[0].high - (0.2 + 2.0 * 1.2816)) < 0.02);
  CHECK(std::abs(found->outer_tenths[1].low - (-1.0 - 1.2816)) < 0.02);
}

TEST_CASE("what it is worth to know an input is that of the whole analysis, for those worth most",
          "[sensitivity][property]") {
  const Model model = normal_case();
  const Results results = run(model, 8192);
  const auto found = sensitivity_of_run(model, results);
  REQUIRE(found);
  const std::vector<double> nothing(results.manifest.trials, 0.0);
  const InformationTools tools(results.manifest.trials);
  const InformationValue information({results.column({}, Measure::npv), nothing}, results.manifest.replicates, tools);
  REQUIRE(found->choice.inputs.size() == 2);
  CHECK(found->choice.inputs[0].input == InputId{1});
  for (const InputWorth& one : found->choice.inputs) {
    const auto column = std::find_if(results.inputs.begin(), results.inputs.end(),
                                     [&](const InputColumn& input) { return input.input == one.input; });
    CHECK(one.worth.value.value == information.of(SortedColumn(column->values)).value.value);
  }
}

TEST_CASE("the outer tenths of a coin are its two sides", "[sensitivity]") {
  const Model model = linear({{"drivers.a", Bernoulli::make(0.97)}, {"drivers.b", Normal::make(0.2, 2.0)}});
  const auto found = sensitivity_of_run(model, run(model, 4096));
  REQUIRE(found);
  for (std::size_t i = 0; i < 2; ++i) {
    if (found->from_trials.inputs[i].input != InputId{0}) continue;
    CHECK(found->outer_tenths[i] == OuterTenths{0.0, 1.0});
  }
}

TEST_CASE("nothing is said of too few trials, or where nothing varies", "[sensitivity]") {
  const Model model = normal_case();
  CHECK(!sensitivity_of_run(model, run(model, 128)));
  const Model certain = linear({{"drivers.a", Normal::make(0.0, 1e-300)}, {"drivers.b", Normal::make(1.0, 1e-300)}});
  CHECK(!sensitivity_of_run(certain, run(certain, 2048)));
}

}  // namespace
}  // namespace wayworth::engine
