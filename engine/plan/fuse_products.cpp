#include "engine/plan/fuse_products.hpp"

#include "engine/plan/node_queries.hpp"
#include "engine/plan/schedule.hpp"

namespace wayworth::engine {

namespace {

class Fusion {
public:
  explicit Fusion(Plan& plan) : plan_(plan), readers_(count_readers(plan)) {}

  void run() {
    for (Node& node : plan_.nodes) {
      if (computes(node, Function::add)) {
        if (!join(node, 0, 1, Operation::product_plus)) join(node, 1, 0, Operation::product_plus);
      } else if (computes(node, Function::subtract)) {
        if (!join(node, 0, 1, Operation::product_minus)) join(node, 1, 0, Operation::minus_product);
      } else if (computes(node, Function::clamp)) {
        join_ramp(node);
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

  bool is_read_once(NodeId id, Function function) const {
    return computes(plan_[id], function) && readers_[index_of(id)] == 1;
  }

  /// clamp((t - begin) * slope, low, high): a ramp as one writes it by hand.
  void join_ramp(Node& clamp) {
    const NodeId product = clamp.arguments[0];
    if (!is_read_once(product, Function::multiply)) return;
    for (const std::size_t place : {0u, 1u}) {
      const NodeId difference = plan_[product].arguments[place];
      if (!is_read_once(difference, Function::subtract)) continue;
      const NodeId t = plan_[difference].arguments[0];
      const NodeId begin = plan_[difference].arguments[1];
      const NodeId slope = plan_[product].arguments[1 - place];
      const NodeId low = clamp.arguments[1];
      const NodeId high = clamp.arguments[2];
      const auto varies_as = [&](NodeId id, Variation variation) { return plan_[id].variation == variation; };
      if (!varies_as(t, Variation::by_step) || !varies_as(begin, Variation::by_trial) ||
          !varies_as(slope, Variation::by_trial) || !varies_as(low, Variation::fixed) ||
          !varies_as(high, Variation::fixed)) {
        continue;
      }
      clamp.operation = Operation::held_ramp;
      clamp.detail = 0;
      clamp.arguments = {t, begin, slope, low, high};
      return;
    }
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
