#include "engine/plan/bounded.hpp"

#include <algorithm>

#include "engine/plan/node_queries.hpp"

namespace wayworth::engine {

namespace {

/// Whether bounds of the arguments give bounds of the result.
bool has_bounds(const Node& node) {
  if (node.operation == Operation::held_ramp) return true;
  if (node.operation != Operation::function) return false;
  switch (static_cast<Function>(node.detail)) {
    case Function::add:
    case Function::subtract:
    case Function::multiply:
    case Function::divide:
    case Function::negate:
    case Function::minimum:
    case Function::maximum:
    case Function::clamp:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool selects(const Node& node) {
  if (node.operation == Operation::held_ramp) return true;
  if (node.operation != Operation::function) return false;
  switch (static_cast<Function>(node.detail)) {
    case Function::minimum:
    case Function::maximum:
    case Function::clamp:
    case Function::less:
    case Function::less_equal:
    case Function::greater:
    case Function::greater_equal:
      return true;
    default:
      return false;
  }
}

std::vector<bool> bounded_nodes(const Plan& plan) {
  std::vector<bool> is_bounded(plan.nodes.size(), false);
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    const Node& node = plan.nodes[i];
    if (!varies(node)) continue;
    is_bounded[i] = has_bounds(node) && std::all_of(node.arguments.begin(), node.arguments.end(), [&](NodeId argument) {
                      return !varies(plan[argument]) || is_bounded[index_of(argument)];
                    });
  }
  return is_bounded;
}

std::vector<bool> nodes_that_rest(const Plan& plan) {
  const std::vector<bool> is_bounded = bounded_nodes(plan);
  std::vector<bool> rests(plan.nodes.size(), false);
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    const Node& node = plan.nodes[i];
    const auto all_arguments = [&](auto holds) {
      return std::all_of(node.arguments.begin(), node.arguments.end(),
                         [&](NodeId argument) { return holds(plan[argument], index_of(argument)); });
    };
    if (is_same_in_steps(node) || node.operation == Operation::given) {
      rests[i] = true;
    } else if (node.operation == Operation::step_table || node.operation == Operation::step_input ||
               carries_on(node.operation) || is_alias(node.operation)) {
      rests[i] = false;
    } else {
      rests[i] = all_arguments([&](const Node&, std::size_t argument) { return rests[argument]; });
      if (selects(node) || looks_at_time(node.operation)) {
        rests[i] = rests[i] || all_arguments([&](const Node& argument, std::size_t place) {
                     return !varies(argument) || is_bounded[place];
                   });
      }
    }
  }
  return rests;
}

}  // namespace wayworth::engine
