#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/finance/ramp.hpp"
#include "engine/finance/step_share.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// The time that step 1, 2, ... covers.
StepSpan span_of_step(const Timeline& time, std::size_t step);

/// Grows a graph of operations in which every node is there once: asked twice for the same thing it gives the same
/// node, what depends on neither trial nor step is computed at once, and so is, step by step, what depends on the step
/// alone. x * 0, x - x and the like are simplified on the understanding that x is finite; a figure that is not finite
/// stops the run at the outputs.
class PlanBuilder {
public:
  explicit PlanBuilder(const Timeline& time);

  NodeId constant(double value);
  /// \throws std::logic_error unless there is one value for each step
  NodeId table(std::vector<double> by_step);
  /// The table of value_in_step(1.0), value_in_step(2.0), ...
  template <class ValueInStep>
  NodeId by_step(ValueInStep value_in_step) {
    std::vector<double> values;
    for (std::size_t step = 1; step <= time_.steps; ++step) values.push_back(value_in_step(static_cast<double>(step)));
    return table(std::move(values));
  }
  NodeId input(InputId id);
  /// What is the same in every trial and set for each run, by its position.
  NodeId parameter(std::size_t position);
  /// A draw of its own in every step, from `first` on.
  NodeId step_input(InputId first);

  NodeId apply(Function function, std::vector<NodeId> arguments);
  NodeId add(NodeId a, NodeId b) { return apply(Function::add, {a, b}); }
  NodeId subtract(NodeId a, NodeId b) { return apply(Function::subtract, {a, b}); }
  NodeId multiply(NodeId a, NodeId b) { return apply(Function::multiply, {a, b}); }
  NodeId divide(NodeId a, NodeId b) { return apply(Function::divide, {a, b}); }
  /// with - without, of two cases.
  NodeId difference(NodeId with, NodeId without);
  /// Says what the value stands for among cases, unless it is known to be more.
  void mark(NodeId id, CaseRole role);
  NodeId maximum(NodeId a, NodeId b) { return apply(Function::maximum, {a, b}); }
  NodeId minimum(NodeId a, NodeId b) { return apply(Function::minimum, {a, b}); }

  NodeId adoption(NodeId go_live, NodeId ramp, RampShape shape);
  NodeId implementation_share(NodeId start, NodeId go_live);
  NodeId live_share(NodeId from);
  NodeId lump_share(NodeId at);

  NodeId accumulate(NodeId x, NodeId weight, NodeId initial);
  NodeId running_minimum(NodeId x, NodeId initial);
  /// A stock at the beginning and at the end of a step.
  struct StockNodes {
    NodeId before;
    NodeId after;
  };
  StockNodes stock(NodeId kept, NodeId added, NodeId floor, NodeId initial);
  NodeId payback(NodeId cumulative, NodeId initial);
  /// The value of a node that carries on from step to step, after the last step.
  NodeId at_end(NodeId carried);

  bool is_constant(NodeId id, double value) const;
  const Node& operator[](NodeId id) const { return nodes_[index_of(id)]; }

  /// Hands over nodes and tables; the builder is empty afterwards.
  std::vector<Node> take_nodes() { return std::move(nodes_); }
  std::vector<std::vector<double>> take_tables() { return std::move(tables_); }

private:
  struct Key {
    Operation operation;
    std::uint32_t detail;
    std::uint64_t value_bits;
    boost::container::small_vector<NodeId, most_operands> arguments;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };

  NodeId make(Operation operation, std::uint32_t detail, std::span<const NodeId> arguments);
  NodeId make(Operation operation, std::uint32_t detail, std::initializer_list<NodeId> arguments) {
    return make(operation, detail, std::span<const NodeId>(arguments.begin(), arguments.size()));
  }
  NodeId store(Node node);
  Variation variation_of(Operation operation, std::span<const NodeId> arguments) const;
  NodeId fold(Operation operation, std::uint32_t detail, std::span<const NodeId> arguments, Variation variation);
  NodeId fold_carried(Operation operation, std::span<const NodeId> arguments);
  double value_at(NodeId id, std::size_t step) const;
  std::optional<NodeId> simplified(Function function, NodeId a, NodeId b);

  Timeline time_;
  std::vector<Node> nodes_;
  std::vector<std::vector<double>> tables_;
  std::unordered_map<Key, NodeId, KeyHash> known_;
  std::map<std::vector<double>, std::uint32_t> known_tables_;
};

}  // namespace wayworth::engine
