#include "scenarios/yaml/document.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "scenarios/messages/read_error.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::tests {
namespace {

using namespace scenarios;

/// The messages that a text gets, or "" when it is fine.
std::string problems_of(std::string_view text) {
  Problems problems;
  const auto document = parse_document(text, "case.yaml", problems);
  CHECK((document.has_value() || problems.has_errors()));
  return problems.to_text("case.yaml");
}

DocumentNode root_of(std::string_view text) {
  Problems problems;
  const auto document = parse_document(text, "case.yaml", problems);
  INFO(problems.to_text("case.yaml"));
  REQUIRE(document);
  REQUIRE(problems.empty());
  return document->root;
}

const DocumentNode& at(const DocumentNode& map, std::string_view key) {
  const DocumentEntry* entry = map.find(key);
  REQUIRE(entry != nullptr);
  return entry->value;
}

std::string where(const Place& place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

TEST_CASE("a document keeps order, text and places", "[document]") {
  const DocumentNode root = root_of("b: 1\na: {x: 'it''s', y: [10, 20%]}\nc:\nd:\n  - ~\n  -\n");
  REQUIRE(root.entries.size() == 4);
  CHECK(root.entries[0].key == "b");
  CHECK(where(root.entries[1].key_place) == "2:1");
  const DocumentNode& a = at(root, "a");
  CHECK(at(a, "x").text == "it's");
  CHECK(at(a, "x").quoted);
  CHECK(where(at(a, "y").items[1].place) == "2:25");
  CHECK(at(a, "y").items[1].text == "20%");
  CHECK(at(root, "c").is_null());
  CHECK(where(at(root, "c").place) == "3:1");
  CHECK(where(at(root, "d").items[0].place) == "5:5");
  CHECK(where(at(root, "d").items[1].place) == "6:3");
  CHECK(root.find("z") == nullptr);
}

TEST_CASE("columns count characters, not bytes", "[document]") {
  const DocumentNode root = root_of("名称: {客户: 银行, x: 5}\n");
  CHECK(where(at(at(root, "名称"), "x").place) == "1:17");
}

TEST_CASE("a byte order mark and Windows line ends are accepted", "[document]") {
  const DocumentNode root = root_of(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: x y\r\n");
  CHECK(at(root, "b").text == "x y");
  CHECK(where(at(root, "a").place) == "1:4");
}

TEST_CASE("commas inside parentheses belong to the value", "[document]") {
  const DocumentNode root = root_of(
      "a: {value: normal(62k, -5k), unit: USD}\n"
      "b: [uniform(1, 2), max(min(a, b), c) * 2, 3]\n"
      "c: {value: clamp(x,\n      1, 2), unit: USD}\n"
      "d: {name: smile :(, x: 1}\n"
      "e: {value: 'normal(1', x: 2}\n");
  CHECK(at(at(root, "a"), "value").text == "normal(62k, -5k)");
  CHECK(at(at(root, "a"), "unit").text == "USD");
  REQUIRE(at(root, "b").items.size() == 3);
  CHECK(at(root, "b").items[1].text == "max(min(a, b), c) * 2");
  CHECK(where(at(at(root, "c"), "value").place_of(6)) == "3:18");
  CHECK(where(at(at(root, "c"), "value").place_of(15)) == "4:7");
  CHECK(at(at(root, "d"), "name").text == "smile :(");
  CHECK(at(at(root, "d"), "x").text == "1");
  CHECK(at(at(root, "e"), "value").text == "normal(1");
}

TEST_CASE("every character of a scalar knows where it was typed", "[document]") {
  const DocumentNode root = root_of(
      "a: x +\n    y\n"
      "b: |\n    p *\n    q\n"
      "c: \"k\\t+ z\"\n"
      "d: 'it''s u'\n"
      "e: >-\n\n  s\n  t\n"
      "f: &here  v + w\n"
      "g: *here\n");
  CHECK(where(at(root, "a").place_of(4)) == "2:5");
  CHECK(where(at(root, "b").place_of(0)) == "4:5");
  CHECK(where(at(root, "b").place_of(4)) == "5:5");
  CHECK(where(at(root, "c").place_of(0)) == "6:5");
  CHECK(where(at(root, "c").place_of(4)) == "6:10");
  CHECK(where(at(root, "d").place_of(5)) == "7:11");
  CHECK(at(root, "e").text == "\ns t");
  CHECK(where(at(root, "e").place_of(3)) == "11:3");
  CHECK(where(at(root, "f").place_of(4)) == "12:15");
  CHECK(where(at(root, "g").place_of(4)) == "12:15");
}

TEST_CASE("an alias repeats its value", "[document]") {
  const DocumentNode root = root_of("a: &x {k: [1, 2]}\nb: *x\n");
  CHECK(at(at(root, "b"), "k").items[1].text == "2");
}

TEST_CASE("what YAML lets pass silently is refused", "[document][message]") {
  CHECK(problems_of("capex: 1\nx: {y: 1, y: 2}\ncapex: 3\n") ==
        "case.yaml:2:11: x.y: stands here a second time; the first is in line 2: remove one\n"
        "case.yaml:3:1: capex: stands here a second time; the first is in line 1: remove one\n");
  CHECK(problems_of("a: \"foo\nb: 1\n") == "case.yaml:1:4: the \" that opens here is never closed\n");
  CHECK(problems_of("a: 'foo''\nb: 1\n") == "case.yaml:1:4: the ' that opens here is never closed\n");
  CHECK(problems_of("a: &x {k: 1}\nb:\n  <<: *x\n") ==
        "case.yaml:3:3: merge keys (<<) are not supported; write the entries out\n");
  CHECK(problems_of("a: 1\n---\nb: 2\n") ==
        "case.yaml:2:1: a second document begins here; a scenario is one document: remove the line with --- or ...\n");
  CHECK(problems_of("a: &x [*x]\n") == "case.yaml:1:8: an alias cannot stand inside the value that it repeats\n");
  CHECK(problems_of("a: !!str x\n") ==
        "case.yaml:1:4: tags (!...) are not supported; put text that begins with ! in quotes\n");
  CHECK(problems_of("[a]: 1\n") == "case.yaml:1:1: a key cannot be a list or a map; write plain text\n");
  CHECK(problems_of("~: 1\n") ==
        "case.yaml:1:1: a key is missing here; put it in quotes if it is the word null or the sign ~\n");
  CHECK(problems_of("a: \"\\0\"\n") ==
        "case.yaml:1:4: an escape sequence in these quotes gives a character that is not text; remove it\n");
  CHECK(problems_of("") == "case.yaml:1:1: the file is empty; a scenario begins with `wayworth: 1`\n");
  CHECK(problems_of("# only this\n") == "case.yaml:1:1: the file is empty; a scenario begins with `wayworth: 1`\n");
  CHECK(problems_of("- 1\n") ==
        "case.yaml:1:1: the file is a list; a scenario is a map of sections and begins with `wayworth: 1`\n");
}

TEST_CASE("bytes that are not text are refused with their place", "[document][message]") {
  CHECK(problems_of("a: 1\nb: caf\xE9\n") == "case.yaml:2:7: byte 0xE9 is not valid UTF-8; save the file as UTF-8\n");
  CHECK(problems_of("a: \xC0\xAF\n") == "case.yaml:1:4: byte 0xC0 is not valid UTF-8; save the file as UTF-8\n");
  CHECK(problems_of("a: \xED\xA0\x80\n") == "case.yaml:1:4: byte 0xED is not valid UTF-8; save the file as UTF-8\n");
  CHECK(problems_of("a: 名\xE5\x90") == "case.yaml:1:5: byte 0xE5 is not valid UTF-8; save the file as UTF-8\n");
  CHECK(problems_of(std::string_view("a: x\0y\n", 7)) ==
        "case.yaml:1:5: a NUL byte is not text; is this a YAML file?\n");
  CHECK(problems_of("a: \x1B[31m\n") == "case.yaml:1:4: control character U+001B is not allowed; remove it\n");
  CHECK(problems_of("\xFF\xFE"
                    "a") == "case.yaml:1:1: is UTF-16 text; save the file as UTF-8\n");
}

TEST_CASE("wrong YAML is explained at the place to mend", "[document][message]") {
  CHECK(problems_of("a: {x: 1\nb: 2\n") == "case.yaml:1:4: the `{` that opens here is not closed\n");
  CHECK(problems_of("a: [1,\nb: 2\n") == "case.yaml:1:4: the `[` that opens here is not closed\n");
  CHECK(problems_of("a: [1]]\n") == "case.yaml:1:7: this `]` closes nothing; remove it, or add what it should close\n");
  CHECK(problems_of("a:\n\tb: c\n") == "case.yaml:2:1: the line is indented with a tab; use spaces\n");
  CHECK(
      problems_of("a: b: c\n") ==
      "case.yaml:1:5: a `:` cannot stand here; check the indentation of this line and the one before, or put text that "
      "contains `: ` in quotes\n");
  CHECK(problems_of("a: %\n") == "case.yaml:1:4: a value cannot begin with `%`; put the text in quotes\n");
  CHECK(problems_of("a: *x\n") ==
        "case.yaml:1:4: no value is marked with this name (&name) before; put text that begins with * in quotes\n");
  CHECK(
      problems_of("a: 'it's'\n") ==
      "case.yaml:1:8: this does not belong to what stands before it; check the indentation, and the quotes of the line "
      "before\n");
}

TEST_CASE("depth and number of values have limits", "[document][message]") {
  const auto nested = [](std::size_t depth) { return "a: " + std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(problems_of(nested(max_depth - 1)).empty());
  CHECK(problems_of(nested(max_depth)) == "case.yaml:1:67: lists and maps are more than 64 deep inside each other\n");
  CHECK(problems_of(nested(10'000)) == "case.yaml:1:67: lists and maps are more than 64 deep inside each other\n");
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias;
    for (int k = 0; k < 8; ++k) {
      bomb += ", " + alias;
    }
    bomb += "]\n";
  }
  CHECK_THAT(problems_of(bomb), ContainsSubstring("more than 1000000 values, counting every repetition by an alias"));
  std::string tower = "a0: &a0 [x]\n";
  for (int i = 1; i < 70; ++i) {
    tower += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
  }
  CHECK_THAT(problems_of(tower), ContainsSubstring("more than 64 deep"));
}

TEST_CASE("hostile texts end in a message or a tree", "[document]") {
  constexpr std::size_t size = 50'000;
  const auto repeated = [](std::string_view piece) {
    std::string text = "a: ";
    while (text.size() < size) {
      text += piece;
    }
    return text;
  };
  for (const std::string_view piece :
       {"[",    "{",   "- ",  "? ", "f(, ", "x ", "[a, ", "\"",  "'", "|\n", "&a ", "!a ",
        "{a: ", "a: ", "a\n", "\t", "\\",   "#",  " \n",  "*a ", "%", "}",   ",",   "a:\n "}) {
    INFO(piece);
    (void)problems_of(repeated(piece));
    (void)problems_of("a: [" + repeated(piece));
  }
}

TEST_CASE("files that cannot be read are another matter than wrong ones", "[document]") {
  const auto folder = std::filesystem::temp_directory_path() / "wayworth_document_test";
  std::filesystem::create_directories(folder);
  CHECK_THROWS_AS(read_file(folder / "missing.yaml"), ReadError);
  CHECK_THROWS_WITH(read_file(folder), ContainsSubstring("is a directory; name the scenario file in it"));
  const auto large = folder / "large.yaml";
  std::ofstream(large) << "a: 1\n";
  CHECK(read_file(large) == "a: 1\n");
  std::filesystem::resize_file(large, 50'000'000);  // sparse
  CHECK_THROWS_WITH(read_file(large), ContainsSubstring("is larger than 8 MB, the most a scenario may have"));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace wayworth::tests
