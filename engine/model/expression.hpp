#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace wayworth::engine {

/// Position of an uncertain input, a driver, a stream, a stock or an initiative in its list in the Model.
enum class InputId : std::uint32_t {};
enum class DriverId : std::uint32_t {};
enum class StreamId : std::uint32_t {};
enum class StockId : std::uint32_t {};
enum class InitiativeId : std::uint32_t {};

template <class Id>
constexpr std::size_t index_of(Id id) {
  return static_cast<std::size_t>(id);
}

/// What an expression may compute from its arguments. Comparisons give 1 or 0.
enum class Function : std::uint8_t {
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  choose,  ///< if(condition, when it is not 0, when it is 0)
  minimum,
  maximum,
  clamp,  ///< clamp(x, low, high)
  absolute,
  exponential,
  logarithm,
  square_root,
  round,  ///< halves away from zero
  floor,
  // Queues, as in engine/finance: load in erlangs, times in handle times.
  erlang_c_agents,                    ///< (load, service level, within), on the line between whole numbers
  erlang_c_whole_agents,              ///< (load, service level, within)
  erlang_c_service_level,             ///< (load, agents, within)
  agents_at_occupancy,                ///< (load, occupancy)
  whole_agents_at_occupancy,          ///< (load, occupancy)
  erlang_a_agents,                    ///< (load, patience, service level, within), likewise; of all offered calls
  erlang_a_whole_agents,              ///< (load, patience, service level, within)
  erlang_a_service_level,             ///< (load, agents, patience, within)
  erlang_a_abandonment,               ///< (load, agents, patience)
  erlang_a_agents_at_occupancy,       ///< (load, patience, occupancy)
  erlang_a_whole_agents_at_occupancy  ///< (load, patience, occupancy)
};
inline constexpr std::size_t function_count =
    static_cast<std::size_t>(Function::erlang_a_whole_agents_at_occupancy) + 1;

/// Name as the scenario writes it ("+", "min", "if") and number of arguments; minimum and maximum take two or more.
struct FunctionTraits {
  const char* name;
  std::size_t least_arguments;
  std::size_t most_arguments;
};
FunctionTraits traits_of(Function function);

/// The value of `function` for one trial. The one definition of every function: the plan's kernels and the reference
/// evaluator both follow it. Division by zero, the logarithm of a negative number and the like give what IEEE 754
/// gives; a result that is not finite stops the run where it reaches an output.
double evaluate(Function function, std::span<const double> arguments);

/// A stock changes within a step: as it is when the step begins, or when it ends.
enum class StockMoment : std::uint8_t { before, after };

/// A formula whose names are resolved and whose units are checked: conversions stand in it as multiplications, so its
/// value comes out in the unit that its owner states. A tree of plain values.
struct Expression {
  struct Number {
    double value;
    bool operator==(const Number&) const = default;
  };
  struct Draw {
    InputId input;  ///< the value of this uncertain input in the trial
    bool operator==(const Draw&) const = default;
  };
  struct DriverValue {
    DriverId driver;  ///< with the effects of the initiatives that are active
    bool operator==(const DriverValue&) const = default;
  };
  struct StreamValue {
    StreamId stream;  ///< in money a year or FTE, with the effects of the initiatives that are active
    bool operator==(const StreamValue&) const = default;
  };
  struct StockValue {
    StockId stock;  ///< with the effects of the initiatives that are active, in this step and all before
    StockMoment moment;
    bool operator==(const StockValue&) const = default;
  };
  struct StepValue {
    std::vector<double> by_step;  ///< known in advance: of step 1, 2, ..., as many as the timeline has
    bool operator==(const StepValue&) const = default;
  };
  struct StepDraw {
    InputId first;  ///< one input a step: that of step t is `first` + t - 1
    bool operator==(const StepDraw&) const = default;
  };
  struct StepNumber {
    bool operator==(const StepNumber&) const = default;
  };  ///< `t`: 1 in the first step
  struct Year {
    bool operator==(const Year&) const = default;
  };  ///< `year`: years from the start to the beginning of the step, 0 in the first
  struct Call {
    Function function;
    std::vector<Expression> arguments;
    bool operator==(const Call&) const = default;
  };

  std::variant<Number, Draw, DriverValue, StreamValue, StockValue, StepValue, StepDraw, StepNumber, Year, Call> node =
      Number{0.0};

  bool operator==(const Expression&) const = default;
};

Expression number(double value);
Expression call(Function function, std::vector<Expression> arguments);
Expression times(Expression a, Expression b);
/// 1 - share
Expression one_less(Expression share);

/// The drivers and streams that `expression` names, in the order of their first appearance.
std::vector<DriverId> drivers_named_in(const Expression& expression);
std::vector<StreamId> streams_named_in(const Expression& expression);
std::vector<StockId> stocks_named_in(const Expression& expression);
/// Draws of single steps are not among them.
std::vector<InputId> inputs_drawn_in(const Expression& expression);

}  // namespace wayworth::engine
