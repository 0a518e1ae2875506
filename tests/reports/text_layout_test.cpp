#include "reports/text_layout.hpp"

#include "reports/character_width.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth::reports;

TEST_CASE("a character takes 0, 1 or 2 columns", "[reports][known-answer]") {
  CHECK(character_width(U'a') == 1);
  CHECK(character_width(U'é') == 1);
  CHECK(character_width(U'±') == 1);
  CHECK(character_width(U'…') == 1);
  CHECK(character_width(U'─') == 1);
  CHECK(character_width(U'座') == 2);
  CHECK(character_width(U'、') == 2);
  CHECK(character_width(U'（') == 2);  // full-width parenthesis
  CHECK(character_width(U'한') == 2);
  CHECK(character_width(U'カ') == 2);
  CHECK(character_width(U'ｶ') == 1);  // half-width
  CHECK(character_width(U'😀') == 2);
  CHECK(character_width(U'\u0301') == 0);  // combining acute accent
  CHECK(character_width(U'\u200B') == 0);  // zero-width space
}

TEST_CASE("text is as wide as its characters", "[reports]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Routing") == 7);
  CHECK(display_width("座席脚本") == 8);
  CHECK(display_width("e\u0301t\u00e9") == 3);
  CHECK(display_width("\xFF\xC3") == 2);  // two broken bytes
}

TEST_CASE("a name is cut at whole characters and says so", "[reports]") {
  CHECK(shortened("Proactive web engagement", 24) == "Proactive web engagement");
  CHECK(shortened("Proactive web engagement", 14) == "Proactive web…");  // no space before the ellipsis
  CHECK(shortened("座席脚本", 8) == "座席脚本");
  CHECK(shortened("座席脚本", 7) == "座席脚…");
  CHECK(shortened("座席脚本", 6) == "座席…");  // a third wide character would need a seventh column
  CHECK(shortened("abc", 0).empty());
  CHECK(shortened("abc", 1) == "…");
}

TEST_CASE("padding counts columns, not bytes", "[reports]") {
  CHECK(padded_right("座席", 6) == "座席  ");
  CHECK(padded_left("é", 3) == "  é");
  CHECK(padded_left("abcd", 3) == "abcd");
}

TEST_CASE("lines break at spaces, or between wide characters", "[reports]") {
  using Lines = std::vector<std::string>;
  CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
  CHECK(wrapped("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(wrapped("端到端旅程优化", 6) == Lines{"端到端", "旅程优", "化"});
  CHECK(wrapped("座", 1) == Lines{"座"});  // does not fit anywhere; must end nevertheless
  CHECK(wrapped("", 5) == Lines{""});
  // A figure and its unit stay together where the line has room for both.
  CHECK(wrapped("P10 140 %, P90 346 % a year", 19) == Lines{"P10 140 %, P90", "346 % a year"});
  CHECK(wrapped("pays back in 18 months", 15) == Lines{"pays back in", "18 months"});
  CHECK(wrapped("worth 3.0M \u00B12k", 11) == Lines{"worth", "3.0M \u00B12k"});
  CHECK(wrapped("worth USD 35.0M", 10) == Lines{"worth", "USD 35.0M"});
  CHECK(wrapped("346 %", 3) == Lines{"346", "%"});
}

TEST_CASE("no text of a scenario can steer the terminal", "[reports]") {
  CHECK(printable("A\x1B[2Jbc") == "A\uFFFD[2Jbc");
  CHECK(printable("one\ntwo\tthree\r") == "one two three ");
  CHECK(printable("\xC2\x9B"
                  "31m") ==
        "\uFFFD"
        "31m");  // the one-character form of ESC [
  CHECK(printable("ab\u202Edc") ==
        "ab\uFFFD"
        "dc");  // turns the writing direction
  CHECK(printable("\xC0\x80") == "\uFFFD\uFFFD");
  CHECK(printable("座席 é") == "座席 é");
}
