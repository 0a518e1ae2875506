#pragma once

#include <string>
#include <string_view>

#include "scenarios/formulas/syntax.hpp"
#include "scenarios/messages/place.hpp"

namespace wayworth::scenarios {

/// The function name under which a Figure holds a three-point estimate; nothing that can be typed as a formula.
inline constexpr std::string_view three_point_estimate = "[low, likely, high]";

/// A figure as the scenario has it: a formula, or a list of three numbers (a Call of three_point_estimate).
struct Figure {
  Syntax syntax;
  Place place;
  std::string path;      ///< permanent: what it draws is known by this, such as "drivers.margin"
  std::string as_typed;  ///< "[150, 176, 210]"
};

}  // namespace wayworth::scenarios
