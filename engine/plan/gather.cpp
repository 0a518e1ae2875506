#include "engine/plan/gather.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/plan/bounded.hpp"
#include "engine/plan/case_differences.hpp"
#include "engine/plan/node_queries.hpp"
#include "engine/plan/plan_results.hpp"
#include "engine/plan/schedule.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t least_factors = 3;
constexpr std::size_t least_terms = 2;

bool is_product(const Node& node) {
  return varies(node) && computes(node, Function::multiply);
}

bool is_sum(const Node& node) {
  return varies(node) && (computes(node, Function::add) || computes(node, Function::subtract));
}

/// Of a sum: x * weight, or x alone.
struct Term {
  NodeId x{};
  std::optional<NodeId> weight;  ///< the same in all steps
  bool is_subtracted = false;
};

/// Makes the nodes of the plan anew, in their order, with rows in place of what they were written as.
class Gatherer {
public:
  explicit Gatherer(Plan& plan)
      : plan_(plan),
        readers_(count_readers(plan)),
        stays_as_it_is_(parts_of_differences(plan)),
        rests_(nodes_that_rest(plan)),
        is_inner_(plan.nodes.size(), false),
        place_(plan.nodes.size()) {}

  void run() {
    find_rows();
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      if (!is_inner_[i]) place_[i] = made(static_cast<NodeId>(i));
    }
    for_each_result(plan_, [&](NodeId& id) { id = place_[index_of(id)]; });
    plan_.nodes = std::move(nodes_);
  }

