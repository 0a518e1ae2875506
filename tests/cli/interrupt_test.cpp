// Ctrl-C, as a terminal that says so when it is asked for the n-th time: all of a command comes out, or nothing.

#include <filesystem>

#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace wayworth::cli;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::Outcome;
using wayworth::tests::TemporaryDirectory;

namespace {

const std::string example = std::string(WAYWORTH_SOURCE_DIR) + "/examples/";

/// \param asked  how often the command asks before Ctrl-C is pressed; counts up
Outcome run_until(std::size_t pressed, std::size_t& asked, const std::vector<std::string>& arguments) {
  Terminal terminal;
  terminal.interrupted = [pressed, &asked] { return ++asked >= pressed; };
  return wayworth::tests::run(arguments, "", terminal);
}

/// Pressed at the first question, at every one of the first few, and at the last one.
void check_all_or_nothing(std::vector<std::string> arguments) {
  const TemporaryDirectory directory;
  const std::filesystem::path out = directory.path() / "out";
  arguments.insert(arguments.end(), {"-o", out.string(), "--quiet"});
  const std::size_t never = 1'000'000'000;
  std::size_t questions = 0;
  REQUIRE(run_until(never, questions, arguments).code == ExitCode::done);
  REQUIRE(std::filesystem::exists(out));
  REQUIRE(questions >= 2);
  for (const std::size_t pressed : {std::size_t{1}, std::size_t{2}, questions / 2, questions}) {
    INFO(arguments.front() << ", asked " << pressed << " of " << questions << " times");
    std::filesystem::remove_all(out);
    std::size_t asked = 0;
    const Outcome outcome = run_until(pressed, asked, arguments);
    CHECK(outcome.code == ExitCode::interrupted);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, ContainsSubstring("wayworth: interrupted; nothing was written, and no file was changed"));
    CHECK_FALSE(std::filesystem::exists(out));
  }
}

}  // namespace

TEST_CASE("Ctrl-C leaves nothing of a run, at whichever moment it comes", "[cli]") {
  check_all_or_nothing({"run", example + "first_case/scenario.yaml", "--library",
                        std::string(WAYWORTH_SOURCE_DIR) + "/library", "--trials", "20000", "--threads", "1"});
}

TEST_CASE("Ctrl-C leaves nothing of a sensitivity analysis, of a roadmap and of a comparison", "[cli]") {
  check_all_or_nothing({"sensitivity", example + "stores/scenario.yaml", "--trials", "256", "--threads", "1"});
  check_all_or_nothing({"roadmap", example + "stores/scenario.yaml", "--trials", "256", "--threads", "1"});
  check_all_or_nothing({"compare", example + "stores/scenario.yaml", "--trials", "256", "--threads", "1"});
}

TEST_CASE("files of an earlier run stay when a later one is interrupted", "[cli]") {
  const TemporaryDirectory directory;
  const std::vector<std::string> arguments = {
      "run", example + "tei/scenario.yaml", "--trials", "16", "-q", "--csv", directory.at("out")};
  std::size_t asked = 0;
  REQUIRE(run_until(1'000'000, asked, arguments).code == ExitCode::done);
  const auto before = std::filesystem::last_write_time(directory.path() / "out" / "figures.csv");
  const std::size_t middle = asked / 2;
  asked = 0;
  CHECK(run_until(middle, asked, arguments).code == ExitCode::interrupted);
  CHECK(std::filesystem::last_write_time(directory.path() / "out" / "figures.csv") == before);
}
