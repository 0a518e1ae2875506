#include "engine/execute/block_runner.hpp"

#include <algorithm>

#include "engine/finance/payback.hpp"
#include "engine/plan/plan_builder.hpp"

namespace wayworth::engine {

BlockRunner::BlockRunner(const Plan& plan, std::size_t most_trials)
    : plan_(plan), stride_(most_trials), columns_(plan.slot_count * most_trials) {
  for (std::size_t step = 1; step <= plan.time.steps; ++step) spans_.push_back(span_of_step(plan.time, step));
  for (const NodeId id : plan.before_steps) before_steps_.push_back(instruction_for(id));
  for (std::size_t i = 0; i < plan.each_step.size(); ++i) {
    each_step_.push_back(instruction_for(plan.each_step[i]));
    each_step_.back().first_step = plan.first_steps[i];
  }
  for (const NodeId id : plan.after_steps) after_steps_.push_back(instruction_for(id));
}

BlockRunner::Instruction BlockRunner::instruction_for(NodeId id) {
  const Node& node = plan_[id];
  Instruction instruction;
  instruction.one_input_a_step = node.operation == Operation::step_input;
  const bool draws = node.operation == Operation::input || instruction.one_input_a_step;
  instruction.is_parameter = node.operation == Operation::parameter;
  instruction.kernel = draws || instruction.is_parameter ? nullptr : kernel_of(node);
  instruction.work.out = column(id);
  if (keeps_value_before(node.operation)) instruction.work.before = column(id) + stride_;
  instruction.work.detail = node.detail;
  instruction.work.argument_count = node.argument_count;
  for (std::size_t i = 0; i < node.argument_count; ++i) {
    const Node& argument = plan_[node.arguments[i]];
    if (argument.operation == Operation::given) {
      instruction.sources[i].given = &argument;
      continue;
    }
    instruction.sources[i].operand = value(node.arguments[i], 1);
    if (argument.variation == Variation::by_step) instruction.sources[i].by_step = plan_.tables[argument.detail].data();
  }
  return instruction;
}

Operand BlockRunner::value(NodeId id, std::size_t step) const {
  const Node& node = plan_[id];
  if (node.operation == Operation::given) return {given_[node.detail].at(step), 0.0};
  switch (node.variation) {
    case Variation::fixed:
      return {nullptr, node.value};
    case Variation::by_step:
      return {nullptr, plan_.tables[node.detail][step - 1]};
    default:
      return {column(id), 0.0};
  }
}

void BlockRunner::run(std::size_t trials, const FillInput& fill_input, const AfterStep& after_step) {
  trials_ = trials;
  for (Instruction& instruction : before_steps_) run_instruction(instruction, 1, fill_input);
  begin_carried();
  for (std::size_t step = 1; step <= plan_.time.steps; ++step) {
    for (Instruction& instruction : each_step_) {
      if (step >= instruction.first_step) run_instruction(instruction, step, fill_input);
    }
    after_step(step);
  }
  for (Instruction& instruction : after_steps_) run_instruction(instruction, plan_.time.steps, fill_input);
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
      if (keeps_value_before(node.operation)) carried[stride_ + i] = start;
    }
  }
}

void BlockRunner::run_instruction(Instruction& instruction, std::size_t step, const FillInput& fill_input) {
  if (instruction.is_parameter) {
    std::fill_n(instruction.work.out, trials_, parameters_[instruction.work.detail]);
    return;
  }
  if (!instruction.kernel) {
    const std::size_t input = instruction.work.detail + (instruction.one_input_a_step ? step - 1 : 0);
    fill_input(input, {instruction.work.out, trials_});
    return;
  }
  const auto read = [this, step](const Instruction::Source& source) {
    if (source.given) return Operand{given_[source.given->detail].at(step), 0.0};
    return source.by_step ? Operand{nullptr, source.by_step[step - 1]} : source.operand;
  };
  Work& work = instruction.work;
  work.a = read(instruction.sources[0]);
  work.b = read(instruction.sources[1]);
  work.c = read(instruction.sources[2]);
  work.d = read(instruction.sources[3]);
  work.trials = trials_;
  work.step = static_cast<double>(step);
  work.span = spans_[step - 1];
  instruction.kernel(work);
}

}  // namespace wayworth::engine
