#include "scenarios/resolve/possible_range.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace wayworth::scenarios {
namespace {

using engine::Expression;
using engine::Function;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr PossibleRange anything = {-infinity, infinity};

/// The least and greatest of the values at the corners; for a function that rises or falls in each argument by itself.
PossibleRange over_corners(Function function, const PossibleRange& a, const PossibleRange& b) {
  PossibleRange range = {infinity, -infinity};
  for (const double x : {a.low, a.high}) {
    for (const double y : {b.low, b.high}) {
      const double value = engine::evaluate(function, std::array{x, y});
      if (std::isnan(value)) return anything;
      range = {std::min(range.low, value), std::max(range.high, value)};
    }
  }
  return range;
}

/// For a function that rises with its argument.
PossibleRange rising(Function function, const PossibleRange& a) {
  const double low = engine::evaluate(function, std::array{a.low});
  const double high = engine::evaluate(function, std::array{a.high});
  return std::isnan(low) || std::isnan(high) ? anything : PossibleRange{low, high};
}

/// 1 when the steps are not known.
double last_step(const engine::Timeline& time) {
  return static_cast<double>(std::max<std::size_t>(time.steps, 1));
}

/// `year` in the last step.
double last_year(const engine::Timeline& time) {
  return (last_step(time) - 1.0) / time.steps_per_year;
}

PossibleRange quotient(const PossibleRange& a, const PossibleRange& b) {
  const bool may_divide_by_zero = b.low <= 0.0 && 0.0 <= b.high;
  return may_divide_by_zero && b.low != b.high ? anything : over_corners(Function::divide, a, b);
}

PossibleRange absolute(const PossibleRange& a) {
  const double far = std::max(std::abs(a.low), std::abs(a.high));
  const bool spans_zero = a.low <= 0.0 && 0.0 <= a.high;
  return {spans_zero ? 0.0 : std::min(std::abs(a.low), std::abs(a.high)), far};
}

PossibleRange of_call(Function function, std::span<const PossibleRange> a) {
  switch (function) {
    case Function::negate:
      return {-a[0].high, -a[0].low};
    case Function::divide:
      return quotient(a[0], a[1]);
    case Function::add:
    case Function::subtract:
    case Function::multiply:
      return over_corners(function, a[0], a[1]);
    case Function::power:
      return a[0].low > 0.0 ? over_corners(function, a[0], a[1]) : anything;
    case Function::less:
    case Function::less_equal:
    case Function::greater:
    case Function::greater_equal:
    case Function::equal:
    case Function::not_equal:
      return {0.0, 1.0};
    case Function::choose:
      return {std::min(a[1].low, a[2].low), std::max(a[1].high, a[2].high)};
    case Function::minimum:
    case Function::maximum: {
      PossibleRange range = a[0];
      for (const PossibleRange& one : a.subspan(1)) range = over_corners(function, range, one);
      return range;
    }
    case Function::clamp:
      return {std::clamp(a[0].low, a[1].low, std::max(a[1].low, a[2].high)),
              std::clamp(a[0].high, a[1].low, std::max(a[1].low, a[2].high))};
    case Function::absolute:
      return absolute(a[0]);
    case Function::exponential:
    case Function::logarithm:
    case Function::square_root:
    case Function::round:
    case Function::floor:
      return rising(function, a[0]);
    case Function::erlang_c_service_level:
    case Function::erlang_a_service_level:
    case Function::erlang_a_abandonment:
      return {0.0, 1.0};
    default:  // the remaining functions of queues: a number of agents
      return {0.0, infinity};
  }
}

}  // namespace

PossibleRange possible_range(const Expression& expression, std::span<const engine::Input> inputs,
                             const engine::Timeline& time) {
  if (const auto* const number = std::get_if<Expression::Number>(&expression.node)) {
    return {number->value, number->value};
  }
  if (const auto* const draw = std::get_if<Expression::Draw>(&expression.node)) {
    const engine::Distribution& distribution = inputs[engine::index_of(draw->input)].distribution;
    return {engine::minimum(distribution), engine::maximum(distribution)};
  }
  if (const auto* const known = std::get_if<Expression::StepValue>(&expression.node)) {
    const auto [low, high] = std::minmax_element(known->by_step.begin(), known->by_step.end());
    return {*low, *high};
  }
  if (std::holds_alternative<Expression::StepNumber>(expression.node)) return {1.0, last_step(time)};
  if (std::holds_alternative<Expression::Year>(expression.node)) return {0.0, last_year(time)};
  const auto* const call = std::get_if<Expression::Call>(&expression.node);
  if (call == nullptr) return anything;
  std::vector<PossibleRange> arguments;
  for (const Expression& argument : call->arguments) arguments.push_back(possible_range(argument, inputs, time));
  return of_call(call->function, arguments);
}

PossibleRange grown(const PossibleRange& today, const PossibleRange& annual_growth, const engine::Timeline& time) {
  const double years = last_year(time);
  const PossibleRange factor = {std::min(1.0, std::pow(1.0 + annual_growth.low, years)),
                                std::max(1.0, std::pow(1.0 + annual_growth.high, years))};
  return over_corners(Function::multiply, today, factor);
}

}  // namespace wayworth::scenarios
