#include "scenarios/resolve/quantity.hpp"

#include <utility>

#include <fmt/format.h>

#include "scenarios/formulas/syntax_text.hpp"

namespace wayworth::scenarios {

bool Quantity::adapts() const {
  const auto* const number = std::get_if<engine::Expression::Number>(&expression.node);
  const bool is_zero = number != nullptr && number->value == 0.0;
  return is_plain && (suffix == Syntax::Suffix::bare || is_zero);
}

bool takes_percent(const engine::Unit& unit) {
  return unit.is_pure_number() || unit.same_kind(engine::Unit::parse("1/year", ""));
}

Quantity converted(Quantity quantity, const engine::Unit& unit) {
  const double factor = quantity.unit.factor_to(unit);
  quantity.unit = unit;
  if (factor == 1.0) return quantity;
  if (auto* const number = std::get_if<engine::Expression::Number>(&quantity.expression.node)) {
    number->value *= factor;
    return quantity;
  }
  quantity.expression =
      engine::call(engine::Function::multiply, {std::move(quantity.expression), engine::number(factor)});
  return quantity;
}

std::string describe(const Quantity& quantity, const Syntax& syntax) {
  if (quantity.is_plain && quantity.suffix != Syntax::Suffix::bare) {
    return fmt::format("`{}` is a share", to_text(syntax));
  }
  return fmt::format("`{}` is {}", to_text(syntax), quantity.unit.text());
}

}  // namespace wayworth::scenarios
