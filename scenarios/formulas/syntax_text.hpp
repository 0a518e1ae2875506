#pragma once

#include <string>

#include "scenarios/formulas/syntax.hpp"

namespace wayworth::scenarios {

/// A formula as text for messages, with the parentheses that it needs: "calls * (1 + 4%)".
std::string to_text(const Syntax& syntax);

}  // namespace wayworth::scenarios
