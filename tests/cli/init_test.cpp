// wayworth init and wayworth schema, as a newcomer meets them.

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace wayworth::cli;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::Outcome;
using wayworth::tests::TemporaryDirectory;

namespace {

namespace fs = std::filesystem;

/// Runs the program with the examples and the library of the source tree.
Outcome run(const std::vector<std::string>& arguments) {
  Terminal terminal;
  terminal.environment["WAYWORTH_SHARE"] = WAYWORTH_SOURCE_DIR;
  return wayworth::tests::run(arguments, "", terminal);
}

TEST_CASE("every example can be begun with, passes check and is not overwritten", "[cli]") {
  const Outcome list = run({"init", "--list"});
  CHECK(list.code == ExitCode::done);
  CHECK_THAT(list.out, ContainsSubstring("first_case") && ContainsSubstring("bank"));
  const TemporaryDirectory place;
  std::istringstream lines(list.out);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const std::string name = line.substr(0, line.find(' '));
    INFO(name);
    const Outcome made = run({"init", "--template", name, "--out", place.at(name)});
    CHECK(made.code == ExitCode::done);
    CHECK_THAT(made.out, ContainsSubstring("wayworth run " + place.at(name) + "/scenario.yaml"));
    const Outcome checked = run({"check", place.at(name) + "/scenario.yaml"});
    INFO(checked.err);
    CHECK(checked.code == ExitCode::done);
    CHECK_FALSE(fs::exists(place.at(name) + "/expected"));
  }
  CHECK(count >= 3);

  std::ofstream(place.at("first_case/scenario.yaml")) << "mine";
  fs::remove(place.at("first_case/README.md"));
  const Outcome again = run({"init", "--out", place.at("first_case")});
  CHECK(again.code == ExitCode::cannot_read_or_write);
  CHECK_THAT(again.err, ContainsSubstring("scenario.yaml is there already"));
  CHECK_FALSE(fs::exists(place.at("first_case/README.md")));
}

TEST_CASE("the first case runs as it is", "[cli]") {
  const TemporaryDirectory place;
  CHECK(run({"init", "-o", place.at("mine")}).code == ExitCode::done);
  const Outcome outcome = run({"run", place.at("mine/scenario.yaml"), "--trials", "256", "--width", "80"});
  CHECK(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.out, ContainsSubstring("Agent scripting and guida"));
}

TEST_CASE("init says what there is instead of what is not", "[cli]") {
  CHECK(run({"init", "--template", "first-case", "--list"}).code == ExitCode::done);
  const Outcome outcome = run({"init", "--template", "first_cas"});
  CHECK(outcome.code == ExitCode::wrong_usage);
  CHECK_THAT(outcome.err, ContainsSubstring("did you mean `first_case`?"));
}

TEST_CASE("the schema is JSON of draft 7", "[cli]") {
  const Outcome outcome = run({"schema"});
  CHECK(outcome.code == ExitCode::done);
  const auto schema = nlohmann::json::parse(outcome.out);
  CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
  CHECK(schema["properties"]["time"]["properties"]["step"]["enum"] == nlohmann::json({"month", "quarter", "year"}));
}

}  // namespace
