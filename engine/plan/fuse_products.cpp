#include "engine/plan/fuse_products.hpp"

#include "engine/plan/plan_results.hpp"
#include "engine/plan/schedule.hpp"

namespace wayworth::engine {

namespace {

bool computes(const Node& node, Function function) {
  return node.operation == Operation::function && static_cast<Function>(node.detail) == function;
}

/// How often each node is read by other nodes and as a result.
std::vector<std::size_t> count_readers(const Plan& plan) {
  std::vector<std::size_t> readers(plan.nodes.size(), 0);
  for (const Node& node : plan.nodes) {
    for (const NodeId argument : node.arguments) ++readers[index_of(argument)];
  }
  for_each_result(plan, [&](NodeId id) { ++readers[index_of(id)]; });
  return readers;
}

class Fusion {
public:
  explicit Fusion(Plan& plan) : plan_(plan), readers_(count_readers(plan)) {}

  void run() {
    for (Node& node : plan_.nodes) {
      if (computes(node, Function::add)) {
        if (!join(node, 0, 1, Operation::product_plus)) join(node, 1, 0, Operation::product_plus);
      } else if (computes(node, Function::subtract)) {
        if (!join(node, 0, 1, Operation::product_minus)) join(node, 1, 0, Operation::minus_product);
      }
    }
  }

private:
  /// A product moves to where its reader is, so both must be computed as often: once a block, or in each step.
  bool join(Node& reader, std::size_t product_place, std::size_t other_place, Operation joined) {
    const Node& product = plan_[reader.arguments[product_place]];
    if (!computes(product, Function::multiply) || readers_[index_of(reader.arguments[product_place])] != 1 ||
        product.variation != reader.variation) {
      return false;
    }
    reader.operation = joined;
    reader.detail = 0;
    reader.arguments = {product.arguments[0], product.arguments[1], reader.arguments[other_place]};
    return true;
  }

  Plan& plan_;
  std::vector<std::size_t> readers_;
};

}  // namespace

void fuse_products(Plan& plan) {
  Fusion(plan).run();
  drop_unused(plan);
}

}  // namespace wayworth::engine
