#include "reports/terminal.hpp"

#include <limits>
#include <sstream>

#include "reports/text_layout.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth::reports;
using wayworth::tests::ContainsSubstring;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

Figure money(double value, double error) {
  return {Kind::money, value, error};
}

Report with(Table table) {
  return {"Case", {std::move(table)}};
}

Table two_initiatives() {
  Table table{"Initiatives", "USD", {}, {}};
  table.columns = {{"Initiative", Align::left, 1, false},
                   {"NPV mean", Align::right, 1, true},
                   {"P(loss)", Align::right, 2, false},
                   {"Payback", Align::right, 3, false}};
  table.rows = {
      {"Proactive web engagement and co-browse", money(25.912e6, 7e4), Probability{0.02, 16384},
       Figure{Kind::months, 23.2, 0.1}},
      {"座席脚本", money(-1.05e6, 2e3), Probability{0, 16384}, Figure{Kind::months, never, 0}},
  };
  return table;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a table aligns decimal points and double-width names", "[reports][known-answer]") {
  const std::string text = to_terminal_text(with(two_initiatives()), {.width = 80, .colour = Colour::none});
  CHECK(text ==
        "Case\n"
        "\n"
        "Initiatives, USD million\n"
        "Initiative                                 NPV mean   P(loss)  Payback\n"
        "──────────────────────────────────────────────────────────────────────\n"
        "Proactive web engagement and co-browse  25.91 ±0.07       2 %     23.2\n"
        "座席脚本                                -1.05        < 0.03 %    never\n");
}

TEST_CASE("no line is wider than asked for", "[reports][property]") {
  for (std::size_t width = 40; width < 90; ++width) {
    for (const std::string& line : lines_of(to_terminal_text(with(two_initiatives()), {width, Colour::none}))) {
      INFO("width " << width << ": " << line);
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("the least important column goes first, and the table says so", "[reports]") {
  const std::string text = to_terminal_text(with(two_initiatives()), {.width = 46, .colour = Colour::none});
  CHECK_THAT(text, ContainsSubstring("(too narrow here for: Payback)"));
  CHECK_THAT(text, ContainsSubstring("P(loss)"));
  CHECK_THAT(text, ContainsSubstring("…"));
}

TEST_CASE("a formula goes on in the next line and is never cut off", "[reports][known-answer]") {
  Table table{"", "", {{"Figure", Align::left, 1, false}, {"As typed", Align::left, 1, false}}, {}};
  table.rows = {{std::string("service_staff"), std::string("contacts * handle_time / productive_hours")},
                {std::string("contacts"), std::string("6.72M")}};
  const auto lines = lines_of(to_terminal_text(with(table), {40, Colour::none}));
  REQUIRE(lines.size() == 7);
  CHECK(lines[4] == "service_staff  contacts * handle_time /");
  CHECK(lines[5] == "               productive_hours");
  CHECK(lines[6] == "contacts       6.72M");
}

TEST_CASE("the name of a row keeps to one line, also behind its number", "[reports][known-answer]") {
  Table table{
      "", "", {{"#", Align::right, 1, false}, {"Initiative", Align::left, 1, false}, {"NPV", Align::right}}, {}};
  table.rows = {
      {Figure{Kind::count, 1.0, 0.0}, std::string("Proactive web engagement and co-browse"), money(1.0, 0.0)}};
  const auto lines = lines_of(to_terminal_text(with(table), {40, Colour::none}));
  REQUIRE(lines.size() == 5);
  CHECK_THAT(lines.back(), ContainsSubstring("1  Proactive web engagement and"));
}

TEST_CASE("a table of exact money is in whole units", "[reports]") {
  Table table{"Point", "USD", {{"Value", Align::right, 1, true}}, {{money(4761872.79, 0)}, {money(-12.4, 0)}}};
  CHECK_THAT(to_terminal_text(with(table), {}), ContainsSubstring("Point, USD\n") && ContainsSubstring("4,761,873\n"));
}

TEST_CASE("colour is added only when asked for and does not move columns", "[reports]") {
  const std::string plain = to_terminal_text(with(two_initiatives()), {80, Colour::none});
  std::string coloured = to_terminal_text(with(two_initiatives()), {80, Colour::ansi});
  CHECK(plain.find('\x1B') == std::string::npos);
  CHECK_THAT(coloured, ContainsSubstring("\x1B[31m"));
  for (std::size_t at = 0; (at = coloured.find('\x1B', at)) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == plain);
}

TEST_CASE("a name in a scenario cannot write escape sequences", "[reports]") {
  Table table{"T", "", {{"Name", Align::left, 1, false}}, {{std::string("a\x1B[31mb")}}};
  Report report{"\x1B]0;title\x07", {Heading{"\x1B"}, Paragraph{"\x1B"}, Definition{"\x1B", "\x1B"}, table}};
  CHECK(to_terminal_text(report, {}).find('\x1B') == std::string::npos);
}
