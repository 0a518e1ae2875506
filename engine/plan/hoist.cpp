#include "engine/plan/hoist.hpp"

#include <map>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "engine/plan/case_differences.hpp"
#include "engine/plan/node_queries.hpp"
#include "engine/plan/plan_builder.hpp"
#include "engine/plan/plan_results.hpp"
#include "engine/plan/schedule.hpp"

namespace wayworth::engine {

namespace {

/// number * factor * table * core, all of them nodes of the new plan.
struct Term {
  NodeId core{};    ///< what changes by trial and step; the constant 1 where nothing does
  NodeId table{};   ///< by step, or a constant 1
  NodeId factor{};  ///< by trial, or a constant 1
  double number = 1.0;
};

/// A sum of terms of which no two have both the core and the table in common, in the order in which they came.
class Form {
public:
  void add(PlanBuilder& build, const Term& term) {
    const auto [known, is_new] = places_.try_emplace({term.core, term.table}, terms_.size());
    if (is_new) {
      terms_.push_back(term);
    } else {
      Term& sum = terms_[known->second];
      if (sum.factor == term.factor) {
        sum.number += term.number;
      } else {
        sum.factor = build.add(scaled(build, sum), scaled(build, term));
        sum.number = 1.0;
      }
    }
  }

  static NodeId scaled(PlanBuilder& build, const Term& term) {
    return build.multiply(term.factor, build.constant(term.number));
  }

  const std::vector<Term>& terms() const { return terms_; }

private:
  std::vector<Term> terms_;
  std::map<std::pair<NodeId, NodeId>, std::size_t> places_;
};

/// Whether the value is 1 or 0.
bool is_truth(const Node& node) {
  if (node.operation != Operation::function) return false;
  switch (static_cast<Function>(node.detail)) {
    case Function::less:
    case Function::less_equal:
    case Function::greater:
    case Function::greater_equal:
    case Function::equal:
    case Function::not_equal:
      return true;
    default:
      return false;
  }
}

/// Makes the new plan, node by node.
class Hoister {
public:
  explicit Hoister(const Plan& plan)
      : plan_(plan),
        build_(plan.time),
        one_(build_.constant(1.0)),
        made_(plan.nodes.size()),
        terms_(plan.nodes.size()),
        is_read_in_steps_(plan.nodes.size(), false),
        stays_as_it_is_(parts_of_differences(plan)) {
    for (const Node& node : plan.nodes) {
      if (node.operation == Operation::at_end) continue;
      for (const NodeId argument : node.arguments) is_read_in_steps_[index_of(argument)] = true;
    }
    for_each_result(plan, [&](NodeId id) { is_read_in_steps_[index_of(id)] = true; });
  }

  void run() {
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      const auto id = static_cast<NodeId>(i);
      if (is_sum_for_the_end(id)) continue;
      if (!is_linear(id)) {
        made_[i] = translated(plan_[id]);
        build_.mark(*made_[i], plan_[id].role);
      } else if (is_product(plan_[id])) {
        term_of(id);
      }
    }
    for_each_result(plan_, [&](NodeId id) { node(id); });
  }

  /// The node of the new plan with the value of one of the old.
  NodeId node(NodeId id) {
    std::optional<NodeId>& made = made_[index_of(id)];
    if (!made) made = sum_of(form_of(id));
    return *made;
  }

  PlanBuilder& builder() { return build_; }

private:
  /// What is left to multiply when a sum is taken apart from its result to its terms.
  struct Part {
    NodeId id{};
    NodeId table{};
    NodeId factor{};
    double number = 1.0;
  };

  bool is_sum_for_the_end(NodeId id) const {
    return plan_[id].operation == Operation::accumulate && !is_read_in_steps_[index_of(id)];
  }

  /// Whether the node is a sum of terms made of its arguments, rather than a core.
  bool is_linear(NodeId id) const {
    const Node& node = plan_[id];
    if (stays_as_it_is_[index_of(id)] || !varies(node) || node.operation != Operation::function) return false;
    switch (static_cast<Function>(node.detail)) {
      case Function::add:
      case Function::subtract:
      case Function::negate:
      case Function::multiply:
        return true;
      case Function::divide:
        return !varies(plan_[node.arguments[1]]) && plan_[node.arguments[1]].variation != Variation::by_step;
      case Function::choose:
        return is_truth(plan_[node.arguments[0]]) && !varies(plan_[node.arguments[1]]) &&
               is_same_in_steps(plan_[node.arguments[1]]) && is_zero(node.arguments[2]);
      default:
        return false;
    }
  }

