#pragma once

#include <string>
#include <string_view>

#include "scenarios/formulas/syntax.hpp"
#include "scenarios/messages/place.hpp"

namespace wayworth::scenarios {

/// The function names under which a Figure holds a three-point estimate, whose low and high are the ends or P10 and
/// P90; nothing that can be typed as a formula.
inline constexpr std::string_view three_point_estimate = "[low, likely, high]";
inline constexpr std::string_view three_percentiles = "[P10, likely, P90]";

constexpr bool is_three_point_estimate(std::string_view function) {
  return function == three_point_estimate || function == three_percentiles;
}

/// A figure as the scenario has it: a formula, or a list of three numbers (a Call of one of the names above).
struct Figure {
  Syntax syntax;
  Place place;
  std::string path;      ///< permanent: what it draws is known by this, such as "drivers.margin"
  std::string as_typed;  ///< "[150, 176, 210]"
};

}  // namespace wayworth::scenarios
