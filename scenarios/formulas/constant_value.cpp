#include "scenarios/formulas/constant_value.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "scenarios/formulas/business_functions.hpp"
#include "scenarios/formulas/reserved_words.hpp"
#include "scenarios/formulas/syntax_text.hpp"

namespace wayworth::scenarios {
namespace {

/// How a message calls the function: "`clamp`"; operators always have the right number of arguments.
std::string counted_arguments(std::size_t least, std::size_t most) {
  if (least == most) return fmt::format("{} argument{}", least, least == 1 ? "" : "s");
  if (most > 1000) return fmt::format("at least {} arguments", least);
  return fmt::format("{} to {} arguments", least, most);
}

/// The least and the most arguments that a function takes.
std::pair<std::size_t, std::size_t> arguments_of(const std::string& function) {
  if (const auto business = business_function_named(function)) return {business->arguments, business->arguments};
  const engine::FunctionTraits traits = engine::traits_of(*function_named(function));
  return {traits.least_arguments, traits.most_arguments};
}

std::optional<Constant> value_of_call(const Syntax& syntax, const Syntax::Call& call, const std::string& path,
                                      Problems& problems, std::string_view otherwise) {
  const std::optional<engine::Function> function = function_named(call.function);
  if (!function) {
    problems.error(syntax.place, path,
                   fmt::format("only numbers can stand here, not `{}`{}", to_text(syntax), otherwise));
    return std::nullopt;
  }
  if (!check_argument_count(syntax, path, problems)) return std::nullopt;
  Constant result;
  std::vector<double> values;
  for (const Syntax& argument : call.arguments) {
    const std::optional<Constant> value = constant_value(argument, path, problems, otherwise);
    if (!value) return std::nullopt;
    values.push_back(value->value);
    result.suffix = combined(result.suffix, value->suffix);
  }
  result.value = engine::evaluate(*function, values);
  if (std::isfinite(result.value)) return result;
  problems.error(syntax.place, path, fmt::format("`{}` is not a finite number", to_text(syntax)));
  return std::nullopt;
}

bool is_bare_number(const Syntax& syntax) {
  if (const auto* const number = std::get_if<Syntax::Number>(&syntax.node)) {
    return number->suffix == Syntax::Suffix::bare && number->value != 0.0;
  }
  const auto* const call = std::get_if<Syntax::Call>(&syntax.node);
  return call != nullptr && call->function == negation && is_bare_number(call->arguments.front());
}

}  // namespace

std::optional<Constant> constant_value(const Syntax& syntax, const std::string& path, Problems& problems,
                                       std::string_view otherwise) {
  if (const auto* const number = std::get_if<Syntax::Number>(&syntax.node)) {
    return Constant{number->value, number->suffix};
  }
  if (const auto* const call = std::get_if<Syntax::Call>(&syntax.node)) {
    return value_of_call(syntax, *call, path, problems, otherwise);
  }
  const std::string_view kind = std::holds_alternative<Syntax::Text>(syntax.node) ? "text" : "name";
  problems.error(syntax.place, path,
                 fmt::format("only numbers can stand here, not the {} `{}`{}", kind, to_text(syntax), otherwise));
  return std::nullopt;
}

Syntax::Suffix combined(Syntax::Suffix a, Syntax::Suffix b) {
  return std::max(a, b);
}

bool check_argument_count(const Syntax& syntax, const std::string& path, Problems& problems) {
  const auto& call = std::get<Syntax::Call>(syntax.node);
  const auto [least, most] = arguments_of(call.function);
  const std::size_t count = call.arguments.size();
  if (least <= count && count <= most) return true;
  problems.error(syntax.place, path,
                 fmt::format("`{}` takes {}, not {}", call.function, counted_arguments(least, most), count));
  return false;
}

void report_missing_suffix(const Figure& figure, std::string_view suffix, Problems& problems) {
  const auto report = [&](const Syntax& number) {
    const std::string text = to_text(number);
    problems.error(number.place, figure.path, fmt::format("'{}' needs a unit: write {}{}", text, text, suffix));
  };
  if (is_bare_number(figure.syntax)) {
    report(figure.syntax);
    return;
  }
  const auto* const call = std::get_if<Syntax::Call>(&figure.syntax.node);
  if (call != nullptr && is_three_point_estimate(call->function) &&
      std::any_of(call->arguments.begin(), call->arguments.end(), is_bare_number)) {
    for (const Syntax& argument : call->arguments) {
      if (is_bare_number(argument)) report(argument);
    }
    return;
  }
  problems.error(figure.place, figure.path,
                 fmt::format("'{}' needs a unit: write its numbers with {}", figure.as_typed, suffix));
}

}  // namespace wayworth::scenarios