  /// Of what is linear: products are met in their order, so that none asks for a long row of others.
  static bool is_product(const Node& node) {
    const auto function = static_cast<Function>(node.detail);
    return function == Function::multiply || function == Function::divide || function == Function::choose;
  }

  bool is_zero(NodeId id) const { return plan_[id].operation == Operation::constant && plan_[id].value == 0.0; }

  Form form_of(NodeId id) {
    Form form;
    std::vector<Part> parts = {{id, one_, one_, 1.0}};
    while (!parts.empty()) {
      const Part part = parts.back();
      parts.pop_back();
      if (is_linear(part.id)) {
        take_apart(part, parts, form);
      } else {
        form.add(build_, times(part, node(part.id)));
      }
    }
    return form;
  }

  /// A value of the new plan times what is left to multiply.
  Term times(const Part& part, NodeId value) {
    const Node& node = build_[value];
    switch (node.variation) {
      case Variation::fixed:
        return {one_, part.table, part.factor, part.number * node.value};
      case Variation::by_trial:
        return {one_, part.table, build_.multiply(part.factor, value), part.number};
      case Variation::by_step:
        return {one_, build_.multiply(part.table, value), part.factor, part.number};
      case Variation::by_trial_and_step:
        break;
    }
    return {value, part.table, part.factor, part.number};
  }

  /// A value of the new plan by itself.
  Term as_term(NodeId value) { return times({{}, one_, one_, 1.0}, value); }

  void take_apart(const Part& part, std::vector<Part>& parts, Form& form) {
    const Node& old = plan_[part.id];
    const auto push = [&](NodeId id, double sign) {
      parts.push_back({id, part.table, part.factor, sign * part.number});
    };
    switch (static_cast<Function>(old.detail)) {
      case Function::add:
        push(old.arguments[1], 1.0);
        return push(old.arguments[0], 1.0);
      case Function::subtract:
        push(old.arguments[1], -1.0);
        return push(old.arguments[0], 1.0);
      case Function::negate:
        return push(old.arguments[0], -1.0);
      case Function::multiply:
      case Function::choose:  // of a truth, a value and 0: the product of the first two
        return take_product_apart(part, old.arguments[0], old.arguments[1], parts, form);
      case Function::divide:
        return take_quotient_apart(part, old.arguments[0], node(old.arguments[1]), parts, form);
      default:
        throw std::logic_error("hoist: not a linear function");
    }
  }

  /// A number is multiplied into every term; anything else into the sum as it is. It would not cancel out to the last
  /// digit any more where trial by trial nothing has changed, as in x + s * (x - x).
  void take_product_apart(const Part& part, NodeId a, NodeId b, std::vector<Part>& parts, Form& form) {
    if (varies(plan_[a]) && varies(plan_[b])) return form.add(build_, product(part, term_of(a), term_of(b)));
    if (varies(plan_[b])) std::swap(a, b);
    const NodeId other = node(b);
    if (const Node& known = build_[other]; known.variation == Variation::fixed) {
      return parts.push_back({a, part.table, part.factor, part.number * known.value});
    }
    form.add(build_, product(part, term_of(a), as_term(other)));
  }

  Term product(const Part& part, const Term& a, const Term& b) {
    return {build_.multiply(a.core, b.core), build_.multiply(part.table, build_.multiply(a.table, b.table)),
            build_.multiply(part.factor, build_.multiply(a.factor, b.factor)), part.number * a.number * b.number};
  }

  /// A value as one term: the only term of a sum that has one, else the sum as a core.
  const Term& term_of(NodeId id) {
    std::optional<Term>& known = terms_[index_of(id)];
    if (!known) {
      const std::optional<Term> only = is_linear(id) ? only_term_of(id) : std::nullopt;
      known = only ? *only : as_term(node(id));
    }
    return *known;
  }

  std::optional<Term> only_term_of(NodeId id) {
    const Form form = form_of(id);
    return form.terms().size() == 1 ? std::optional(form.terms().front()) : std::nullopt;
  }

