#include "scenarios/resolve/build_quantity.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "scenarios/formulas/business_functions.hpp"
#include "scenarios/formulas/reserved_words.hpp"
#include "scenarios/formulas/syntax_text.hpp"
#include "scenarios/resolve/business_units.hpp"
#include "scenarios/resolve/combine_units.hpp"

namespace wayworth::scenarios {
namespace {

/// The value of an expression of numbers only.
std::optional<double> value_of_constant(const engine::Expression& expression) {
  if (const auto* const number = std::get_if<engine::Expression::Number>(&expression.node)) return number->value;
  const auto* const call = std::get_if<engine::Expression::Call>(&expression.node);
  if (call == nullptr) return std::nullopt;
  std::vector<double> arguments;
  for (const engine::Expression& argument : call->arguments) {
    const std::optional<double> value = value_of_constant(argument);
    if (!value) return std::nullopt;
    arguments.push_back(*value);
  }
  return engine::evaluate(call->function, arguments);
}

/// The builder at work on one figure.
class FigureBuilder {
public:
  FigureBuilder(const Figure& figure, AllowedNames allowed, const NameTable& names, const CollectedInputs& collected,
                Problems& problems)
      : figure_(figure), allowed_(allowed), names_(names), collected_(collected), problems_(problems) {}

  std::optional<Quantity> build(const Syntax& syntax) const {
    if (const auto* const number = std::get_if<Syntax::Number>(&syntax.node)) {
      Quantity quantity = plain(engine::number(number->value));
      quantity.suffix = number->suffix;
      return quantity;
    }
    if (const auto* const name = std::get_if<Syntax::Name>(&syntax.node)) return named(syntax, name->text);
    if (std::holds_alternative<Syntax::Text>(syntax.node)) {
      return report(syntax, fmt::format("the text {} cannot stand here; only empirical(\"file.csv\", \"column\") takes "
                                        "texts",
                                        to_text(syntax)));
    }
    return called(syntax, std::get<Syntax::Call>(syntax.node));
  }

private:
  static Quantity plain(engine::Expression expression) {
    Quantity quantity;
    quantity.expression = std::move(expression);
    quantity.is_plain = true;
    return quantity;
  }

  std::nullopt_t report(const Syntax& syntax, std::string message) const {
    problems_.error(syntax.place, figure_.path, std::move(message));
    return std::nullopt;
  }

  std::optional<Quantity> named(const Syntax& syntax, const std::string& key) const;
  std::optional<Quantity> time_named(const Syntax& syntax, const std::string& key) const;
  std::optional<Quantity> called(const Syntax& syntax, const Syntax::Call& call) const;
  std::string origin_of(const Syntax& syntax) const;

  const Figure& figure_;
  AllowedNames allowed_;
  const NameTable& names_;
  const CollectedInputs& collected_;
  Problems& problems_;
};

std::optional<Quantity> FigureBuilder::named(const Syntax& syntax, const std::string& key) const {
  if (key == "t" || key == "year") return time_named(syntax, key);
  const NamedQuantity* const found = names_.find(key);
  if (found == nullptr) {
    names_.report_unknown(key, syntax.place, figure_.path, problems_);
    return std::nullopt;
  }
  const bool is_driver = found->kind == NamedQuantity::Kind::driver;
  if (!allowed_.drivers) return report(syntax, fmt::format("only numbers can stand here, not the name `{}`", key));
  if (!is_driver && !allowed_.streams) {
    return report(syntax,
                  fmt::format("`{}` is a stream ({}); only drivers can stand here", key, line_of(found->place)));
  }
  if (found->state == NamedQuantity::State::unusable) return std::nullopt;
  Quantity quantity;
  quantity.unit = found->unit;
  quantity.checked = found->checked;
  if (is_driver) {
    quantity.expression.node = engine::Expression::DriverValue{static_cast<engine::DriverId>(found->index)};
  } else {
    quantity.expression.node = engine::Expression::StreamValue{static_cast<engine::StreamId>(found->index)};
  }
  return quantity;
}

std::optional<Quantity> FigureBuilder::time_named(const Syntax& syntax, const std::string& key) const {
  if (!allowed_.time) return report(syntax, fmt::format("`{}` cannot stand here: this figure has no time", key));
  if (key == "t") return plain({engine::Expression::StepNumber{}});
  return plain({engine::Expression::Year{}});
}

std::optional<Quantity> FigureBuilder::called(const Syntax& syntax, const Syntax::Call& call) const {
  const auto draw = collected_.draws.find(&syntax);
  if (draw != collected_.draws.end()) {
    Quantity quantity = plain(draw->second.expression);
    quantity.suffix = draw->second.suffix;
    return quantity;
  }
  std::vector<Quantity> arguments;
  for (const Syntax& argument : call.arguments) {
    std::optional<Quantity> quantity = build(argument);
    if (quantity) arguments.push_back(std::move(*quantity));
  }
  if (arguments.size() != call.arguments.size()) return std::nullopt;
  const CallSite site{syntax, figure_.path, problems_, [this](const Syntax& name) { return origin_of(name); }};
  const auto business = business_function_named(call.function);
  std::optional<Quantity> result = business ? combine(business->function, std::move(arguments), site)
                                            : combine(*function_named(call.function), std::move(arguments), site);
  if (!result || std::isfinite(value_of_constant(result->expression).value_or(0.0))) return result;
  return report(syntax, fmt::format("`{}` is not a finite number", to_text(syntax)));
}

std::string FigureBuilder::origin_of(const Syntax& syntax) const {
  const auto* const name = std::get_if<Syntax::Name>(&syntax.node);
  const NamedQuantity* const found = name == nullptr ? nullptr : names_.find(name->text);
  if (found == nullptr) return "";
  const std::string_view section = found->kind == NamedQuantity::Kind::driver ? "drivers" : "streams";
  return fmt::format(" ({}.{}, {})", section, name->text, line_of(found->place));
}

}  // namespace

std::optional<Quantity> QuantityBuilder::build(const Figure& figure, AllowedNames allowed) const {
  if (collected_.broken.contains(&figure)) return std::nullopt;
  // A draw that is the whole figure need not be a call: the success of an initiative is typed as a probability.
  const auto draw = collected_.draws.find(&figure.syntax);
  if (draw != collected_.draws.end()) {
    Quantity quantity;
    quantity.expression = draw->second.expression;
    quantity.is_plain = true;
    quantity.suffix = draw->second.suffix;
    return quantity;
  }
  return FigureBuilder(figure, allowed, names_, collected_, problems_).build(figure.syntax);
}

}  // namespace wayworth::scenarios
