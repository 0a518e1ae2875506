#include "engine/plan/hoist.hpp"

#include <algorithm>
#include <cmath>

#include "engine/plan/compile.hpp"
#include "tests/engine/plan/small_plans.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth;
using namespace wayworth::engine;

namespace {

Plan hoisted(Plan plan) {
  hoist(plan);
  return plan;
}

std::size_t count(Plan plan, Operation operation) {
  prepare_to_run(plan);
  return static_cast<std::size_t>(std::count_if(plan.each_step.begin(), plan.each_step.end(),
                                                [&](NodeId id) { return plan[id].operation == operation; }));
}

void check_same_values(const Plan& plan) {
  const std::vector<double> expected = values_of(plan);
  const std::vector<double> actual = values_of(hoisted(plan));
  for (std::size_t i = 0; i < trials; ++i) CHECK(std::abs(actual[i] / expected[i] - 1.0) < 1e-13);
}

}  // namespace

TEST_CASE("amounts of one ramp are added up before the steps", "[hoist]") {
  const Plan plan = plan_of([](PlanBuilder& build, const std::vector<NodeId>& inputs) {
    const NodeId adoption = ramp(build, inputs[0], inputs[1]);
    const NodeId revenue = build.multiply(build.multiply(adoption, inputs[2]), inputs[3]);
    const NodeId saving = build.multiply(build.multiply(inputs[3], adoption), build.constant(12.0));
    return total(build, build.subtract(build.add(revenue, saving), inputs[2]));
  });
  check_same_values(plan);
  // What is left in the steps: clamp((t - start) / duration, 0, 1), one operation, and its sum.
  CHECK(count(hoisted(plan), Operation::accumulate) == 1);
  Plan ready = hoisted(plan);
  prepare_to_run(ready);
  CHECK(ready.each_step.size() == 2);
}

TEST_CASE("a cost from some moment on is a share of time and an amount", "[hoist]") {
  const Plan plan = plan_of([](PlanBuilder& build, const std::vector<NodeId>& inputs) {
    const NodeId live = build.apply(Function::greater, {months(build), inputs[0]});
    const NodeId cost = build.apply(Function::choose, {live, inputs[2], build.constant(0.0)});
    return total(build, build.subtract(build.constant(1.0), build.multiply(cost, inputs[3])));
  });
  check_same_values(plan);
  Plan ready = hoisted(plan);
  prepare_to_run(ready);
  CHECK(ready.each_step.size() == 2);  // t > start and its sum
}

TEST_CASE("what grows by a table is summed with other weights", "[hoist]") {
  const Plan plan = plan_of([](PlanBuilder& build, const std::vector<NodeId>& inputs) {
    const NodeId growth = build.by_step([](double step) { return std::pow(1.03, step / 12.0); });
    const NodeId grown = build.multiply(build.multiply(inputs[2], growth), ramp(build, inputs[0], inputs[1]));
    return total(build, build.add(grown, build.multiply(inputs[3], growth)));
  });
  check_same_values(plan);
  CHECK(count(hoisted(plan), Operation::accumulate) == 1);  // of the other term all steps are one number
}

TEST_CASE("a sum that is needed in each step is made once and used in others", "[hoist]") {
  const Plan plan = plan_of([](PlanBuilder& build, const std::vector<NodeId>& inputs) {
    const NodeId a = build.multiply(ramp(build, inputs[0], inputs[1]), inputs[2]);
    const NodeId b = build.multiply(ramp(build, inputs[1], inputs[0]), inputs[3]);
    const NodeId sum = build.add(a, b);
    const NodeId bounded = build.maximum(sum, inputs[0]);
    return total(build, build.multiply(build.add(bounded, sum), bounded));
  });
  check_same_values(plan);
}

TEST_CASE("the difference of two cases that do the same is exactly 0", "[hoist]") {
  // With an effect that is 0 in all trials the case has the same value, by way of further sums and products.
  const Plan plan = plan_of([](PlanBuilder& build, const std::vector<NodeId>& inputs) {
    const NodeId nothing =
        build.multiply(ramp(build, inputs[0], inputs[1]),
                       build.apply(Function::floor, {build.multiply(inputs[2], build.constant(0.1))}));
    const NodeId before =
        build.multiply(build.multiply(build.constant(0.7), inputs[2]), ramp(build, inputs[1], inputs[3]));
    build.mark(before, CaseRole::of_case);
    const NodeId after = build.add(before, build.multiply(nothing, inputs[3]));
    build.mark(after, CaseRole::of_case);
    const auto money = [&](NodeId value) {
      return build.divide(build.multiply(value, inputs[3]), build.constant(12.0));
    };
    return total(build, build.multiply(build.difference(money(after), money(before)), inputs[1]));
  });
  for (const double value : values_of(hoisted(plan))) CHECK(value == -3.0);
}
