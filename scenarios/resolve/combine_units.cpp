#include "scenarios/resolve/combine_units.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "engine/core/input_error.hpp"

namespace wayworth::scenarios {
namespace {

using engine::Function;
using engine::Unit;

const Syntax& argument_syntax(const CallSite& site, std::size_t i) {
  return std::get<Syntax::Call>(site.syntax.node).arguments[i];
}

std::nullopt_t report(const CallSite& site, std::string message) {
  site.problems.error(site.syntax.place, site.path, std::move(message));
  return std::nullopt;
}

std::string described(const CallSite& site, const Quantity& quantity, std::size_t i) {
  return describe(quantity, argument_syntax(site, i)) + site.origin_of(argument_syntax(site, i));
}

/// What the function does, for "cannot ... them".
std::string_view verb(Function function) {
  switch (function) {
    case Function::add:
      return "add";
    case Function::subtract:
      return "subtract";
    case Function::choose:
      return "choose between";
    default:
      return "compare";
  }
}

/// A result that takes "plain" and "checked" from its arguments.
Quantity from(Function function, std::vector<Quantity> arguments, Unit unit) {
  Quantity result;
  result.unit = std::move(unit);
  result.is_plain = true;
  std::vector<engine::Expression> expressions;
  for (Quantity& argument : arguments) {
    result.checked = result.checked && argument.checked;
    result.is_plain = result.is_plain && argument.is_plain;
    result.suffix = std::max(result.suffix, argument.suffix);
    expressions.push_back(std::move(argument.expression));
  }
  if (!result.is_plain) result.suffix = Syntax::Suffix::bare;
  result.expression = engine::call(function, std::move(expressions));
  return result;
}

/// The argument whose unit the others take: the first that is checked, else the first with a unit at all.
std::size_t leader(std::span<const Quantity> arguments, std::size_t first) {
  std::optional<std::size_t> best;
  const auto rank = [&](std::size_t i) {
    const Quantity& one = arguments[i];
    if (one.adapts()) return 0;
    if (one.checked) return 3;
    return one.unit.is_pure_number() ? 1 : 2;
  };
  for (std::size_t i = first; i < arguments.size(); ++i) {
    if (!best || rank(i) > rank(*best)) best = i;
  }
  return *best;
}

/// Gives the arguments from `first` on one unit. False, and a problem, when they clash.
bool unify(Function function, std::vector<Quantity>& arguments, std::size_t first, const CallSite& site) {
  const std::size_t lead = leader(arguments, first);
  const Unit unit = arguments[lead].unit;
  for (std::size_t i = first; i < arguments.size(); ++i) {
    if (arguments[i].adapts()) continue;
    if (arguments[i].unit.same_kind(unit)) {
      arguments[i] = converted(std::move(arguments[i]), unit);
    } else if (arguments[i].checked && arguments[lead].checked) {
      const auto [a, b] = std::minmax(i, lead);
      report(site, fmt::format("{} but {}: cannot {} them", described(site, arguments[a], a),
                               described(site, arguments[b], b), verb(function)));
      return false;
    }
  }
  return true;
}

std::optional<Quantity> combine_alike(Function function, std::vector<Quantity> arguments, std::size_t first,
                                      const CallSite& site) {
  if (!unify(function, arguments, first, site)) return std::nullopt;
  Unit unit = arguments[leader(arguments, first)].unit;
  return from(function, std::move(arguments), std::move(unit));
}

std::optional<Quantity> compare(Function function, std::vector<Quantity> arguments, const CallSite& site) {
  if (!unify(function, arguments, 0, site)) return std::nullopt;
  Quantity result = from(function, std::move(arguments), Unit());
  result.suffix = Syntax::Suffix::bare;
  return result;
}

/// The argument as a pure number; nothing, and a problem, when it has a unit.
std::optional<Quantity> pure_number(Quantity argument, std::size_t i, std::string_view needs, const CallSite& site) {
  if (argument.unit.is_pure_number()) return converted(std::move(argument), Unit());
  if (!argument.checked) return argument;
  return report(site, fmt::format("{}, but {} a pure number", described(site, argument, i), needs));
}

std::optional<Quantity> multiply_or_divide(Function function, std::vector<Quantity> arguments, const CallSite& site) {
  const Unit& left = arguments[0].unit;
  const Unit& right = arguments[1].unit;
  try {
    Unit unit = function == Function::multiply ? left * right : left / right;
    return from(function, std::move(arguments), std::move(unit));
  } catch (const engine::InputError& error) {
    return report(site, error.what());
  }
}

/// The exponent, when it is a whole number that is written as such.
std::optional<int> whole_exponent(const Quantity& exponent) {
  const engine::Expression* expression = &exponent.expression;
  double sign = 1.0;
  if (const auto* const call = std::get_if<engine::Expression::Call>(&expression->node)) {
    if (call->function != Function::negate) return std::nullopt;
    sign = -1.0;
    expression = &call->arguments.front();
  }
  const auto* const number = std::get_if<engine::Expression::Number>(&expression->node);
  if (number == nullptr || number->value != std::floor(number->value) || number->value > Unit::max_power) {
    return std::nullopt;
  }
  return static_cast<int>(sign * number->value);
}

std::optional<Quantity> raise(std::vector<Quantity> arguments, const CallSite& site) {
  std::optional<Quantity> exponent = pure_number(std::move(arguments[1]), 1, "an exponent must be", site);
  if (!exponent) return std::nullopt;
  arguments[1] = std::move(*exponent);
  if (arguments[0].unit.is_pure_number()) {
    arguments[0] = converted(std::move(arguments[0]), Unit());
    return from(Function::power, std::move(arguments), Unit());
  }
  const std::optional<int> power = whole_exponent(arguments[1]);
  try {
    if (power) {
      Unit unit = arguments[0].unit.power(*power);
      return from(Function::power, std::move(arguments), std::move(unit));
    }
  } catch (const engine::InputError& error) {
    return report(site, error.what());
  }
  if (!arguments[0].checked) return from(Function::power, std::move(arguments), Unit());
  return report(site, fmt::format("{}: only a pure number can be raised to a power that is no whole number",
                                  described(site, arguments[0], 0)));
}

std::optional<Quantity> square_root(std::vector<Quantity> arguments, const CallSite& site) {
  std::optional<Unit> unit = arguments[0].unit.root(2);
  if (!unit && arguments[0].checked) {
    return report(site, fmt::format("{}: its square root has no unit", described(site, arguments[0], 0)));
  }
  return from(Function::square_root, std::move(arguments), std::move(unit).value_or(Unit()));
}

std::optional<Quantity> of_pure_number(Function function, std::vector<Quantity> arguments, const CallSite& site) {
  const std::string needs = fmt::format("{} needs", engine::traits_of(function).name);
  std::optional<Quantity> argument = pure_number(std::move(arguments[0]), 0, needs, site);
  if (!argument) return std::nullopt;
  arguments[0] = std::move(*argument);
  Quantity result = from(function, std::move(arguments), Unit());
  result.suffix = Syntax::Suffix::bare;
  return result;
}

std::optional<Quantity> choose(std::vector<Quantity> arguments, const CallSite& site) {
  std::optional<Quantity> condition = pure_number(std::move(arguments[0]), 0, "a condition is", site);
  if (!condition) return std::nullopt;
  arguments[0] = std::move(*condition);
  const bool values_are_plain = arguments[1].is_plain && arguments[2].is_plain;
  const Syntax::Suffix suffix = std::max(arguments[1].suffix, arguments[2].suffix);
  std::optional<Quantity> result = combine_alike(Function::choose, std::move(arguments), 1, site);
  if (!result) return std::nullopt;
  result->is_plain = values_are_plain;
  result->suffix = values_are_plain ? suffix : Syntax::Suffix::bare;
  return result;
}

}  // namespace

std::optional<Quantity> combine(Function function, std::vector<Quantity> arguments, const CallSite& site) {
  switch (function) {
    case Function::negate:
    case Function::absolute:
    case Function::round:
    case Function::floor: {
      Unit unit = arguments[0].unit;
      return from(function, std::move(arguments), std::move(unit));
    }
    case Function::multiply:
    case Function::divide:
      return multiply_or_divide(function, std::move(arguments), site);
    case Function::power:
      return raise(std::move(arguments), site);
    case Function::less:
    case Function::less_equal:
    case Function::greater:
    case Function::greater_equal:
    case Function::equal:
    case Function::not_equal:
      return compare(function, std::move(arguments), site);
    case Function::choose:
      return choose(std::move(arguments), site);
    case Function::exponential:
    case Function::logarithm:
      return of_pure_number(function, std::move(arguments), site);
    case Function::square_root:
      return square_root(std::move(arguments), site);
    case Function::add:
    case Function::subtract:
    case Function::minimum:
    case Function::maximum:
    case Function::clamp:
      return combine_alike(function, std::move(arguments), 0, site);
    default:  // queues: the language reaches them through business functions
      break;
  }
  return std::nullopt;
}

}  // namespace wayworth::scenarios
