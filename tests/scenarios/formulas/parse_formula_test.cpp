#include "scenarios/formulas/parse_formula.hpp"

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "tests/support/catch.hpp"

namespace wayworth::tests {
namespace {

using namespace scenarios;

DocumentNode scalar(std::string_view text) {
  DocumentNode node;
  node.kind = DocumentNode::Kind::scalar;
  node.text = text;
  node.place = {7, 10, nullptr};
  return node;
}

/// The tree in prefix form: (+ a (* b 2)).
std::string prefix(const Syntax& syntax) {
  return std::visit(
      [](const auto& node) -> std::string {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, Syntax::Number>) {
          const char* suffix = node.suffix == Syntax::Suffix::percent             ? "%"
                               : node.suffix == Syntax::Suffix::percentage_points ? "pp"
                                                                                  : "";
          return fmt::format("{}{}", node.value, suffix);
        } else if constexpr (std::is_same_v<Node, Syntax::Name>) {
          return node.text;
        } else if constexpr (std::is_same_v<Node, Syntax::Text>) {
          return "'" + node.text + "'";
        } else {
          std::string text = "(" + node.function;
          for (const Syntax& argument : node.arguments) {
            text += " " + prefix(argument);
          }
          return text + ")";
        }
      },
      syntax.node);
}

/// The tree of a formula, or the message it gets.
std::string parsed(std::string_view text) {
  Problems problems;
  const auto syntax = parse_formula(scalar(text), "drivers.x", problems);
  CHECK(syntax.has_value() != problems.has_errors());
  return syntax ? prefix(*syntax) : problems.to_text("f");
}

/// Column (the formula begins in column 10) and message of the mistake in a formula.
std::string mistake(std::string_view text) {
  const std::string line = parsed(text);
  constexpr std::string_view before = "f:7:";
  CHECK(line.starts_with(before));
  return line.starts_with(before) ? line.substr(before.size(), line.size() - before.size() - 1) : line;
}

TEST_CASE("texts stand in single or double quotes", "[formulas]") {
  CHECK(parsed("empirical(\"calls.csv\", 'the \"wait\"')") == "(empirical 'calls.csv' 'the \"wait\"')");
}

TEST_CASE("operators bind as usual", "[formula]") {
  CHECK(parsed("1 + 2 * 3") == "(+ 1 (* 2 3))");
  CHECK(parsed("a - b - c") == "(- (- a b) c)");
  CHECK(parsed("a / b * c") == "(* (/ a b) c)");
  CHECK(parsed("-2^2") == "(minus sign (^ 2 2))");
  CHECK(parsed("2^-1") == "(^ 2 (minus sign 1))");
  CHECK(parsed("2^3^2") == "(^ 2 (^ 3 2))");
  CHECK(parsed("-a * b") == "(* (minus sign a) b)");
  CHECK(parsed("a * -b") == "(* a (minus sign b))");
  CHECK(parsed("+5%") == "0.05%");
  CHECK(parsed("- -5") == "(minus sign (minus sign 5))");
  CHECK(parsed("a + 1 < b * 2") == "(< (+ a 1) (* b 2))");
  CHECK(parsed("380 + 1 to 620") == "(to (+ 380 1) 620)");
  CHECK(parsed("(1 to 2) * 3") == "(* (to 1 2) 3)");
  CHECK(parsed("a >= b") == "(>= a b)");
  CHECK(parsed("a != b") == "(!= a b)");
  CHECK(parsed("(a + b) * c") == "(* (+ a b) c)");
}

TEST_CASE("names have dots and any letters, functions any arguments", "[formula]") {
  CHECK(parsed("cardholders.churn * t") == "(* cardholders.churn t)");
  CHECK(parsed("通话 * 客户.流失") == "(* 通话 客户.流失)");
  CHECK(parsed("if(a > 0, max(a, b), f())") == "(if (> a 0) (max a b) (f))");
  CHECK(parsed("total * tomato") == "(* total tomato)");
  CHECK(parsed("a\n  + b") == "(+ a b)");
  CHECK(is_name("calls_2"));
  CHECK(is_name("客户"));
  for (const std::string_view text : {"", "2nd", "a.b", "a b", "a-b", "×", "，", "a，", "😀"}) {
    INFO(text);
    CHECK_FALSE(is_name(text));
  }
}

TEST_CASE("numbers are read exactly", "[formula][known-answer]") {
  const auto value = [](std::string_view text) {
    Problems problems;
    const auto syntax = parse_formula(scalar(text), "", problems);
    REQUIRE(syntax);
    return std::get<Syntax::Number>(syntax->node).value;
  };
  CHECK(value("0") == 0.0);
  CHECK(value("1200") == 1200.0);
  CHECK(value("3.5") == 3.5);
  CHECK(value("2e6") == 2e6);
  CHECK(value("2.5E+3") == 2500.0);
  CHECK(value("1e-3") == 1e-3);
  CHECK(value("62k") == 62000.0);
  CHECK(value("1.1k") == 1.1e3);
  CHECK(value("2.3M") == 2.3e6);
  CHECK(value("0.7bn") == 0.7e9);
  CHECK(value("0.3%") == 0.003);  // 0.3 / 100 is another double
  CHECK(value("2.9%") == 0.029);
  CHECK(value("2.5pp") == 0.025);
  CHECK(value("1e2%") == 1.0);
}

TEST_CASE("numbers of other countries and programs are refused with what to write", "[formula][message]") {
  CHECK(mistake("1,000") ==
        "11: drivers.x: a comma only stands between the arguments of a function; write 1000 or 1k for "
        "1,000");
  CHECK(mistake("1_000") == "10: drivers.x: `1_000` has a separator; write the digits alone, or 1.2k for 1200");
  CHECK(mistake("1'000") == "10: drivers.x: `1'000` has a separator; write the digits alone, or 1.2k for 1200");
  CHECK(mistake("1 000") ==
        "12: drivers.x: `000` begins with 0; write it without leading zeros, and thousands without "
        "separators");
  CHECK(mistake("1 200") == "12: drivers.x: an operator is missing before `200`; thousands have no spaces");
  CHECK(mistake("0x1F") == "10: drivers.x: `0x1F` is not a decimal number; write it in decimal digits");
  CHECK(mistake("010") ==
        "10: drivers.x: `010` begins with 0; write it without leading zeros, and thousands without separators");
  CHECK(mistake(".5") == "10: drivers.x: `.5` begins with a point; write 0.5");
  CHECK(mistake("5.") == "10: drivers.x: `5.` is not a number; a point is followed by digits");
  CHECK(mistake("5.k") == "10: drivers.x: `5.k` is not a number; a point is followed by digits");
  CHECK(mistake("1.2.3") == "10: drivers.x: `1.2.3` is not a number; known suffixes are k, M, bn, % and pp");
  CHECK(mistake(".nan") == "10: drivers.x: `.nan` is not a figure; write a finite number");
  CHECK(mistake("-.inf") == "11: drivers.x: `.inf` is not a figure; write a finite number");
  CHECK(mistake("1 + NaN") == "14: drivers.x: `NaN` is not a figure; write a finite number");
  CHECK(mistake("Infinity") == "10: drivers.x: `Infinity` is not a figure; write a finite number");
  CHECK(mistake("1e999") == "10: drivers.x: `1e999` is beyond what a number can hold, 1e-307 to 1e308");
  CHECK(mistake("1e49994999499999") ==
        "10: drivers.x: `1e49994999499999` is beyond what a number can hold, 1e-307 to 1e308");
  CHECK(mistake("1e308k") == "10: drivers.x: `1e308k` has an exponent and a suffix; write one of them");
  CHECK(mistake("5K") == "10: drivers.x: `5K` has an unknown suffix; write 5k");
  CHECK(mistake("5m") == "10: drivers.x: `5m` has an unknown suffix; write 5M");
  CHECK(mistake("5 %") == "12: drivers.x: a % follows its number without a space, as in 27%");
  CHECK(mistake("5e") == "10: drivers.x: `5e` is not a number; known suffixes are k, M, bn, % and pp");
  CHECK(mistake("$5") ==
        "10: drivers.x: `$` cannot stand in a figure; write the number alone and say the currency in `unit`");
  CHECK(mistake("5€") == "11: drivers.x: `€` cannot stand in a figure; write 5 and say the currency in `unit`");
  CHECK(mistake("5％") == "11: drivers.x: `％` is not a sign of this language; write %");
}

TEST_CASE("a mistake in a formula is placed at its character", "[formula][message]") {
  CHECK(mistake("a +") == "13: drivers.x: the formula ends where a value should follow");
  CHECK(mistake("a * / b") == "14: drivers.x: a value is missing before `/`");
  CHECK(mistake("客户 * / b") == "15: drivers.x: a value is missing before `/`");
  CHECK(mistake("a b") == "12: drivers.x: an operator is missing before `b`");
  CHECK(mistake("2(3)") == "11: drivers.x: an operator is missing before `(`");
  CHECK(mistake("max(a, (b + c)") == "13: drivers.x: this `(` is not closed");
  CHECK(mistake("a + b)") == "15: drivers.x: this `)` closes nothing");
  CHECK(mistake("()") == "11: drivers.x: a value is missing before `)`");
  CHECK(mistake("f(a,)") == "14: drivers.x: a value is missing before `)`");
  CHECK(mistake("f(,a)") == "12: drivers.x: a value is missing before `,`");
  CHECK(mistake("a < b < c") == "16: drivers.x: `<` cannot follow `<`; use parentheses, or two comparisons with if()");
  CHECK(mistake("1 to 2 to 3") ==
        "17: drivers.x: `to` cannot follow `to`; use parentheses, or two comparisons with if()");
  CHECK(mistake("to 5") == "10: drivers.x: a value is missing before `to`");
  CHECK(mistake("a ** 2") == "12: drivers.x: `**` is not a sign of this language; write ^");
  CHECK(mistake("a = b") == "12: drivers.x: `=` is not a sign of this language; write ==");
  CHECK(mistake("a × b") == "12: drivers.x: `×` is not a sign of this language; write *");
  CHECK(mistake("max（a, b)") == "13: drivers.x: `（` is not a sign of this language; write (");
  CHECK(mistake("a\u00A0+ b") == "11: drivers.x: this space is not a plain one; type it again");
  CHECK(mistake("a ? b") == "12: drivers.x: `?` has no meaning in a formula");
  CHECK(
      mistake("a + [1]") ==
      "14: drivers.x: a list cannot stand in a formula; write pert(low, likely, high), or a list as the whole figure");
  CHECK(mistake("cardholders.") ==
        "21: drivers.x: `cardholders.` ends with a point; a name follows it, as in cardholders.churn");
  CHECK(mistake("") == "10: drivers.x: is empty; write a number or a formula");
  CHECK(mistake(" ") == "10: drivers.x: is empty; write a number or a formula");
}

TEST_CASE("only single values are formulas", "[formula][message]") {
  DocumentNode list = scalar("");
  list.kind = DocumentNode::Kind::list;
  Problems problems;
  CHECK_FALSE(parse_formula(list, "drivers.x", problems));
  CHECK(problems.to_text("f") == "f:7:10: drivers.x: must be a number or a formula, not a list\n");
}

TEST_CASE("a formula of any depth or length gives a tree or a message", "[formula]") {
  const auto repeat = [](std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
      text += piece;
    }
    return text;
  };
  CHECK(parsed(repeat("(", 400) + "1" + repeat(")", 400)) == "1");
  for (const std::string& deep :
       {repeat("(", 4999) + "1" + repeat(")", 4999), repeat("-", 4999) + "1", repeat("1+", 4999) + "1",
        repeat("2^", 4999) + "1", repeat("f(", 4999) + repeat(")", 4999)}) {
    CHECK_THAT(parsed(deep), ContainsSubstring("the formula is more than 500 levels deep; name its parts as drivers"));
  }
  CHECK_THAT(parsed(repeat("1+", 50'000) + "1"), ContainsSubstring("is longer than 20000 characters"));
}

TEST_CASE("the place of a node is its own", "[formula]") {
  Problems problems;
  const auto syntax = parse_formula(scalar("a + f(b)"), "", problems);
  REQUIRE(syntax);
  CHECK(syntax->place.column == 12);
  const auto& sum = std::get<Syntax::Call>(syntax->node);
  CHECK(sum.arguments[0].place.column == 10);
  CHECK(sum.arguments[1].place.column == 14);
  CHECK(std::get<Syntax::Call>(sum.arguments[1].node).arguments[0].place.column == 16);
}

}  // namespace
}  // namespace wayworth::tests
