#include <algorithm>

#include "engine/plan/compile.hpp"
#include "engine/plan/plan_builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_model.hpp"
#include "tests/support/random_model.hpp"

using namespace wayworth;
using namespace wayworth::engine;
using namespace wayworth::tests;

namespace {

const Timeline two_years{.steps = 24, .steps_per_year = 12};

}  // namespace

TEST_CASE("the same operation asked for twice is one node", "[plan]") {
  PlanBuilder build(two_years);
  const NodeId x = build.input(InputId{0});
  const NodeId y = build.input(InputId{1});
  CHECK(build.multiply(x, y) == build.multiply(y, x));
  CHECK(build.subtract(x, y) != build.subtract(y, x));
  CHECK(build.multiply(build.add(x, y), x) == build.multiply(x, build.add(x, y)));
}

TEST_CASE("what depends on neither trial nor step is computed at once", "[plan]") {
  PlanBuilder build(two_years);
  const NodeId sum = build.add(build.constant(2.0), build.constant(3.0));
  CHECK(build.is_constant(sum, 5.0));
}

TEST_CASE("what depends on the step alone is a table", "[plan]") {
  PlanBuilder build(two_years);
  const NodeId t = build.by_step([](double step) { return step; });
  const NodeId doubled = build.multiply(t, build.constant(2.0));
  CHECK(build[doubled].variation == Variation::by_step);
  const NodeId total = build.at_end(build.accumulate(doubled, build.constant(1.0), build.constant(0.0)));
  CHECK(build.is_constant(total, 600.0));
}

TEST_CASE("neutral elements and differences of equals disappear", "[plan]") {
  PlanBuilder build(two_years);
  const NodeId x = build.input(InputId{0});
  const NodeId zero = build.constant(0.0);
  const NodeId one = build.constant(1.0);
  CHECK(build.add(x, zero) == x);
  CHECK(build.subtract(x, zero) == x);
  CHECK(build.multiply(one, x) == x);
  CHECK(build.divide(x, one) == x);
  CHECK(build.subtract(x, x) == zero);
  CHECK(build.multiply(x, zero) == zero);
}

TEST_CASE("a case without chance is folded whole", "[plan]") {
  const Plan plan = compile(golden_two_initiatives());
  CHECK(plan.before_steps.empty());
  CHECK(plan.each_step.empty());
  CHECK(plan.after_steps.empty());
  CHECK(plan.slot_count == 0);
}

TEST_CASE("every node comes after its arguments, and every node is needed", "[plan][property]") {
  for (std::uint64_t which = 0; which < 100; ++which) {
    const Plan plan = compile(random_model(which));
    std::vector<bool> used(plan.nodes.size(), false);
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      for (const NodeId argument : plan.nodes[i].arguments) {
        REQUIRE(index_of(argument) < i);
        used[index_of(argument)] = true;
      }
    }
    for (const PlanOutput& output : plan.outputs) used[index_of(output.node)] = true;
    for (const auto& flows : {plan.flows, plan.kept_flows}) {
      for (const PlanFlow& flow : flows) used[index_of(flow.at_start)] = used[index_of(flow.in_step)] = true;
    }
    for (const PlanClamp& clamp : plan.clamps) used[index_of(clamp.clamped_steps)] = true;
    CHECK(std::all_of(used.begin(), used.end(), [](bool is_used) { return is_used; }));
  }
}

TEST_CASE("an input that nothing depends on is not drawn", "[plan]") {
  Model model = golden_two_initiatives();
  model.inputs.push_back({"drivers.unused", Uniform::make(0.0, 1.0)});
  CHECK(compile(model).inputs.empty());
}

TEST_CASE("the plan prints as text", "[plan]") {
  Model model = golden_two_initiatives();
  model.inputs.push_back({"drivers.volume", Uniform::make(0.9, 1.1)});
  Expression& volume = model.drivers[0].value;
  volume = call(Function::multiply, {volume, Expression{Expression::Draw{InputId{0}}}});
  const std::string text = to_text(compile(model));
  CHECK_THAT(text, ContainsSubstring("before the steps:\n  n"));
  CHECK_THAT(text, ContainsSubstring("= input drivers.volume\n"));
  CHECK_THAT(text, ContainsSubstring("each step:\n"));
  CHECK_THAT(text, ContainsSubstring("= accumulate n"));
}
