#include "engine/plan/moving_last.hpp"

#include <algorithm>

#include "engine/plan/node_queries.hpp"
#include "engine/plan/plan_results.hpp"

namespace wayworth::engine {

namespace {

/// Whether both are sums, or both are products.
bool are_one_chain(const Node& a, const Node& b) {
  if (a.operation != Operation::function || b.operation != Operation::function || a.detail != b.detail) return false;
  const auto function = static_cast<Function>(a.detail);
  return function == Function::add || function == Function::multiply;
}

Variation variation_of_both(Variation a, Variation b) {
  const auto by_step = [](Variation one) { return one == Variation::by_step || one == Variation::by_trial_and_step; };
  const auto by_trial = [](Variation one) { return one == Variation::by_trial || one == Variation::by_trial_and_step; };
  if (by_trial(a) || by_trial(b)) {
    return by_step(a) || by_step(b) ? Variation::by_trial_and_step : Variation::by_trial;
  }
  return by_step(a) || by_step(b) ? Variation::by_step : Variation::fixed;
}

class Reorderer {
public:
  Reorderer(const Plan& plan, const MovesByItself& moves_by_itself)
      : plan_(plan), is_moving_(moving_nodes(plan, moves_by_itself)), place_(plan.nodes.size()) {
    find_links();
  }

  Plan run() {
    Plan result = plan_;
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      if (!is_link_[i]) place_[i] = begins_chain(i) ? add_chain(i) : add_copy(plan_.nodes[i]);
    }
    for_each_result(result, [&](NodeId& id) { id = place_[index_of(id)]; });
    result.nodes = std::move(nodes_);
    return result;
  }

private:
  /// A link is read by the next node of its chain and by nothing else; it is made anew with the chain.
  void find_links() {
    std::vector<std::size_t> reads(plan_.nodes.size(), 0);
    std::vector<std::size_t> reader(plan_.nodes.size(), 0);
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      for (const NodeId argument : plan_.nodes[i].arguments) {
        ++reads[index_of(argument)];
        reader[index_of(argument)] = i;
      }
    }
    for_each_result(plan_, [&](NodeId id) { reads[index_of(id)] += 2; });
    is_link_.assign(plan_.nodes.size(), false);
    std::vector<bool> chain_moves = is_moving_;
    for (std::size_t i = plan_.nodes.size(); i-- > 0;) {
      if (reads[i] != 1 || !are_one_chain(plan_.nodes[i], plan_.nodes[reader[i]])) continue;
      chain_moves[i] = chain_moves[reader[i]];
      is_link_[i] = chain_moves[i];
    }
  }

  [[nodiscard]] bool begins_chain(std::size_t i) const {
    const auto& arguments = plan_.nodes[i].arguments;
    return std::any_of(arguments.begin(), arguments.end(), [&](NodeId id) { return is_link_[index_of(id)]; });
  }

  void add_operands(NodeId id, std::vector<NodeId>& operands) const {
    for (const NodeId argument : plan_[id].arguments) {
      if (is_link_[index_of(argument)]) {
        add_operands(argument, operands);
      } else {
        operands.push_back(argument);
      }
    }
  }

  /// Columns that do not move, numbers, columns that move; but no number first, since two numbers are no work.
  void put_in_order(std::vector<NodeId>& operands) const {
    const auto rank = [&](NodeId id) { return is_moving_[index_of(id)] ? 2 : is_number(plan_[id]) ? 1 : 0; };
    std::stable_sort(operands.begin(), operands.end(), [&](NodeId a, NodeId b) { return rank(a) < rank(b); });
    const auto column =
        std::find_if(operands.begin(), operands.end(), [&](NodeId id) { return !is_number(plan_[id]); });
    std::rotate(operands.begin(), column, column + 1);
  }

  NodeId add_chain(std::size_t end) {
    std::vector<NodeId> operands;
    add_operands(static_cast<NodeId>(end), operands);
    put_in_order(operands);
    NodeId result = place_[index_of(operands.front())];
    for (std::size_t k = 1; k < operands.size(); ++k) {
      Node node = plan_.nodes[end];
      node.arguments = {result, place_[index_of(operands[k])]};
      node.variation = variation_of_both(nodes_[index_of(node.arguments[0])].variation,
                                         nodes_[index_of(node.arguments[1])].variation);
      result = add(node);
    }
    return result;
  }

  NodeId add_copy(Node node) {
    for (NodeId& argument : node.arguments) argument = place_[index_of(argument)];
    return add(node);
  }

  NodeId add(const Node& node) {
    nodes_.push_back(node);
    return static_cast<NodeId>(nodes_.size() - 1);
  }

  const Plan& plan_;
  std::vector<bool> is_moving_;
  std::vector<bool> is_link_;
  std::vector<NodeId> place_;  ///< by node: where it stands in the new order; of links nothing
  std::vector<Node> nodes_;
};

}  // namespace

std::vector<bool> moving_nodes(const Plan& plan, const MovesByItself& moves_by_itself) {
  std::vector<bool> is_moving(plan.nodes.size(), false);
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    const Node& node = plan.nodes[i];
    const auto& arguments = node.arguments;
    is_moving[i] = moves_by_itself(node) ||
                   std::any_of(arguments.begin(), arguments.end(), [&](NodeId id) { return is_moving[index_of(id)]; });
  }
  return is_moving;
}

Plan with_moving_last(const Plan& plan, const MovesByItself& moves_by_itself) {
  return Reorderer(plan, moves_by_itself).run();
}

}  // namespace wayworth::engine
