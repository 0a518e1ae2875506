#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>

#include "cli/scenario_options.hpp"
#include "reports/terminal.hpp"

namespace wayworth::cli {

/// What there is to know about the place the program runs in. Only main() asks the system; tests make it up.
struct Terminal {
  bool output_is_terminal = false;
  bool errors_are_terminal = false;
  std::size_t columns = 0;  ///< of the terminal; 0 when unknown
  std::map<std::string, std::string> environment;
  std::filesystem::path program;                             ///< the file that runs; empty when unknown
  std::function<bool()> interrupted = [] { return false; };  ///< the user pressed Ctrl-C
  /// Told that results come out from here on: what is begun then is also ended.
  std::function<void()> output_begins = [] {};
};

/// Everything a command reads from and writes to, besides files.
struct Streams {
  std::istream& in;   ///< a scenario named `-`
  std::ostream& out;  ///< results
  std::ostream& err;  ///< progress and messages
  const Terminal& terminal;
};

/// Colour for standard output: --no-color, then NO_COLOR, CLICOLOR_FORCE, TERM=dumb, then whether it is a terminal.
/// Source: no-color.org and bixense.com/clicolors.
reports::Colour colour_for(const Terminal& terminal, bool no_color);

/// --width, then COLUMNS, then the terminal's width, then 100.
std::size_t width_for(const Terminal& terminal, std::optional<std::size_t> asked);

/// How a command prints its answer.
reports::TerminalStyle style_for(const Terminal& terminal, const DisplayOptions& display);

/// Everything that a command prints and writes comes after this, so that Ctrl-C leaves all of it or nothing.
/// \throws Interrupted when Ctrl-C was pressed before
void begin_output(const Terminal& terminal);

/// Progress is drawn only where it can be erased again.
bool shows_progress(const Terminal& terminal);

}  // namespace wayworth::cli
