#pragma once

#include <optional>
#include <string>

#include "engine/core/unit.hpp"
#include "engine/model/expression.hpp"
#include "scenarios/formulas/syntax.hpp"

namespace wayworth::scenarios {

/// An expression and what it counts.
struct Quantity {
  engine::Expression expression;
  engine::Unit unit;    ///< of what is known about it
  bool checked = true;  ///< every unit in it is known
  /// Made of numbers and draws only: a number without suffix then takes the unit of what it meets.
  bool is_plain = false;
  Syntax::Suffix suffix = Syntax::Suffix::bare;  ///< of a plain one

  /// Takes any unit.
  [[nodiscard]] bool adapts() const;
};

/// Whether a figure in this unit can be typed with %: a pure number, or one per time such as churn.
bool takes_percent(const engine::Unit& unit);

/// `quantity` as a figure in `unit`; it must be of the same kind.
Quantity converted(Quantity quantity, const engine::Unit& unit);

/// What is known of `quantity`, for messages: "`calls` is call/year".
std::string describe(const Quantity& quantity, const Syntax& syntax);

}  // namespace wayworth::scenarios
