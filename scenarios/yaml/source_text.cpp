#include "scenarios/yaml/source_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "scenarios/yaml/utf8.hpp"

namespace wayworth::scenarios {

namespace {

bool is_control(std::uint32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
         (code >= 0x7F && code <= 0x9F && code != 0x85);
}

}  // namespace

std::optional<BadText> find_bad_text(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return BadText{0, "is UTF-16 text; save the file as UTF-8"};
  }
  std::size_t at = 0;
  while (at < text.size()) {
    const auto [size, code] = first_character(text.substr(at));
    if (size == 0) {
      return BadText{at, fmt::format("byte 0x{:02X} is not valid UTF-8; save the file as UTF-8",
                                     static_cast<unsigned char>(text[at]))};
    }
    if (is_control(code)) {
      return BadText{at, code == 0 ? "a NUL byte is not text; is this a YAML file?"
                                   : fmt::format("control character U+{:04X} is not allowed; remove it", code)};
    }
    at += size;
  }
  return std::nullopt;
}

SourceText::SourceText(std::string_view text, Place begin) : text_(text), begin_(std::move(begin)), line_starts_{0} {
  for (std::size_t newline = text.find('\n'); newline != std::string_view::npos;
       newline = text.find('\n', newline + 1)) {
    line_starts_.push_back(newline + 1);
  }
}

Place SourceText::place_of(std::size_t byte) {
  byte = std::min(byte, text_.size());
  const auto next_line = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  const auto line = static_cast<std::size_t>(next_line - line_starts_.begin()) - 1;
  if (line != last_line_ || byte < last_byte_) {
    last_line_ = line;
    last_byte_ = line_starts_[line];
    last_column_ = 0;
  }
  last_column_ += count_characters(text_.substr(last_byte_, byte - last_byte_));
  last_byte_ = byte;
  return {static_cast<int>(line) + 1, static_cast<int>(last_column_) + 1, begin_.set_path, begin_.file};
}

}  // namespace wayworth::scenarios
