#include "scenarios/messages/problems.hpp"

#include <memory>
#include <string>

#include "scenarios/messages/did_you_mean.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::tests {
namespace {

using namespace scenarios;

TEST_CASE("problems come in the order of the file, overrides last", "[problems]") {
  Problems problems;
  problems.error({1, 1, std::make_shared<const std::string>("drivers.x")}, "drivers.x", "is empty");
  problems.error({12, 3, nullptr}, "drivers.y", "is empty");
  problems.warning("W-X", {2, 9, nullptr}, "streams.z", "is doubtful");
  problems.error({2, 1, nullptr}, "", "is odd");
  problems.error({2, 1, nullptr}, "", "is odd");
  CHECK(problems.error_count() == 4);
  CHECK(problems.to_text("a.yaml") ==
        "a.yaml:2:1: is odd\n"
        "a.yaml:2:9: warning: streams.z: is doubtful [W-X]\n"
        "a.yaml:12:3: drivers.y: is empty\n"
        "--set drivers.x: is empty\n");
}

TEST_CASE("a warning is no error", "[problems]") {
  Problems problems;
  problems.warning("", {1, 1, nullptr}, "", "x");
  CHECK_FALSE(problems.has_errors());
  CHECK_FALSE(problems.empty());
}

TEST_CASE("only so many problems are printed", "[problems]") {
  Problems problems;
  for (int line = 1; line <= 350; ++line) {
    problems.error({line, 1, nullptr}, "", "x");
  }
  const std::string text = problems.to_text("a");
  CHECK_THAT(text, EndsWith("a:100:1: x\nand 250 more\n"));
}

TEST_CASE("in brief, each rule is explained once, and a few of its other places are named", "[problems]") {
  Problems problems;
  const auto library = std::make_shared<const std::string>("library/chat.yaml");
  problems.warning("W-B", {9, 1, nullptr}, "streams.z", "is odd");
  for (int i = 1; i <= 3; ++i) problems.warning("W-A", {i, 5, nullptr}, "i" + std::to_string(i), "is doubtful");
  problems.warning("", {4, 1, nullptr}, "", "has no rule");
  problems.warning("", {5, 1, nullptr}, "", "has no rule either");
  problems.warning("W-A", {2, 7, nullptr, library}, "i4", "is as doubtful");
  problems.warning("W-A", {1, 1, std::make_shared<const std::string>("drivers.x")}, "drivers.x", "is doubtful");
  CHECK(problems.to_brief_text("a.yaml") ==
        "a.yaml:1:5: warning: i1: is doubtful [W-A]\n"
        "    likewise at 2:5 i2, 3:5 i3, library/chat.yaml:2:7 i4, --set drivers.x\n"
        "a.yaml:4:1: warning: has no rule\n"
        "a.yaml:5:1: warning: has no rule either\n"
        "a.yaml:9:1: warning: streams.z: is odd [W-B]\n");
}

TEST_CASE("in brief, the places that are not named are counted", "[problems]") {
  Problems problems;
  for (int i = 1; i <= 23; ++i) problems.warning("W-A", {i, 5, nullptr}, "i" + std::to_string(i), "is doubtful");
  CHECK(problems.to_brief_text("a.yaml") ==
        "a.yaml:1:5: warning: i1: is doubtful [W-A]\n"
        "    likewise at 2:5 i2, 3:5 i3, 4:5 i4, 5:5 i5, and 18 more, which `wayworth check` lists\n");
  problems.error({1, 1, nullptr}, "", "is wrong");
  CHECK(problems.to_brief_text("a.yaml") == problems.to_text("a.yaml"));
}

TEST_CASE("the nearest word is suggested", "[did_you_mean]") {
  const std::vector<std::string> known{"drivers", "streams", "initiatives", "rate"};
  CHECK(closest("dirver", known) == "drivers");
  CHECK(closest("initatives", known) == "initiatives");
  CHECK(closest("rtae", known) == "rate");
  CHECK(closest("x", known) == std::nullopt);
  CHECK(closest("", known) == std::nullopt);
  CHECK(suggestion("dirvers", known) == "; did you mean `drivers`?");
  CHECK(suggestion("banana", known) == "; known are drivers, streams, initiatives, rate");
  CHECK(suggestion("banana", {}).empty());
}

}  // namespace
}  // namespace wayworth::tests
