#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wayworth::scenarios {

struct Character {
  std::size_t bytes = 0;  ///< 0 when the text does not begin with a valid character
  std::uint32_t code = 0;
};

/// The UTF-8 character that `text`, which is not empty, begins with.
/// Source: The Unicode Standard 15.0, table 3-7 (well-formed UTF-8 byte sequences).
Character first_character(std::string_view text);

/// Number of characters in valid UTF-8 text.
std::size_t count_characters(std::string_view text);

}  // namespace wayworth::scenarios