  void take_quotient_apart(const Part& part, NodeId dividend, NodeId divisor, std::vector<Part>& parts, Form& form) {
    if (const Node& known = build_[divisor]; known.variation == Variation::fixed) {
      return parts.push_back({dividend, part.table, part.factor, part.number / known.value});
    }
    const NodeId inverse = build_.divide(one_, divisor);
    form.add(build_, product(part, term_of(dividend), as_term(inverse)));
  }

  NodeId sum_of(const Form& form) {
    NodeId sum = build_.constant(0.0);
    for (const Term& term : form.terms()) {
      const NodeId core = build_.multiply(term.core, term.table);
      if (term.number == -1.0) {
        sum = build_.subtract(sum, build_.multiply(core, term.factor));
      } else {
        sum = build_.add(sum, build_.multiply(core, Form::scaled(build_, term)));
      }
    }
    return sum;
  }

  /// A sum over steps, as factors times the sums of cores.
  NodeId sum_over_steps(const Node& sum) {
    const NodeId weight = node(sum.arguments[1]);
    NodeId total = node(sum.arguments[2]);
    const Form form = form_of(sum.arguments[0]);
    for (const Term& term : form.terms()) {
      const NodeId of_core =
          build_.at_end(build_.accumulate(term.core, build_.multiply(weight, term.table), build_.constant(0.0)));
      total = build_.add(total, build_.multiply(of_core, Form::scaled(build_, term)));
    }
    return total;
  }

  NodeId translated(const Node& old) {
    const auto argument = [&](std::size_t i) { return node(old.arguments[i]); };
    switch (old.operation) {
      case Operation::constant:
        return build_.constant(old.value);
      case Operation::step_table:
        return build_.table(plan_.tables[old.detail]);
      case Operation::input:
        return build_.input(static_cast<InputId>(old.detail));
      case Operation::step_input:
        return build_.step_input(static_cast<InputId>(old.detail));
      case Operation::parameter:
        return build_.parameter(old.detail);
      case Operation::function: {
        std::vector<NodeId> arguments;
        for (const NodeId of_old : old.arguments) arguments.push_back(node(of_old));
        return build_.apply(static_cast<Function>(old.detail), std::move(arguments));
      }
      case Operation::adoption:
        return build_.adoption(argument(0), argument(1), static_cast<RampShape>(old.detail));
      case Operation::implementation_share:
        return build_.implementation_share(argument(0), argument(1));
      case Operation::live_share:
        return build_.live_share(argument(0));
      case Operation::lump_share:
        return build_.lump_share(argument(0));
      case Operation::accumulate:
        return build_.accumulate(argument(0), argument(1), argument(2));
      case Operation::running_minimum:
        return build_.running_minimum(argument(0), argument(1));
      case Operation::stock:
        return build_.stock(argument(0), argument(1), argument(2), argument(3)).after;
      case Operation::stock_before:
        return before_of(plan_[old.arguments[0]]);
      case Operation::payback:
        return build_.payback(argument(0), argument(1));
      case Operation::at_end:
        return is_sum_for_the_end(old.arguments[0]) ? sum_over_steps(plan_[old.arguments[0]])
                                                    : build_.at_end(argument(0));
      case Operation::given:
      case Operation::held_ramp:
      case Operation::product_plus:
      case Operation::product_minus:
      case Operation::minus_product:
      case Operation::product:
      case Operation::weighted_sum:
        break;
    }
    throw std::logic_error("hoist: the plan is prepared already");
  }

  NodeId before_of(const Node& stock) {
    return build_
        .stock(node(stock.arguments[0]), node(stock.arguments[1]), node(stock.arguments[2]), node(stock.arguments[3]))
        .before;
  }

  const Plan& plan_;
  PlanBuilder build_;
  NodeId one_;
  std::vector<std::optional<NodeId>> made_;  ///< by node of the old plan
  std::vector<std::optional<Term>> terms_;   ///< by node of the old plan: term_of
  std::vector<bool> is_read_in_steps_;
  std::vector<bool> stays_as_it_is_;
};

}  // namespace

void hoist(Plan& plan) {
  Hoister hoister(plan);
  hoister.run();
  const Plan& old = plan;
  std::vector<NodeId> places(plan.nodes.size());
  for_each_result(old, [&](NodeId id) { places[index_of(id)] = hoister.node(id); });
  for_each_result(plan, [&](NodeId& id) { id = places[index_of(id)]; });
  plan.nodes = hoister.builder().take_nodes();
  plan.tables = hoister.builder().take_tables();
  drop_unused(plan);
}

}  // namespace wayworth::engine
