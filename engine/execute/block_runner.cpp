#include "engine/execute/block_runner.hpp"

#include <algorithm>

#include "engine/finance/payback.hpp"
#include "engine/plan/plan_builder.hpp"

namespace wayworth::engine {

BlockRunner::BlockRunner(const Plan& plan, std::size_t most_trials)
    : plan_(plan), stride_(most_trials), columns_(plan.slot_count * most_trials) {}

Operand BlockRunner::value(NodeId id, std::size_t step) const {
  const Node& node = plan_[id];
  switch (node.variation) {
    case Variation::fixed:
      return {nullptr, node.value};
    case Variation::by_step:
      return {nullptr, plan_.tables[node.detail][step - 1]};
    default:
      return {column(id), 0.0};
  }
}

std::array<Operand, 3> BlockRunner::arguments_of(const Node& node, std::size_t step) const {
  std::array<Operand, 3> operands;
  for (std::size_t i = 0; i < node.argument_count; ++i) operands[i] = value(node.arguments[i], step);
  return operands;
}

void BlockRunner::run(std::size_t trials, const FillInput& fill_input, const AfterStep& after_step) {
  trials_ = trials;
  for (const NodeId id : plan_.before_steps) {
    const Node& node = plan_[id];
    if (node.operation == Operation::input) {
      fill_input(node.detail, {column(id), trials_});
    } else {
      run_node(id, 1);
    }
  }
  begin_carried();
  for (std::size_t step = 1; step <= plan_.time.steps; ++step) {
    for (const NodeId id : plan_.each_step) run_node(id, step);
    after_step(step);
  }
  for (const NodeId id : plan_.after_steps) run_node(id, plan_.time.steps);
}

void BlockRunner::begin_carried() {
  for (const NodeId id : plan_.each_step) {
    const Node& node = plan_[id];
    if (!carries_on(node.operation)) continue;
    const Operand initial = value(node.arguments[node.argument_count - 1u], 1);
    double* const carried = column(id);
    for (std::size_t i = 0; i < trials_; ++i) {
      const double start = initial.column ? initial.column[i] : initial.same;
      carried[i] = node.operation == Operation::payback ? payback_at_start(start) : start;
      if (node.operation == Operation::payback) carried[stride_ + i] = start;
    }
  }
}

void BlockRunner::run_node(NodeId id, std::size_t step) {
  const Node& node = plan_[id];
  const std::array<Operand, 3> arguments = arguments_of(node, step);
  double* const out = column(id);
  switch (node.operation) {
    case Operation::accumulate:
      if (arguments[1].same != 0.0) accumulate(arguments[0], arguments[1].same, out, trials_);
      return;
    case Operation::running_minimum:
      return keep_minimum(arguments[0], out, trials_);
    case Operation::payback:
      return track_payback(arguments[0], static_cast<double>(step), out, out + stride_, trials_);
    default:
      return compute(node, span_of_step(plan_.time, step), arguments, out, trials_);
  }
}

}  // namespace wayworth::engine
