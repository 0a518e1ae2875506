#include "reports/text_layout.hpp"

#include "reports/character_width.hpp"

namespace wayworth::reports {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

struct Decoded {
  char32_t character;
  std::size_t bytes;
};

/// The first character of `text`, which is not empty. Broken, overlong and surrogate sequences give the replacement
/// character for one byte.
Decoded first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return {replacement, 1};
  auto character = static_cast<char32_t>(lead & (0x7F >> bytes));
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0) != 0x80) return {replacement, 1};
    character = (character << 6) | (next & 0x3F);
  }
  const bool overlong = (bytes == 3 && character < 0x800) || (bytes == 4 && character < 0x10000);
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  return overlong || surrogate || character > 0x10FFFF ? Decoded{replacement, 1} : Decoded{character, bytes};
}

bool steers_the_terminal(char32_t character) {
  const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
  const bool direction = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
  return control || direction;
}

/// Bytes of `text` that fit into `width` columns, whole characters with the marks that belong to them.
std::size_t bytes_that_fit(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t bytes = 0;
  while (bytes < text.size()) {
    const Decoded next = first_character(text.substr(bytes));
    used += character_width(next.character);
    if (used > width) break;
    bytes += next.bytes;
  }
  return bytes;
}

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_capital(char letter) {
  return letter >= 'A' && letter <= 'Z';
}

/// Whether the space at `at` stands inside a figure: "346 %", "14 months", "3.0M \u00B12k", "USD 1.2M".
bool is_inside_figure(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 >= text.size()) return false;
  const std::string_view before = text.substr(0, at);
  const std::string_view after = text.substr(at + 1);
  if (after.front() == '%' || after.starts_with("\u00B1")) return true;
  const std::string_view word = before.substr(before.rfind(' ') + 1);  // npos + 1 is 0
  if (is_digit(word.front()) && is_digit(word.back())) {
    return after.front() >= 'a' && after.front() <= 'z';
  }
  const bool is_currency = word.size() == 3 && is_capital(word[0]) && is_capital(word[1]) && is_capital(word[2]);
  return is_currency && (is_digit(after.front()) || after.front() == '-');
}

/// Bytes of the first line of `text`, which is wider than `width`: up to the last space that is not inside a figure or
/// the last wide character.
std::size_t line_break(std::string_view text, std::size_t width) {
  const std::size_t fits = bytes_that_fit(text, width);
  if (fits < text.size() && text[fits] == ' ' && !is_inside_figure(text, fits)) return fits;
  std::size_t best = 0;
  for (std::size_t at = 0; at < fits;) {
    const Decoded next = first_character(text.substr(at));
    if (next.character == U' ' && at > 0 && !is_inside_figure(text, at)) best = at;
    at += next.bytes;
    if (character_width(next.character) == 2) best = at;
  }
  if (best > 0) return best;
  return fits > 0 ? fits : first_character(text).bytes;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Decoded next = first_character(text);
    width += character_width(next.character);
    text.remove_prefix(next.bytes);
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const Decoded next = first_character(text);
    if (next.character == U'\n' || next.character == U'\r' || next.character == U'\t') {
      shown += ' ';
    } else if (next.character == replacement || steers_the_terminal(next.character)) {
      shown += replacement_utf8;
    } else {
      shown += text.substr(0, next.bytes);
    }
    text.remove_prefix(next.bytes);
  }
  return shown;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return "";
  std::string_view kept = text.substr(0, bytes_that_fit(text, width - 1));
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  return std::string(kept) + std::string(ellipsis);
}

std::string padded_left(std::string_view text, std::size_t width) {
  const std::size_t own = display_width(text);
  return std::string(own < width ? width - own : 0, ' ') + std::string(text);
}

std::string padded_right(std::string_view text, std::size_t width) {
  const std::size_t own = display_width(text);
  return std::string(text) + std::string(own < width ? width - own : 0, ' ');
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (display_width(text) > width) {
    const std::size_t end = line_break(text, width);
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  if (!text.empty() || lines.empty()) lines.emplace_back(text);
  return lines;
}

}  // namespace wayworth::reports
