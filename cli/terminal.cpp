#include "cli/terminal.hpp"

#include <charconv>

#include "cli/failure.hpp"

namespace wayworth::cli {

namespace {

constexpr std::size_t default_width = 100;

std::string variable(const Terminal& terminal, const std::string& name) {
  const auto found = terminal.environment.find(name);
  return found == terminal.environment.end() ? "" : found->second;
}

std::size_t positive_number(const std::string& text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

}  // namespace

reports::Colour colour_for(const Terminal& terminal, bool no_color) {
  if (no_color || !variable(terminal, "NO_COLOR").empty()) return reports::Colour::none;
  const std::string force = variable(terminal, "CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return reports::Colour::ansi;
  if (variable(terminal, "TERM") == "dumb") return reports::Colour::none;
  return terminal.output_is_terminal ? reports::Colour::ansi : reports::Colour::none;
}

std::size_t width_for(const Terminal& terminal, std::optional<std::size_t> asked) {
  if (asked) return *asked;
  if (const std::size_t columns = positive_number(variable(terminal, "COLUMNS")); columns > 0) return columns;
  return terminal.output_is_terminal && terminal.columns > 0 ? terminal.columns : default_width;
}

reports::TerminalStyle style_for(const Terminal& terminal, const DisplayOptions& display) {
  return {width_for(terminal, display.width), colour_for(terminal, display.no_color)};
}

void begin_output(const Terminal& terminal) {
  terminal.output_begins();
  if (terminal.interrupted()) throw Interrupted();
}

bool shows_progress(const Terminal& terminal) {
  return terminal.errors_are_terminal && variable(terminal, "TERM") != "dumb";
}

}  // namespace wayworth::cli
