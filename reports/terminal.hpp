#pragma once

#include <cstddef>
#include <string>

#include "reports/report.hpp"

namespace wayworth::reports {

enum class Colour { none, ansi };

struct TerminalStyle {
  std::size_t width = 100;  ///< in columns; at least 40 is used
  Colour colour = Colour::none;
};

/// The report as lines of at most `width` columns. Tables leave out their least important columns, and say so, before
/// they shorten names; nothing else is left out.
std::string to_terminal_text(const Report& report, const TerminalStyle& style);

}  // namespace wayworth::reports
