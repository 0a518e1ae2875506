#include "engine/execute/still_steps.hpp"

#include "engine/finance/ramp.hpp"
#include "engine/plan/compile.hpp"
#include "engine/plan/plan_builder.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth;
using namespace wayworth::engine;

namespace {

constexpr std::size_t steps = 12;

/// A plan of one year by months that watches one node made of two inputs.
template <class Make>
Plan plan_of(Make make) {
  Plan plan;
  plan.time = {.steps = steps, .steps_per_year = 12};
  PlanBuilder build(plan.time);
  const NodeId a = build.input(InputId{0});
  const NodeId b = build.input(InputId{1});
  plan.watched = {make(build, a, b)};
  plan.inputs = {{InputId{0}, "a", Uniform::make(0, 1)}, {InputId{1}, "b", Uniform::make(0, 1)}};
  plan.nodes = build.take_nodes();
  plan.tables = build.take_tables();
  prepare_to_run(plan);
  return plan;
}

/// The steps in which the watched node may move when the inputs lie within these bounds.
std::vector<std::size_t> moving_steps(const Plan& plan, Bounds a, Bounds b) {
  StillSteps still(plan);
  std::vector<Bounds> bounds;
  for (const NodeId id : still.wanted()) bounds.push_back(plan[id].detail == 0 ? a : b);
  still.prove(bounds, [](NodeId) { return StepBits{}; });
  std::vector<std::size_t> moving;
  const StepBits bits = still.moves(plan.watched.front());
  for (std::size_t step = next_step(bits, 0, steps + 1); step <= steps; step = next_step(bits, step, steps + 1)) {
    moving.push_back(step);
  }
  return moving;
}

NodeId months(PlanBuilder& build) {
  return build.by_step([](double step) { return step; });
}

}  // namespace

TEST_CASE("a ramp moves from the first start to the last end", "[still steps]") {
  const Plan plan = plan_of(
      [](PlanBuilder& build, NodeId go_live, NodeId ramp) { return build.adoption(go_live, ramp, RampShape::linear); });
  // No trial is live before month 2.5, and all have arrived by month 6, of which the step after sees all at 1.
  CHECK(moving_steps(plan, {2.5, 4.0}, {1.0, 2.0}) == std::vector<std::size_t>{1, 3, 4, 5, 6, 7});
  CHECK(moving_steps(plan, {20.0, 30.0}, {1.0, 2.0}) == std::vector<std::size_t>{1});
  CHECK(moving_steps(plan, Bounds{}, {1.0, 2.0}).size() == steps);  // not known, so it may move
}

TEST_CASE("a cost that is paid once moves about its moment", "[still steps]") {
  const Plan plan = plan_of(
      [](PlanBuilder& build, NodeId at, NodeId amount) { return build.multiply(build.lump_share(at), amount); });
  CHECK(moving_steps(plan, {4.5, 5.5}, {1.0, 2.0}) == std::vector<std::size_t>{1, 5, 6, 7});
}

TEST_CASE("a formula that is held at its limits stands still", "[still steps]") {
  const Plan plan = plan_of([](PlanBuilder& build, NodeId start, NodeId ramp) {
    const NodeId share = build.divide(build.subtract(months(build), start), ramp);
    return build.apply(Function::clamp, {share, build.constant(0.0), build.constant(1.0)});
  });
  // At 3 one trial may stand at exactly 0, and at 8 one at exactly 1.
  CHECK(moving_steps(plan, {3.0, 5.0}, {1.0, 3.0}) == std::vector<std::size_t>{1, 3, 4, 5, 6, 7, 8, 9});
  CHECK(moving_steps(plan, {3.0, 5.0}, {-1.0, 3.0}).size() == steps);  // a division by 0 cannot be ruled out
}

TEST_CASE("a condition on time moves while the trials differ", "[still steps]") {
  const Plan plan = plan_of([](PlanBuilder& build, NodeId start, NodeId amount) {
    const NodeId live = build.apply(Function::greater, {months(build), start});
    return build.apply(Function::choose, {live, amount, build.constant(0.0)});
  });
  CHECK(moving_steps(plan, {3.5, 5.5}, {1.0, 3.0}) == std::vector<std::size_t>{1, 4, 5, 6});
}

TEST_CASE("what grows with time never stands still", "[still steps]") {
  const Plan plan = plan_of(
      [](PlanBuilder& build, NodeId a, NodeId b) { return build.multiply(build.multiply(a, b), months(build)); });
  CHECK(moving_steps(plan, {1.0, 2.0}, {1.0, 2.0}).size() == steps);
}

TEST_CASE("steps are found across the words of a set", "[still steps]") {
  const std::vector<std::uint64_t> bits{1U, 0U, 2U};
  CHECK(contains(bits, 1));
  CHECK_FALSE(contains(bits, 2));
  CHECK(next_step(bits, 0, 200) == 1);
  CHECK(next_step(bits, 1, 200) == 130);
  CHECK(next_step(bits, 1, 100) == 100);
  CHECK(next_step(bits, 130, 200) == 200);
}
