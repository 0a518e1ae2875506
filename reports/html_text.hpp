#pragma once

#include <string>
#include <string_view>

namespace wayworth::reports {

/// Any text as HTML that shows just this text, in an element or in a quoted attribute: nothing in it becomes a tag, a
/// reference or the end of the attribute. Control characters, direction marks and broken bytes become U+FFFD.
std::string html_text(std::string_view text);

/// JSON as it may stand inside a script element: no "<" that could end it.
std::string json_in_html(std::string json);

}  // namespace wayworth::reports
