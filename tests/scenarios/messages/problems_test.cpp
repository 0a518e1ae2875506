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
