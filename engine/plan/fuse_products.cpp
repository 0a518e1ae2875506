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
