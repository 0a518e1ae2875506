#include <fmt/format.h>

#include <string_view>

#include "engine/plan/plan.hpp"

namespace wayworth::engine {

namespace {

std::string_view name_of(Operation operation) {
  switch (operation) {
    case Operation::constant:
      return "constant";
    case Operation::step_table:
      return "step_table";
    case Operation::input:
      return "input";
    case Operation::step_input:
      return "step_input";
    case Operation::parameter:
      return "parameter";
    case Operation::given:
      return "given";
    case Operation::function:
      return "function";
    case Operation::product_plus:
      return "product_plus";
    case Operation::product_minus:
      return "product_minus";
    case Operation::minus_product:
      return "minus_product";
    case Operation::held_ramp:
      return "held_ramp";
    case Operation::product:
      return "product";
    case Operation::weighted_sum:
      return "weighted_sum";
    case Operation::adoption:
      return "adoption";
    case Operation::implementation_share:
      return "implementation_share";
    case Operation::live_share:
      return "live_share";
    case Operation::lump_share:
      return "lump_share";
    case Operation::accumulate:
      return "accumulate";
    case Operation::running_minimum:
      return "running_minimum";
    case Operation::stock:
      return "stock";
    case Operation::stock_before:
      return "stock_before";
    case Operation::payback:
      return "payback";
    case Operation::at_end:
      return "at_end";
  }
  return "";
}

std::string line_of(const Plan& plan, std::size_t i) {
  const Node& node = plan.nodes[i];
  std::string line = fmt::format("n{} = ", i);
  if (node.operation == Operation::constant) return line + fmt::format("{}", node.value);
  if (node.operation == Operation::step_table) return line + fmt::format("table {}", node.detail);
  if (node.operation == Operation::input) return line + fmt::format("input {}", plan.inputs[node.detail].path);
  if (node.operation == Operation::step_input) {
    return line + fmt::format("input {} and on, one a step", plan.inputs[node.detail].path);
  }
  if (node.arguments.empty()) return line + fmt::format("{} {}", name_of(node.operation), node.detail);
  line += node.operation == Operation::function ? traits_of(static_cast<Function>(node.detail)).name
                                                : name_of(node.operation);
  for (const NodeId argument : node.arguments) line += fmt::format(" n{}", index_of(argument));
  return line;
}

void append_section(std::string& text, const Plan& plan, std::string_view title, const std::vector<NodeId>& section) {
  text += fmt::format("{}:\n", title);
  for (const NodeId id : section) text += fmt::format("  {}\n", line_of(plan, index_of(id)));
}

}  // namespace

std::string to_text(const Plan& plan) {
  std::string text = "known:\n";
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    const Variation variation = plan.nodes[i].variation;
    if (variation == Variation::fixed || variation == Variation::by_step) text += "  " + line_of(plan, i) + "\n";
  }
  append_section(text, plan, "before the steps", plan.before_steps);
  append_section(text, plan, "each step", plan.each_step);
  append_section(text, plan, "after the steps", plan.after_steps);
  text += fmt::format("columns: {}\n", plan.slot_count);
  return text;
}

}  // namespace wayworth::engine
