#pragma once

#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/results/measure.hpp"

namespace wayworth::engine {

enum class NodeId : std::uint32_t {};

/// What a node of the plan computes. Times are in months from the start of the model.
enum class Operation : std::uint8_t {
  constant,    ///< `value`
  step_table,  ///< tables[detail][t - 1] in step t
  input,       ///< the draw of inputs[detail]
  step_input,  ///< in step t the draw of inputs[detail + t - 1]
  parameter,   ///< the same in every trial; set for each run: parameters[detail]
  given,       ///< taken from another plan, whose column this is: given[detail]
  function,    ///< Function(detail) of the arguments; minimum and maximum take exactly two here

  // Two operations in one pass over the trials, each rounded as it would be on its own.
  product_plus,   ///< (a, b, c): a * b + c
  product_minus,  ///< (a, b, c): a * b - c
  minus_product,  ///< (a, b, c): c - a * b
  held_ramp,      ///< (t, begin, slope, low, high): (t - begin) * slope, held between low and high by Function::clamp

  // As many as there are, in one pass over the trials.
  product,       ///< (a, b, c, ...): a * b * c * ...
  weighted_sum,  ///< (x, weight, y, weight, ...): the first `detail` of x * weight added up, less the others

  adoption,              ///< (go_live, ramp): average of the ramp of shape RampShape(detail) over the step
  implementation_share,  ///< (start, go_live): share of that time that lies in the step; for no time: as lump_share
  live_share,            ///< (from): share of the step after `from`
  lump_share,            ///< (at): 1 in the step that contains `at`, whose end belongs to it, else 0

  accumulate,       ///< (x, weight, initial): initial + sum of x * weight over the steps so far
  running_minimum,  ///< (x, initial): least of initial and x in the steps so far
  stock,            ///< (kept, added, floor, initial): max(floor, value of the step before * kept + added)
  payback,          ///< (cumulative, initial): steps until it last crossed from below 0 up; +infinity while below 0
  stock_before,     ///< (stock): its value of the step before
  at_end,           ///< (node that carries on from step to step): its value after the last step
};

/// Whether the value of a step is made from that of the step before.
constexpr bool carries_on(Operation operation) {
  return operation == Operation::accumulate || operation == Operation::running_minimum ||
         operation == Operation::stock || operation == Operation::payback;
}

/// Whether the value of a step is brought up to date by what has changed since the step before. Its column is followed
/// by one for each of its terms, with the value of the step before.
constexpr bool adds_changes(Operation operation) {
  return operation == Operation::weighted_sum;
}

/// Of what carries on, whether the value of the step before is kept too.
constexpr bool keeps_value_before(Operation operation) {
  return operation == Operation::stock || operation == Operation::payback;
}

/// Whether a node is no work but another name for a column of its argument.
constexpr bool is_alias(Operation operation) {
  return operation == Operation::at_end || operation == Operation::stock_before;
}

/// Whether the operation makes something of the time that a step covers.
constexpr bool looks_at_time(Operation operation) {
  return operation == Operation::adoption || operation == Operation::implementation_share ||
         operation == Operation::live_share || operation == Operation::lump_share;
}

/// Arguments of an operation; `product` and `weighted_sum` alone have as many as they like.
inline constexpr std::size_t most_operands = 5;

/// On what a node's value depends. What depends on nothing or on the step alone is a number of the plan; what depends
/// on the trial is a column of one value per trial of a block, made once a block or anew in every step.
enum class Variation : std::uint8_t { fixed, by_step, by_trial, by_trial_and_step };

/// What a node stands for among cases, the sets of initiatives that are active.
enum class CaseRole : std::uint8_t {
  plain,
  of_case,     ///< a driver, a stream or a stock that initiatives change, in one of the cases
  difference,  ///< of two cases
};

struct Node {
  Operation operation = Operation::constant;
  Variation variation = Variation::fixed;
  CaseRole role = CaseRole::plain;
  boost::container::small_vector<NodeId, most_operands> arguments{};
  std::uint32_t detail = 0;  ///< what the operation says
  double value = 0.0;        ///< of a constant
};

/// An input that something depends on, or that shares the luck of one (PlanCorrelation).
struct PlanInput {
  InputId id{};      ///< its place among the inputs of the model
  std::string path;  ///< as in the model
  Distribution distribution;
};

/// Inputs of the plan that depend on each other.
struct PlanCorrelation {
  std::vector<std::uint32_t> inputs;  ///< places in Plan::inputs, ascending
  LowerTriangle factor;               ///< turns their independent normal scores into correlated ones
};

struct PlanOutput {
  Subject subject;
  Measure measure = Measure::npv;
  NodeId node{};
};

/// How long a value that is made in each step is needed.
enum class Lifetime : std::uint8_t {
  step,   ///< in the step, by what moves when it moves: it is computed when that is, and its column is given on
  steps,  ///< in later steps as well: it has a column of its own, and need not be computed again while it stands still
  end,    ///< after the last step only: of a sum over steps, to which a step that stands still adds nothing
};

struct PlanFlow {
  Subject subject;
  FlowLine line = FlowLine::net;
  NodeId at_start{};  ///< what is paid at the very start
  NodeId in_step{};
};

struct PlanSegmentFigure {
  std::size_t segment = 0;  ///< index into Model::segments
  SegmentFigure figure = SegmentFigure::customers_today;
  NodeId node{};
};

struct PlanClamp {
  DriverId driver{};
  NodeId clamped_steps{};  ///< number of steps of the trial in which `min` or `max` held the driver
};

/// A compiled model: one entry per node, in an order in which every argument comes before its user. Immutable; any
/// number of threads may read it.
struct Plan {
  Timeline time;
  Discounting discounting;
  Tax tax;
  TerminalValue terminal_value;
  std::vector<PlanInput> inputs;  ///< in the order of the model
  std::vector<PlanCorrelation> correlations;
  std::vector<Node> nodes;
  std::vector<std::vector<double>> tables;  ///< one value per step

  // The work for a block of trials: once, then for every step, then once. Constants and tables are in none of them.
  std::vector<NodeId> before_steps;
  std::vector<NodeId> each_step;
  std::vector<NodeId> after_steps;
  std::vector<std::size_t> first_steps;  ///< by place in each_step: the first step whose result anything reads
  std::vector<Lifetime> lifetimes;       ///< by place in each_step

  /// By node: the column that holds it, of those with variation by trial. What keeps the value of the step before has
  /// the next column too: a stock for its own, payback for the cumulative flow, a sum for the end for what it adds up;
  /// a weighted sum has one for each of its terms.
  std::vector<std::uint32_t> slots;
  std::uint32_t slot_count = 0;

  std::vector<PlanOutput> outputs;
  /// Pairs of orders that the shares of initiatives are averages over, in the stream with the fewest; 0: all orders.
  std::size_t order_pairs = 0;
  std::vector<PlanFlow> flows;
  std::vector<PlanFlow> kept_flows;  ///< the net flow of the programme of each option
  std::vector<PlanClamp> clamps;
  std::vector<NodeId> watched;  ///< further values that are read: in each step, or once after the steps
  std::vector<PlanSegmentFigure> segment_figures;  ///< of a segment without margin, only the customers

  const Node& operator[](NodeId id) const { return nodes[index_of(id)]; }
};

/// The plan as text, one node a line (`n3 = multiply n0 n2`), section by section, for tests and curious readers.
std::string to_text(const Plan& plan);

}  // namespace wayworth::engine
