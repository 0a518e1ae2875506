#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wayworth::reports {

/// Columns of a terminal that UTF-8 text takes; a byte that is no UTF-8 counts as one replacement character.
std::size_t display_width(std::string_view text);

/// The text without what could steer a terminal: control characters, direction marks and broken bytes become U+FFFD,
/// line breaks and tabs become spaces.
std::string printable(std::string_view text);

/// At most `width` columns of the text; where something is cut off, the last column is an ellipsis.
std::string shortened(std::string_view text, std::size_t width);

/// Spaces before or after the text until it takes `width` columns; longer text stays as it is.
std::string padded_left(std::string_view text, std::size_t width);
std::string padded_right(std::string_view text, std::size_t width);

/// The text in lines of at most `width` columns, broken at spaces and, where there are none, between wide characters or
/// as a last resort anywhere.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace wayworth::reports
