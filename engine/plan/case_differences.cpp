#include "engine/plan/case_differences.hpp"

namespace wayworth::engine {

std::vector<bool> parts_of_differences(const Plan& plan) {
  std::vector<bool> differs(plan.nodes.size(), false);
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    const Node& node = plan.nodes[i];
    differs[i] = node.role == CaseRole::of_case;
    if (node.role == CaseRole::difference) continue;
    for (const NodeId argument : node.arguments) differs[i] = differs[i] || differs[index_of(argument)];
  }
  std::vector<bool> parts(plan.nodes.size(), false);
  for (std::size_t i = plan.nodes.size(); i-- > 0;) {
    if (plan.nodes[i].role == CaseRole::difference) parts[i] = true;
    if (!parts[i]) continue;
    for (const NodeId argument : plan.nodes[i].arguments) {
      if (differs[index_of(argument)]) parts[index_of(argument)] = true;
    }
  }
  return parts;
}

}  // namespace wayworth::engine