private:
  /// A row is known by its last node, so nodes come before their arguments.
  void find_rows() {
    for (std::size_t i = plan_.nodes.size(); i-- > 0;) {
      const auto id = static_cast<NodeId>(i);
      if (is_inner_[i]) continue;
      if (is_product(plan_[id])) find_product(id);
      if (is_sum(plan_[id]) && !stays_as_it_is_[i]) find_sum(id);
    }
  }

  bool is_inner_product(NodeId id) const { return is_product(plan_[id]) && readers_[index_of(id)] == 1; }
  bool is_inner_sum(NodeId id) const {
    return is_sum(plan_[id]) && readers_[index_of(id)] == 1 && !stays_as_it_is_[index_of(id)];
  }

  /// Goes along one inner product after another, so that the order of the factors, and with it every bit, stays.
  void find_product(NodeId id) {
    std::vector<NodeId> factors;
    std::vector<NodeId> inner;
    for (std::optional<NodeId> next = id; next;) {
      auto [first, second] = std::pair(plan_[*next].arguments[0], plan_[*next].arguments[1]);
      if (!is_inner_product(first) && is_inner_product(second)) std::swap(first, second);
      factors.push_back(second);
      next = is_inner_product(first) ? std::optional(first) : std::nullopt;
      (next ? inner : factors).push_back(first);
    }
    if (factors.size() < least_factors) return;
    for (const NodeId one : inner) is_inner_[index_of(one)] = true;
    std::reverse(factors.begin(), factors.end());
    products_.emplace(id, std::move(factors));
  }

  void find_sum(NodeId id) {
    std::vector<Term> terms;
    std::vector<NodeId> inner;
    std::vector<std::pair<NodeId, bool>> parts = {{id, false}};
    while (!parts.empty()) {
      const auto [part, is_subtracted] = parts.back();
      parts.pop_back();
      if (part != id && !is_inner_sum(part)) {
        terms.push_back(term_of(part, is_subtracted, inner));
        continue;
      }
      if (part != id) inner.push_back(part);
      const bool second_is = is_subtracted != computes(plan_[part], Function::subtract);
      parts.push_back({plan_[part].arguments[1], second_is});
      parts.push_back({plan_[part].arguments[0], is_subtracted});
    }
    const auto resting = std::count_if(terms.begin(), terms.end(), [&](const Term& term) { return rests(term); });
    if (static_cast<std::size_t>(resting) < least_terms) return;
    for (const NodeId one : inner) is_inner_[index_of(one)] = true;
    sums_.emplace(id, std::move(terms));
  }

  Term term_of(NodeId id, bool is_subtracted, std::vector<NodeId>& inner) const {
    if (is_inner_product(id)) {
      const NodeId a = plan_[id].arguments[0];
      const NodeId b = plan_[id].arguments[1];
      if (is_same_in_steps(plan_[a]) || is_same_in_steps(plan_[b])) {
        inner.push_back(id);
        return is_same_in_steps(plan_[a]) ? Term{b, a, is_subtracted} : Term{a, b, is_subtracted};
      }
    }
    return {id, std::nullopt, is_subtracted};
  }

  /// Numbers are left to the rest of the sum: they have no column that could be compared with that of the step before.
  bool rests(const Term& term) const {
    const Variation variation = plan_[term.x].variation;
    return rests_[index_of(term.x)] && (variation == Variation::by_trial || varies(plan_[term.x]));
  }

  NodeId made(NodeId id) {
    if (const auto known = products_.find(id); known != products_.end()) return made_product(known->second);
    if (const auto known = sums_.find(id); known != sums_.end()) return made_sum(known->second);
    Node node = plan_[id];
    for (NodeId& argument : node.arguments) argument = place_[index_of(argument)];
    return add(std::move(node));
  }

  NodeId made_product(const std::vector<NodeId>& factors) {
    Node node{.operation = Operation::product, .variation = Variation::by_trial_and_step};
    for (const NodeId factor : factors) node.arguments.push_back(place_[index_of(factor)]);
    return add(std::move(node));
  }

  NodeId made_sum(const std::vector<Term>& terms) {
    Node sum{.operation = Operation::weighted_sum, .variation = Variation::by_trial_and_step};
    for (const bool is_subtracted : {false, true}) {
      for (const Term& term : terms) {
        if (!rests(term) || term.is_subtracted != is_subtracted) continue;
        sum.arguments.push_back(place_[index_of(term.x)]);
        sum.arguments.push_back(term.weight ? place_[index_of(*term.weight)] : one());
        if (!is_subtracted) ++sum.detail;
      }
    }
    NodeId result = add(std::move(sum));
    for (const Term& term : terms) {
      if (rests(term)) continue;
      const NodeId x = place_[index_of(term.x)];
      const NodeId value = term.weight ? function(Function::multiply, x, place_[index_of(*term.weight)]) : x;
      result = function(term.is_subtracted ? Function::subtract : Function::add, result, value);
    }
    return result;
  }

  NodeId one() {
    if (!one_) one_ = add({.operation = Operation::constant, .variation = Variation::fixed, .value = 1.0});
    return *one_;
  }

  NodeId function(Function function, NodeId a, NodeId b) {
    return add({.operation = Operation::function,
                .variation = Variation::by_trial_and_step,
                .arguments = {a, b},
                .detail = static_cast<std::uint32_t>(function)});
  }

  NodeId add(Node node) {
    nodes_.push_back(std::move(node));
    return static_cast<NodeId>(nodes_.size() - 1);
  }

  Plan& plan_;
  std::vector<std::size_t> readers_;
  std::vector<bool> stays_as_it_is_;
  std::vector<bool> rests_;
  std::map<NodeId, std::vector<NodeId>> products_;  ///< by the last node of the row: its factors
  std::map<NodeId, std::vector<Term>> sums_;        ///< by the last node of the row: its terms
  std::vector<bool> is_inner_;                      ///< by node: it is part of a row
  std::vector<NodeId> place_;                       ///< by node of the old plan: what it has become
  std::vector<Node> nodes_;
  std::optional<NodeId> one_;
};

}  // namespace

void gather(Plan& plan) {
  Gatherer(plan).run();
  drop_unused(plan);
}

}  // namespace wayworth::engine
