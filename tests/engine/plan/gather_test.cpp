#include "engine/plan/gather.hpp"

#include <algorithm>
#include <functional>

#include "engine/plan/fuse_products.hpp"
#include "engine/plan/schedule.hpp"
#include "tests/engine/plan/small_plans.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth;
using namespace wayworth::engine;

namespace {

Plan prepared(Plan plan) {
  prepare_to_run(plan);
  return plan;
}

std::size_t count(const Plan& plan, Operation operation) {
  return static_cast<std::size_t>(std::count_if(plan.each_step.begin(), plan.each_step.end(),
                                                [&](NodeId id) { return plan[id].operation == operation; }));
}

void check_near(const std::vector<double>& actual, const std::vector<double>& expected) {
  for (std::size_t i = 0; i < trials; ++i) CHECK(std::abs(actual[i] / expected[i] - 1.0) < 1e-13);
}

/// A sum of three ramps and more, of which a step reads the value.
Plan plan_of_sum(const std::function<NodeId(PlanBuilder&, const std::vector<NodeId>&, NodeId)>& add_to) {
  return plan_of([&](PlanBuilder& build, const std::vector<NodeId>& inputs) {
    NodeId sum = build.multiply(ramp(build, inputs[0], inputs[1]), inputs[2]);
    sum = build.subtract(sum, build.multiply(ramp(build, inputs[3], inputs[1]), inputs[0]));
    sum = build.add(sum, ramp(build, inputs[2], inputs[2]));
    return total(build, build.maximum(add_to(build, inputs, sum), inputs[1]));
  });
}

NodeId nothing_more(PlanBuilder&, const std::vector<NodeId>&, NodeId sum) {
  return sum;
}

}  // namespace

TEST_CASE("a row of factors is one operation and gives the same bits", "[gather]") {
  const Plan plan = plan_of([](PlanBuilder& build, const std::vector<NodeId>& inputs) {
    NodeId product = build.multiply(inputs[0], months(build));
    for (const NodeId input : inputs) {
      const NodeId left = build.subtract(build.constant(1.0), ramp(build, input, inputs[0]));
      product = build.multiply(product, build.add(left, inputs[1]));
    }
    return total(build, product);
  });
  const Plan gathered = prepared(plan);
  REQUIRE(count(gathered, Operation::product) == 1);
  CHECK(count(gathered, Operation::function) < count(fused_only(plan), Operation::function));
  CHECK(values_of_prepared(gathered) == values_of_prepared(fused_only(plan)));
}

TEST_CASE("terms that rest are brought up to date by their changes", "[gather]") {
  const Plan plan = plan_of_sum(nothing_more);
  const Plan gathered = prepared(plan);
  REQUIRE(count(gathered, Operation::weighted_sum) == 1);
  check_near(values_of_prepared(gathered), values_of_prepared(fused_only(plan)));
  CHECK(values_of_prepared(gathered) == values_of_prepared(gathered, Stillness::computed));
}

TEST_CASE("what moves in every step is added to them as it was", "[gather]") {
  const Plan plan = plan_of_sum([](PlanBuilder& build, const std::vector<NodeId>& inputs, NodeId sum) {
    return build.subtract(sum, build.multiply(build.multiply(months(build), inputs[0]), inputs[3]));
  });
  const Plan gathered = prepared(plan);
  const auto sum = std::find_if(gathered.nodes.begin(), gathered.nodes.end(),
                                [](const Node& node) { return node.operation == Operation::weighted_sum; });
  REQUIRE(sum != gathered.nodes.end());
  CHECK(sum->arguments.size() == 2 * 3);
  CHECK(sum->detail == 2);  // that are added, of three
  check_near(values_of_prepared(gathered), values_of_prepared(fused_only(plan)));
}

TEST_CASE("two cases that do the same differ by exactly 0 however long their sums are", "[gather]") {
  const Plan plan = plan_of([](PlanBuilder& build, const std::vector<NodeId>& inputs) {
    const NodeId shared = build.multiply(ramp(build, inputs[1], inputs[3]), inputs[2]);
    const NodeId other = build.multiply(ramp(build, inputs[0], inputs[3]), inputs[3]);
    const NodeId before = build.add(shared, other);
    build.mark(before, CaseRole::of_case);
    const NodeId nothing = build.apply(Function::floor, {build.multiply(inputs[2], build.constant(0.1))});
    const NodeId after = build.add(before, build.add(build.multiply(ramp(build, inputs[0], inputs[1]), nothing),
                                                     build.multiply(ramp(build, inputs[3], inputs[1]), nothing)));
    build.mark(after, CaseRole::of_case);
    return total(build, build.difference(after, before));
  });
  for (const double value : values_of(plan)) CHECK(value == -3.0);
}
