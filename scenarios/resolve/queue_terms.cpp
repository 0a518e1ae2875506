#include "scenarios/resolve/queue_terms.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "engine/core/input_error.hpp"

namespace wayworth::scenarios {

using engine::Function;
using engine::Unit;

Quantity pure_call(Function function, std::vector<Quantity> arguments) {
  Quantity result;
  result.is_plain = true;
  std::vector<engine::Expression> expressions;
  for (Quantity& argument : arguments) {
    result.checked = result.checked && argument.checked;
    result.is_plain = result.is_plain && argument.is_plain;
    expressions.push_back(std::move(argument.expression));
  }
  result.expression = engine::call(function, std::move(expressions));
  return result;
}

std::optional<QueueTerms> QueueTerms::make(QueueFigure calls, QueueFigure handle_time, const Report& report) {
  const bool known = calls.quantity.checked && handle_time.quantity.checked;
  Quantity load = pure_call(Function::multiply, {calls.quantity, handle_time.quantity});
  try {
    load.unit = calls.quantity.unit * handle_time.quantity.unit;
    if (load.unit.is_pure_number()) {
      Unit time_unit = handle_time.quantity.unit * calls.quantity.unit.of_things();
      return QueueTerms(converted(std::move(load), Unit()), std::move(handle_time.quantity), std::move(time_unit));
    }
  } catch (const engine::InputError&) {  // a power beyond what units can have: no pure number either
  }
  if (!known) {
    load.unit = Unit();
    return QueueTerms(std::move(load), std::move(handle_time.quantity), Unit());
  }
  report(fmt::format("{} but {}: their product must be a pure number, such as call/hour times second/call",
                     calls.described, handle_time.described));
  return std::nullopt;
}

std::optional<Quantity> QueueTerms::in_handle_times(QueueFigure time, const Report& report) const {
  const bool known = time.quantity.checked && load_.checked;
  const auto* const number = std::get_if<engine::Expression::Number>(&time.quantity.expression.node);
  const bool is_zero = number != nullptr && number->value == 0.0;
  if (!is_zero && time.quantity.unit.same_kind(time_unit_)) {
    time.quantity = converted(std::move(time.quantity), time_unit_);
  } else if (!is_zero && known) {
    report(fmt::format("{}, but must be a time{}", time.described,
                       time.quantity.is_plain ? "; " + time.advice : std::string()));
    return std::nullopt;
  }
  return pure_call(Function::divide, {std::move(time.quantity), handle_time_});
}

}  // namespace wayworth::scenarios
