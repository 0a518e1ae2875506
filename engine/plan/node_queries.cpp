#include "engine/plan/node_queries.hpp"

#include "engine/plan/plan_results.hpp"

namespace wayworth::engine {

std::vector<std::size_t> count_readers(const Plan& plan) {
  std::vector<std::size_t> readers(plan.nodes.size(), 0);
  for (const Node& node : plan.nodes) {
    for (const NodeId argument : node.arguments) ++readers[index_of(argument)];
  }
  for_each_result(plan, [&](NodeId id) { ++readers[index_of(id)]; });
  return readers;
}

}  // namespace wayworth::engine
