#include "engine/execute/still_steps.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "engine/plan/bounded.hpp"
#include "engine/plan/plan_builder.hpp"

namespace wayworth::engine {

namespace {

constexpr std::uint32_t no_place = static_cast<std::uint32_t>(-1);

Bounds bounds_of_function(Function function, Bounds a, Bounds b, Bounds c) {
  switch (function) {
    case Function::add:
      return a + b;
    case Function::subtract:
      return a - b;
    case Function::multiply:
      return a * b;
    case Function::divide:
      return a / b;
    case Function::negate:
      return -a;
    case Function::minimum:
      return least_of(a, b);
    case Function::maximum:
      return greatest_of(a, b);
    case Function::clamp:
      return least_of(greatest_of(a, b), c);
    default:
      return {};
  }
}

Bounds bounds_of(const Node& node, const std::array<Bounds, most_operands>& of) {
  if (node.operation != Operation::held_ramp) {
    return bounds_of_function(static_cast<Function>(node.detail), of[0], of[1], of[2]);
  }
  return bounds_of_function(Function::clamp, (of[0] - of[1]) * of[2], of[3], of[4]);
}

}  // namespace

std::size_t next_step(StepBits bits, std::size_t step, std::size_t end) {
  for (std::size_t word = step / 64; word < bits.size(); ++word) {
    const std::uint64_t ahead = word == step / 64 ? bits[word] >> (step % 64) << (step % 64) : bits[word];
    if (ahead != 0) return std::min(end, word * 64 + static_cast<std::size_t>(std::countr_zero(ahead)) + 1);
  }
  return end;
}

StillSteps::StillSteps(const Plan& plan)
    : plan_(plan),
      steps_(plan.time.steps),
      words_(words_for(plan.time.steps)),
      bits_(plan.nodes.size() * words_, 0),
      place_(plan.nodes.size(), no_place) {
  for (std::size_t step = 1; step <= steps_; ++step) spans_.push_back(span_of_step(plan.time, step));
  find_tables();
  find_bounded();
}

void StillSteps::find_tables() {
  for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
    const Node& node = plan_.nodes[i];
    const auto id = static_cast<NodeId>(i);
    if (node.operation == Operation::given && node.variation == Variation::by_trial_and_step) given_.push_back(id);
    if (node.operation == Operation::stock_before) move_always(id);
    if (node.operation != Operation::step_table) continue;
    const std::vector<double>& table = plan_.tables[node.detail];
    for (std::size_t t = 0; t < steps_; ++t) {
      if (t == 0 || table[t] != table[t - 1]) bits(id)[t / 64] |= std::uint64_t{1} << (t % 64);
    }
  }
}

/// What moves with time alone, by tables, has bounds that can be worked out for each step from those of a few columns.
/// That is worth while only for what something selects from, such as min(1, (t - start) / ramp).
void StillSteps::find_bounded() {
  const std::vector<bool> can = bounded_nodes(plan_);
  std::vector<bool> want(plan_.nodes.size(), false);
  for (std::size_t i = plan_.each_step.size(); i-- > 0;) {
    const Node& node = plan_[plan_.each_step[i]];
    if (!selects(node) && !looks_at_time(node.operation) && !want[index_of(plan_.each_step[i])]) continue;
    for (const NodeId argument : node.arguments) {
      const Variation variation = plan_[argument].variation;
      if (variation == Variation::by_trial || can[index_of(argument)]) want[index_of(argument)] = true;
    }
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
    if (!want[i]) continue;
    const bool by_step = plan_.nodes[i].variation == Variation::by_trial_and_step;
    place_[i] = static_cast<std::uint32_t>(count);
    count += by_step ? steps_ : 1;
    (by_step ? bounded_ : wanted_).push_back(static_cast<NodeId>(i));
  }
  bounds_.resize(count);
}

void StillSteps::move_always(NodeId id) {
  for (std::uint64_t& word : bits(id)) word = ~std::uint64_t{0};
}

void StillSteps::prove_nothing() {
  for (const NodeId id : plan_.each_step) move_always(id);
  for (const NodeId id : given_) move_always(id);
}

void StillSteps::prove(std::span<const Bounds> of_wanted, const MovesOf& moves_of_given) {
  for (const NodeId id : given_) {
    const StepBits moves = moves_of_given(id);
    if (moves.empty()) {
      move_always(id);
    } else {
      std::copy(moves.begin(), moves.end(), bits(id).begin());
    }
  }
  for (std::size_t i = 0; i < wanted_.size(); ++i) bounds_[place_[index_of(wanted_[i])]] = of_wanted[i];
  for (const NodeId id : bounded_) prove_bounds(id);
  for (const NodeId id : plan_.each_step) prove_node(id);
}

Bounds StillSteps::bounds(NodeId id, std::size_t step) const {
  const Node& node = plan_[id];
  if (node.operation == Operation::constant) return Bounds::of(node.value);
  if (node.operation == Operation::step_table) return Bounds::of(plan_.tables[node.detail][step - 1]);
  const std::uint32_t place = place_[index_of(id)];
  if (place == no_place) return {};
  return bounds_[place + (node.variation == Variation::by_trial_and_step ? step - 1 : 0)];
}

