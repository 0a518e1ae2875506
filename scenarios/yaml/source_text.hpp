#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/messages/place.hpp"

namespace wayworth::scenarios {

/// The text of a file or of a `--set` value, and where its bytes stand.
class SourceText {
public:
  /// `text` must outlive this. `begin` says what it is the text of: its places have the override or the file of it.
  explicit SourceText(std::string_view text, Place begin = {});

  [[nodiscard]] std::string_view text() const { return text_; }

  /// The place of a byte. Fast for bytes that are asked for in ascending order, also on very long lines.
  Place place_of(std::size_t byte);

private:
  std::string_view text_;
  Place begin_;
  std::vector<std::size_t> line_starts_;
  std::size_t last_byte_ = 0;  ///< where the last answer was given, and its line and column counted from 0
  std::size_t last_line_ = 0;
  std::size_t last_column_ = 0;
};

struct BadText {
  std::size_t byte;
  std::string message;
};

/// The first byte that no text may hold: invalid UTF-8, NUL or another control character.
std::optional<BadText> find_bad_text(std::string_view text);

}  // namespace wayworth::scenarios
