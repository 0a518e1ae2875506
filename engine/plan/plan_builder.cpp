#include "engine/plan/plan_builder.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "engine/finance/payback.hpp"

namespace wayworth::engine {

namespace {

/// Not of sums: `hoist` takes them apart in the order in which they were written, whatever else the plan has.
constexpr bool may_be_swapped(Function function) {
  return function == Function::multiply || function == Function::minimum || function == Function::maximum;
}

/// The value of a node of the plan for one step, given its arguments; the kernels compute the same by the block.
double evaluate_node(Operation operation, std::uint32_t detail, StepSpan step, std::span<const double> arguments) {
  switch (operation) {
    case Operation::function:
      return evaluate(static_cast<Function>(detail), arguments);
    case Operation::adoption:
      return ramp_average(static_cast<RampShape>(detail), arguments[0], arguments[1], step.from, step.to);
    case Operation::implementation_share:
      return implementation_share(step, arguments[0], arguments[1]);
    case Operation::live_share:
      return live_share(step, arguments[0]);
    case Operation::lump_share:
      return lump_share(step, arguments[0]);
    default:
      throw std::logic_error("plan: this operation is not folded");
  }
}

}  // namespace

StepSpan span_of_step(const Timeline& time, std::size_t step) {
  const double months = months_per_step(time);
  return {static_cast<double>(step - 1) * months, static_cast<double>(step) * months};
}

std::size_t PlanBuilder::KeyHash::operator()(const Key& key) const {
  std::uint64_t hash = 0x9E3779B97F4A7C15u;
  const auto mix = [&hash](std::uint64_t word) {
    hash ^= word + 0x9E3779B97F4A7C15u + (hash << 6) + (hash >> 2);
    hash *= 0xff51afd7ed558ccdu;
  };
  mix(static_cast<std::uint64_t>(key.operation) << 32 | key.detail);
  mix(key.value_bits);
  for (const NodeId argument : key.arguments) mix(index_of(argument));
  return static_cast<std::size_t>(hash ^ (hash >> 32));
}

PlanBuilder::PlanBuilder(const Timeline& time) : time_(time) {}

NodeId PlanBuilder::constant(double value) {
  return store({.operation = Operation::constant, .variation = Variation::fixed, .value = value});
}

NodeId PlanBuilder::table(std::vector<double> by_step) {
  if (by_step.size() != time_.steps) throw std::logic_error("a model with values for other steps than it has");
  if (std::all_of(by_step.begin(), by_step.end(), [&](double value) { return value == by_step.front(); })) {
    return constant(by_step.front());
  }
  const auto [known, is_new] =
      known_tables_.try_emplace(std::move(by_step), static_cast<std::uint32_t>(tables_.size()));
  if (is_new) tables_.push_back(known->first);
  return store({.operation = Operation::step_table, .variation = Variation::by_step, .detail = known->second});
}

NodeId PlanBuilder::input(InputId id) {
  return store({.operation = Operation::input,
                .variation = Variation::by_trial,
                .detail = static_cast<std::uint32_t>(index_of(id))});
}

NodeId PlanBuilder::step_input(InputId first) {
  return store({.operation = Operation::step_input,
                .variation = Variation::by_trial_and_step,
                .detail = static_cast<std::uint32_t>(index_of(first))});
}

NodeId PlanBuilder::parameter(std::size_t position) {
  return store({.operation = Operation::parameter,
                .variation = Variation::by_trial,
                .detail = static_cast<std::uint32_t>(position)});
}

NodeId PlanBuilder::apply(Function function, std::vector<NodeId> arguments) {
  const auto detail = static_cast<std::uint32_t>(function);
  if (function == Function::minimum || function == Function::maximum) {
    NodeId result = arguments.front();
    for (std::size_t i = 1; i < arguments.size(); ++i) {
      result = make(Operation::function, detail, {std::min(result, arguments[i]), std::max(result, arguments[i])});
    }
    return result;
  }
  if (arguments.size() == 2) {
    if (const auto simpler = simplified(function, arguments[0], arguments[1])) return *simpler;
    if (may_be_swapped(function) && arguments[1] < arguments[0]) std::swap(arguments[0], arguments[1]);
    return make(Operation::function, detail, {arguments[0], arguments[1]});
  }
  return make(Operation::function, detail, arguments);
}

NodeId PlanBuilder::difference(NodeId with, NodeId without) {
  const NodeId id = subtract(with, without);
  if (id != with) mark(id, CaseRole::difference);
  return id;
}

void PlanBuilder::mark(NodeId id, CaseRole role) {
  CaseRole& known = nodes_[index_of(id)].role;
  known = std::max(known, role);
}

NodeId PlanBuilder::adoption(NodeId go_live, NodeId ramp, RampShape shape) {
  return make(Operation::adoption, static_cast<std::uint32_t>(shape), {go_live, ramp});
}

NodeId PlanBuilder::implementation_share(NodeId start, NodeId go_live) {
  return make(Operation::implementation_share, 0, {start, go_live});
}

NodeId PlanBuilder::live_share(NodeId from) {
  return make(Operation::live_share, 0, {from});
}

NodeId PlanBuilder::lump_share(NodeId at) {
  return make(Operation::lump_share, 0, {at});
}

NodeId PlanBuilder::accumulate(NodeId x, NodeId weight, NodeId initial) {
  return make(Operation::accumulate, 0, {x, weight, initial});
}

NodeId PlanBuilder::running_minimum(NodeId x, NodeId initial) {
  return make(Operation::running_minimum, 0, {x, initial});
}

PlanBuilder::StockNodes PlanBuilder::stock(NodeId kept, NodeId added, NodeId floor, NodeId initial) {
  const NodeId after = make(Operation::stock, 0, {kept, added, floor, initial});
  if ((*this)[after].operation == Operation::stock) return {make(Operation::stock_before, 0, {after}), after};
  const NodeId before = by_step([&](double step) {
    return step == 1.0 ? value_at(initial, 1) : value_at(after, static_cast<std::size_t>(step) - 1);
  });
  return {before, after};
}

NodeId PlanBuilder::payback(NodeId cumulative, NodeId initial) {
  return make(Operation::payback, 0, {cumulative, initial});
}

NodeId PlanBuilder::at_end(NodeId carried) {
  const Node& node = (*this)[carried];
  if (node.variation == Variation::fixed) return carried;
  if (node.variation == Variation::by_step) return constant(tables_[node.detail].back());
  return make(Operation::at_end, 0, {carried});
}

bool PlanBuilder::is_constant(NodeId id, double value) const {
  const Node& node = (*this)[id];
  return node.operation == Operation::constant && node.value == value;
}

/// Only steps that leave every finite result as it is, to the bit.
std::optional<NodeId> PlanBuilder::simplified(Function function, NodeId a, NodeId b) {
  switch (function) {
    case Function::add:
      if (is_constant(a, 0.0)) return b;
      if (is_constant(b, 0.0)) return a;
      return std::nullopt;
    case Function::subtract:
      if (is_constant(b, 0.0)) return a;
      if (a == b) return constant(0.0);
      return std::nullopt;
    case Function::multiply:
      if (is_constant(a, 1.0)) return b;
      if (is_constant(b, 1.0)) return a;
      if (is_constant(a, 0.0) || is_constant(b, 0.0)) return constant(0.0);
      return std::nullopt;
    case Function::divide:
    case Function::power:
      if (is_constant(b, 1.0)) return a;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

NodeId PlanBuilder::make(Operation operation, std::uint32_t detail, std::span<const NodeId> used) {
  const Variation variation = variation_of(operation, used);
  if (variation == Variation::fixed || variation == Variation::by_step) {
    return carries_on(operation) ? fold_carried(operation, used) : fold(operation, detail, used, variation);
  }
  Node node{.operation = operation, .variation = variation, .detail = detail};
  node.arguments.assign(used.begin(), used.end());
  return store(std::move(node));
}

NodeId PlanBuilder::store(Node node) {
  const Key key{node.operation, node.detail, std::bit_cast<std::uint64_t>(node.value), node.arguments};
  const auto [known, is_new] = known_.try_emplace(key, static_cast<NodeId>(nodes_.size()));
  if (is_new) nodes_.push_back(std::move(node));
  return known->second;
}

Variation PlanBuilder::variation_of(Operation operation, std::span<const NodeId> arguments) const {
  if (operation == Operation::at_end) return Variation::by_trial;
  bool by_step = operation != Operation::function;  // every other operation made here depends on the step
  bool by_trial = false;
  for (const NodeId argument : arguments) {
    const Variation variation = (*this)[argument].variation;
    by_step = by_step || variation == Variation::by_step || variation == Variation::by_trial_and_step;
    by_trial = by_trial || variation == Variation::by_trial || variation == Variation::by_trial_and_step;
  }
  if (by_trial) return by_step ? Variation::by_trial_and_step : Variation::by_trial;
  return by_step ? Variation::by_step : Variation::fixed;
}

double PlanBuilder::value_at(NodeId id, std::size_t step) const {
  const Node& node = (*this)[id];
  return node.operation == Operation::step_table ? tables_[node.detail][step - 1] : node.value;
}

NodeId PlanBuilder::fold(Operation operation, std::uint32_t detail, std::span<const NodeId> arguments,
                         Variation variation) {
  const std::size_t last = variation == Variation::fixed ? 1 : time_.steps;
  std::vector<double> by_step;
  for (std::size_t step = 1; step <= last; ++step) {
    std::array<double, most_operands> values{};
    for (std::size_t i = 0; i < arguments.size(); ++i) values[i] = value_at(arguments[i], step);
    by_step.push_back(
        evaluate_node(operation, detail, span_of_step(time_, step), std::span(values).first(arguments.size())));
  }
  return variation == Variation::fixed ? constant(by_step.front()) : table(std::move(by_step));
}

NodeId PlanBuilder::fold_carried(Operation operation, std::span<const NodeId> arguments) {
  std::vector<double> by_step;
  const double initial = value_at(arguments.back(), 1);
  double carried = operation == Operation::payback ? payback_at_start(initial) : initial;
  double before = initial;
  for (std::size_t step = 1; step <= time_.steps; ++step) {
    const double x = value_at(arguments[0], step);
    if (operation == Operation::accumulate) carried += x * value_at(arguments[1], step);
    if (operation == Operation::running_minimum) carried = std::min(carried, x);
    if (operation == Operation::stock) {
      carried = std::max(carried * x + value_at(arguments[1], step), value_at(arguments[2], step));
    }
    if (operation == Operation::payback) {
      carried = payback_after(carried, before, x, static_cast<double>(step - 1), static_cast<double>(step));
      before = x;
    }
    by_step.push_back(carried);
  }
  return table(std::move(by_step));
}

}  // namespace wayworth::engine
