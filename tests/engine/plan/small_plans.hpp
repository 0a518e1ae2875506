#pragma once

#include <cmath>
#include <vector>

#include "engine/execute/block_runner.hpp"
#include "engine/plan/compile.hpp"
#include "engine/plan/fuse_products.hpp"
#include "engine/plan/plan_builder.hpp"
#include "engine/plan/schedule.hpp"

namespace wayworth::engine {

inline constexpr std::size_t steps = 24;
inline constexpr std::size_t trials = 50;

/// A plan of two years by months that watches what `make` makes of four inputs.
template <class Make>
Plan plan_of(Make make) {
  Plan plan;
  plan.time = {.steps = steps, .steps_per_year = 12};
  PlanBuilder build(plan.time);
  std::vector<NodeId> inputs;
  for (std::size_t i = 0; i < 4; ++i) {
    inputs.push_back(build.input(static_cast<InputId>(i)));
    plan.inputs.push_back({static_cast<InputId>(i), "input", Uniform::make(0, 1)});
  }
  plan.watched = {make(build, inputs)};
  plan.nodes = build.take_nodes();
  plan.tables = build.take_tables();
  return plan;
}

/// What the watched node is in each trial after the last step.
inline std::vector<double> values_of_prepared(const Plan& plan, Stillness stillness = Stillness::skipped) {
  BlockRunner runner(plan, trials, stillness);
  const auto fill = [](std::size_t input, std::span<double> values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = 1.0 + static_cast<double>(input + 1) * std::fmod(0.618 * static_cast<double>(i + input), 1.0);
    }
  };
  runner.run(trials, fill, [](std::size_t) {});
  std::vector<double> values(trials);
  copy(runner.value(plan.watched.front(), steps), trials, values.data());
  return values;
}

inline std::vector<double> values_of(Plan plan) {
  prepare_to_run(plan);
  return values_of_prepared(plan);
}

/// Ready to run with its operations taken two by two, and nothing gathered or taken out of the steps.
inline Plan fused_only(Plan plan) {
  drop_unused(plan);
  fuse_products(plan);
  schedule(plan);
  return plan;
}

inline NodeId months(PlanBuilder& build) {
  return build.by_step([](double step) { return step; });
}

/// Rises from `start` on for `duration`, both in steps.
inline NodeId ramp(PlanBuilder& build, NodeId start, NodeId duration) {
  const NodeId share = build.divide(build.subtract(months(build), start), duration);
  return build.apply(Function::clamp, {share, build.constant(0.0), build.constant(1.0)});
}

inline NodeId total(PlanBuilder& build, NodeId x) {
  const NodeId weight = build.by_step([](double step) { return std::pow(1.01, -step); });
  return build.at_end(build.accumulate(x, weight, build.constant(-3.0)));
}

}  // namespace wayworth::engine