void StillSteps::prove_bounds(NodeId id) {
  const Node& node = plan_[id];
  for (std::size_t step = 1; step <= steps_; ++step) {
    std::array<Bounds, most_operands> of{};
    bool are_known = true;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
      of[i] = bounds(node.arguments[i], step);
      are_known = are_known && of[i].are_known();
    }
    Bounds& result = bounds_[place_[index_of(id)] + step - 1];
    result = are_known ? bounds_of(node, of) : Bounds{};
  }
}

void StillSteps::prove_node(NodeId id) {
  const Node& node = plan_[id];
  if (carries_on(node.operation) || node.operation == Operation::step_input || looks_at_time(node.operation)) {
    move_always(id);
  } else {
    const auto moves_here = bits(id);
    std::fill(moves_here.begin(), moves_here.end(), 0);
    moves_here[0] = 1;
    for (const NodeId argument : node.arguments) {
      const StepBits with = moves(argument);
      for (std::size_t word = 0; word < words_; ++word) moves_here[word] |= with[word];
    }
  }
  if (looks_at_time(node.operation) || selects(node)) keep_moving_outcomes(id);
}

/// Takes out the steps in which the outcome is known and what it was in the step before.
void StillSteps::keep_moving_outcomes(NodeId id) {
  const Node& node = plan_[id];
  Outcome before = outcome(node, 1);
  for (std::size_t step = 2; step <= steps_; ++step) {
    const Outcome now = outcome(node, step);
    const bool is_still = now == before && now.kind != Outcome::Kind::unknown;
    const bool moves_itself =
        now.kind == Outcome::Kind::argument && contains(moves(node.arguments[now.argument]), step);
    if (is_still && !moves_itself) bits(id)[(step - 1) / 64] &= ~(std::uint64_t{1} << ((step - 1) % 64));
    before = now;
  }
}

/// The operations of time, as their definitions in engine/finance say it.
StillSteps::Outcome StillSteps::outcome(const Node& node, std::size_t step) const {
  const StepSpan span = spans_[step - 1];
  const Bounds a = bounds(node.arguments[0], step);
  if (!a.are_known()) return {};
  const Outcome zero{Outcome::Kind::zero};
  const Outcome one{Outcome::Kind::one};
  switch (node.operation) {
    case Operation::adoption: {
      const Bounds ramp = bounds(node.arguments[1], step);
      if (!ramp.are_known() || ramp.least < 0.0) return {};
      if (span.to - a.least <= 0.0) return zero;
      return span.from - a.greatest >= ramp.greatest && span.to - a.greatest > 0.0 ? one : Outcome{};
    }
    case Operation::live_share:
      if (span.to - a.least <= 0.0) return zero;
      return (span.to - a.greatest) / (span.to - span.from) >= 1.0 ? one : Outcome{};
    case Operation::lump_share:
      return a.greatest <= span.from || a.least > span.to ? zero : Outcome{};
    case Operation::implementation_share: {
      const Bounds end = bounds(node.arguments[1], step);
      if (!end.are_known() || step == 1) return {};
      const bool is_over = a.greatest <= span.from && end.greatest <= span.from;
      return is_over || a.least > span.to ? zero : Outcome{};
    }
    case Operation::held_ramp: {
      const Bounds begin = bounds(node.arguments[1], step);
      const Bounds slope = bounds(node.arguments[2], step);
      return begin.are_known() && slope.are_known() ? outcome_of_clamp(node, step, (a - begin) * slope, 3) : Outcome{};
    }
    default:
      return outcome_of_function(node, step);
  }
}

/// Of x held between the arguments at `low` and the place after it.
StillSteps::Outcome StillSteps::outcome_of_clamp(const Node& node, std::size_t step, Bounds x, std::uint8_t low) const {
  const auto high = static_cast<std::uint8_t>(low + 1);
  const Bounds least = bounds(node.arguments[low], step);
  const Bounds most = bounds(node.arguments[high], step);
  if (!x.are_known() || !least.are_known() || !most.are_known() || least.greatest >= most.least) return {};
  if (x.greatest < least.least) return {Outcome::Kind::argument, low};
  return x.least > most.greatest ? Outcome{Outcome::Kind::argument, high} : Outcome{};
}

StillSteps::Outcome StillSteps::outcome_of_function(const Node& node, std::size_t step) const {
  const Bounds a = bounds(node.arguments[0], step);
  const Bounds b = bounds(node.arguments[1], step);
  if (!a.are_known() || !b.are_known()) return {};
  const bool all_below = a.greatest < b.least;
  const bool all_above = a.least > b.greatest;
  if (!all_below && !all_above) return {};
  const auto argument = [](std::uint8_t place) { return Outcome{Outcome::Kind::argument, place}; };
  const auto truth = [](bool value) { return Outcome{value ? Outcome::Kind::one : Outcome::Kind::zero}; };
  switch (static_cast<Function>(node.detail)) {
    case Function::minimum:
      return argument(all_below ? 0 : 1);
    case Function::maximum:
      return argument(all_below ? 1 : 0);
    case Function::clamp:
      return outcome_of_clamp(node, step, a, 1);
    case Function::less:
    case Function::less_equal:
      return truth(all_below);
    case Function::greater:
    case Function::greater_equal:
      return truth(all_above);
    default:
      return {};
  }
}

}  // namespace wayworth::engine
