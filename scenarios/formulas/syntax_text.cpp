#include "scenarios/formulas/syntax_text.hpp"

#include <string_view>

#include <fmt/format.h>

#include "scenarios/formulas/figure.hpp"

namespace wayworth::scenarios {
namespace {

/// How tightly an operator binds; a function call, a number and a name bind tightest.
int binding(const Syntax& syntax) {
  const auto* const call = std::get_if<Syntax::Call>(&syntax.node);
  if (call == nullptr) return 7;
  const std::string_view name = call->function;
  if (name == "to") return 1;
  if (name == "<" || name == "<=" || name == ">" || name == ">=" || name == "==" || name == "!=") return 2;
  if (name == "+" || name == "-") return 3;
  if (name == "*" || name == "/") return 4;
  if (name == negation) return 5;
  if (name == "^") return 6;
  return 7;
}

std::string text_in(const Syntax& syntax, int at_least) {
  const std::string text = to_text(syntax);
  return binding(syntax) < at_least ? fmt::format("({})", text) : text;
}

std::string joined_arguments(const Syntax::Call& call) {
  std::string text;
  for (const Syntax& argument : call.arguments) text += (text.empty() ? "" : ", ") + to_text(argument);
  return text;
}

}  // namespace

std::string to_text(const Syntax& syntax) {
  if (const auto* const number = std::get_if<Syntax::Number>(&syntax.node)) return number->as_typed;
  if (const auto* const name = std::get_if<Syntax::Name>(&syntax.node)) return name->text;
  if (const auto* const text = std::get_if<Syntax::Text>(&syntax.node)) return fmt::format("\"{}\"", text->text);
  const auto& call = std::get<Syntax::Call>(syntax.node);
  if (is_three_point_estimate(call.function)) return fmt::format("[{}]", joined_arguments(call));
  const int own = binding(syntax);
  if (own == 7) return fmt::format("{}({})", call.function, joined_arguments(call));
  if (call.function == negation) return "-" + text_in(call.arguments[0], own);
  const bool to_the_right = call.function == "^";
  return fmt::format("{} {} {}", text_in(call.arguments[0], to_the_right ? own + 1 : own), call.function,
                     text_in(call.arguments[1], to_the_right ? own : own + 1));
}

}  // namespace wayworth::scenarios
