#include "engine/plan/fuse_products.hpp"

#include <algorithm>

#include "engine/plan/schedule.hpp"
#include "tests/engine/plan/small_plans.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth;
using namespace wayworth::engine;

namespace {

NodeId ramp_by_hand(PlanBuilder& build, NodeId begin, NodeId slope, double low, double high) {
  const NodeId reached = build.multiply(build.subtract(months(build), begin), slope);
  return build.apply(Function::clamp, {reached, build.constant(low), build.constant(high)});
}

/// The sum over time of two ramps, of which one is read in a weighted sum as well.
Plan plan_of_ramps() {
  return plan_of([](PlanBuilder& build, const std::vector<NodeId>& inputs) {
    const NodeId first = ramp_by_hand(build, build.multiply(build.constant(5.0), inputs[0]), inputs[1], 0.0, 1.0);
    const NodeId second = ramp_by_hand(build, build.multiply(build.constant(3.0), inputs[2]), inputs[3], -2.0, 4.0);
    const NodeId flow = build.add(build.multiply(first, inputs[2]), build.multiply(second, inputs[1]));
    return build.add(total(build, first), total(build, build.maximum(flow, build.multiply(flow, inputs[0]))));
  });
}

Plan without_fusing(Plan plan) {
  drop_unused(plan);
  schedule(plan);
  return plan;
}

}  // namespace

TEST_CASE("a ramp written by hand is one operation and gives the same bits", "[fuse]") {
  const Plan fused = fused_only(plan_of_ramps());
  CHECK(std::count_if(fused.each_step.begin(), fused.each_step.end(),
                      [&](NodeId id) { return fused[id].operation == Operation::held_ramp; }) == 2);
  CHECK(values_of_prepared(fused) == values_of_prepared(without_fusing(plan_of_ramps())));
}

TEST_CASE("the steps in which a ramp of one operation stands still are found", "[fuse]") {
  const Plan fused = fused_only(plan_of_ramps());
  CHECK(values_of_prepared(fused) == values_of_prepared(fused, Stillness::computed));
  BlockRunner runner(fused, trials);
  const auto fill = [](std::size_t, std::span<double> values) { std::fill(values.begin(), values.end(), 1.0); };
  runner.run(trials, fill, [](std::size_t) {});
  for (const NodeId id : fused.each_step) {
    if (fused[id].operation != Operation::held_ramp) continue;
    const StepBits moves = runner.moves(id);
    CHECK(contains(moves, 6));
    CHECK_FALSE(contains(moves, steps));
  }
}

TEST_CASE("a sum over time goes with the weighted sum that reads the same ramp, to the same bits", "[fuse]") {
  Plan gathered = plan_of_ramps();
  prepare_to_run(gathered);
  REQUIRE(std::any_of(gathered.each_step.begin(), gathered.each_step.end(),
                      [&](NodeId id) { return gathered[id].operation == Operation::weighted_sum; }));
  REQUIRE(std::count(gathered.lifetimes.begin(), gathered.lifetimes.end(), Lifetime::end) >= 1);
  CHECK(values_of_prepared(gathered) == values_of_prepared(gathered, Stillness::computed));
  const std::vector<double> plain = values_of_prepared(without_fusing(plan_of_ramps()));
  const std::vector<double> joined = values_of_prepared(gathered);
  for (std::size_t i = 0; i < trials; ++i) CHECK(std::abs(joined[i] / plain[i] - 1.0) < 1e-13);
}
