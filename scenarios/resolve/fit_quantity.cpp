#include "scenarios/resolve/fit_quantity.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "scenarios/formulas/constant_value.hpp"

namespace wayworth::scenarios {
namespace {

bool is_zero(const Quantity& quantity) {
  const auto* const number = std::get_if<engine::Expression::Number>(&quantity.expression.node);
  return number != nullptr && number->value == 0.0;
}

std::string percent(double share) {
  return fmt::format("{:.6g}%", share * 100.0);
}

std::string lowest(double low) {
  return std::isinf(low) ? "has no lower limit" : "can be " + percent(low);
}
std::string highest(double high) {
  return std::isinf(high) ? "has no upper limit" : "can be " + percent(high);
}

}  // namespace

std::optional<Quantity> QuantityFitter::in_unit(const Figure& figure, AllowedNames allowed,
                                                const WantedUnit& wanted) const {
  std::optional<Quantity> quantity = builder_.build(figure, allowed);
  if (!quantity) return std::nullopt;
  return in_unit(std::move(*quantity), figure, wanted);
}

std::optional<Quantity> QuantityFitter::in_unit(Quantity quantity, const Figure& figure,
                                                const WantedUnit& wanted) const {
  if (quantity.adapts() || (quantity.is_plain && takes_percent(wanted.unit))) {
    quantity.unit = wanted.unit;
    return quantity;
  }
  if (quantity.unit.same_kind(wanted.unit)) return converted(std::move(quantity), wanted.unit);
  if (!quantity.checked) {
    quantity.unit = wanted.unit;
    return quantity;
  }
  const std::string is = quantity.is_plain ? "is a share" : fmt::format("comes out as {}", quantity.unit.text());
  builder_.problems().error(figure.place, figure.path,
                            fmt::format("'{}' {}, not {}", figure.as_typed, is, wanted.text));
  return std::nullopt;
}

std::optional<engine::Expression> QuantityFitter::relative_change(const Figure& figure, AllowedNames allowed) const {
  const std::optional<Quantity> quantity = in_unit(figure, allowed, {engine::Unit(), "a share"});
  if (!quantity) return std::nullopt;
  if (quantity->is_plain && quantity->suffix != Syntax::Suffix::percent && !is_zero(*quantity)) {
    report_missing_suffix(figure, "%", builder_.problems());
    return std::nullopt;
  }
  const std::optional<PossibleRange> range = range_of(*quantity);
  if (!range || range->low > -1.0) return quantity->expression;
  builder_.problems().error(
      figure.place, figure.path,
      fmt::format("'{}' {}, but a change must stay above -100%", figure.as_typed, lowest(range->low)));
  return std::nullopt;
}

std::optional<engine::Expression> QuantityFitter::share_or(double otherwise, const std::optional<Figure>& figure,
                                                           AllowedNames allowed) const {
  if (!figure) return engine::number(otherwise);
  std::optional<Quantity> quantity = in_unit(*figure, allowed, {engine::Unit(), "a share"});
  if (!quantity) return std::nullopt;
  const std::optional<PossibleRange> range = range_of(*quantity);
  if (!range || (0.0 <= range->low && range->high <= 1.0)) return std::move(quantity->expression);
  builder_.problems().error(figure->place, figure->path,
                            fmt::format("'{}' {}, but must stay between 0% and 100%", figure->as_typed,
                                        range->low < 0.0 ? lowest(range->low) : highest(range->high)));
  return std::nullopt;
}

std::optional<engine::Expression> QuantityFitter::months(const std::optional<Figure>& figure) const {
  if (!figure) return engine::number(0.0);
  return not_negative(*figure, "months");
}

std::optional<engine::Expression> QuantityFitter::person_months(const Figure& figure) const {
  return not_negative(figure, "person-months");
}

std::optional<engine::Expression> QuantityFitter::not_negative(const Figure& figure, std::string_view what) const {
  std::optional<Quantity> quantity = builder_.build(figure, {});
  if (!quantity) return std::nullopt;
  const double low = possible_range(quantity->expression, inputs_, time_).low;
  std::string wrong;
  if (!quantity->adapts()) {
    wrong = fmt::format("is a share, not a number of {}", what);
  } else if (!(low >= 0.0)) {
    wrong = std::isinf(low) ? fmt::format("has no lower limit, but {} cannot be below 0", what)
                            : fmt::format("can be {:.6g} {}, but cannot be below 0", low, what);
  }
  if (wrong.empty()) return std::move(quantity->expression);
  builder_.problems().error(figure.place, figure.path, fmt::format("'{}' {}", figure.as_typed, wrong));
  return std::nullopt;
}

std::optional<PossibleRange> QuantityFitter::range_of(const Quantity& quantity) const {
  if (quantity.is_plain) return possible_range(quantity.expression, inputs_, time_);
  const auto* const named = std::get_if<engine::Expression::DriverValue>(&quantity.expression.node);
  return named == nullptr ? std::nullopt : builder_.names().driver(named->driver).range;
}

}  // namespace wayworth::scenarios
