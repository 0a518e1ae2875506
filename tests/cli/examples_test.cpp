// What the examples and the README show is what the program prints: answer.txt its short answer, report.txt all of it.
// WAYWORTH_APPROVE=1 rewrites examples/*/expected; blocks of output in a README are mended by hand.

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace wayworth::cli;
using wayworth::tests::check_expected;
using wayworth::tests::content_of;
using wayworth::tests::Outcome;
using wayworth::tests::TemporaryDirectory;

namespace {

namespace fs = std::filesystem;

const fs::path source = WAYWORTH_SOURCE_DIR;

Outcome run(const std::vector<std::string>& arguments) {
  Terminal terminal;
  terminal.environment["WAYWORTH_SHARE"] = source.string();
  return wayworth::tests::run(arguments, "", terminal);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// `./run x.yaml` and `wayworth run x.yaml`, with or without a comment behind them; empty when a line is neither. What
/// is called scenario.yaml there is `scenario`.
std::vector<std::string> arguments_of(const std::string& line, const fs::path& scenario) {
  std::istringstream in(line.substr(0, line.find(" #")));
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word.ends_with("scenario.yaml") ? scenario.string() : word);
  if (words.size() < 2 || (words[0] != "./run" && words[0] != "wayworth")) return {};
  const bool leaves_out_run = words[0] == "./run" && words[1] == scenario.string();
  words.erase(words.begin());
  if (leaves_out_run) words.insert(words.begin(), "run");
  return words;
}

/// The first command of an example's README that runs its scenario.
std::vector<std::string> command_of(const fs::path& example) {
  const fs::path scenario = example / "scenario.yaml";
  for (const std::string& line : lines_of(content_of(example / "README.md"))) {
    const std::vector<std::string> arguments = arguments_of(line, scenario);
    if (arguments.size() > 1 && arguments[0] == "run" && arguments[1] == scenario.string()) return arguments;
  }
  return {};
}

std::vector<fs::path> examples() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(source / "examples")) {
    if (fs::exists(entry.path() / "scenario.yaml")) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// A block of output in a page, with the command that stands in a comment above it.
struct Shown {
  std::string command;
  std::string output;
};

/// Every fenced block without a language; those that show something else are ```text.
std::vector<Shown> shown_in(const fs::path& page) {
  const std::string opening = "<!-- output of: ";
  std::vector<Shown> shown;
  std::string command;
  bool is_inside = false;
  bool is_output = false;
  for (const std::string& line : lines_of(content_of(page))) {
    if (line.starts_with("```")) {
      is_output = !is_inside && line == "```";
      if (is_output) shown.push_back({command, ""});
      is_inside = !is_inside;
    } else if (is_output) {
      shown.back().output += line + "\n";
    }
    const bool names_command = line.starts_with(opening) && line.ends_with(" -->");
    if (names_command) command = line.substr(opening.size(), line.size() - opening.size() - 4);
    if (!names_command && !is_inside) command.clear();
  }
  return shown;
}

void check_page(const fs::path& page) {
  INFO(page);
  for (const Shown& one : shown_in(page)) {
    INFO(one.output.substr(0, 200));
    // A block of output has `<!-- output of: wayworth run ... -->` in the line above it; one of other text is ```text.
    REQUIRE_FALSE(one.command.empty());
    std::istringstream in(one.command);
    std::vector<std::string> words;
    for (std::string word; in >> word;)
      words.push_back(word.starts_with("examples/") ? (source / word).string() : word);
    REQUIRE(words.front() == "wayworth");
    words.erase(words.begin());
    const Outcome outcome = run(words);
    CHECK(outcome.code == ExitCode::done);
    INFO(outcome.out);
    CHECK(outcome.out.find(one.output) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("every example prints what its expected folder holds", "[cli][golden]") {
  CHECK(examples().size() > 5);
  for (const fs::path& example : examples()) {
    INFO(example);
    std::vector<std::string> arguments = command_of(example);
    REQUIRE_FALSE(arguments.empty());
    const TemporaryDirectory directory;
    arguments.insert(arguments.end(), {"--width", "80", "--json", directory.at("results.json"), "--quiet"});
    const Outcome outcome = run(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.code == ExitCode::done);
    check_expected(example / "expected" / "answer.txt", outcome.out);
    check_expected(example / "expected" / "report.txt",
                   run({"report", directory.at("results.json"), "--full", "--width", "80"}).out);
    const Outcome again =
        run({"report", directory.at("results.json"), "-o", directory.path().string(), "--format", "md", "--quiet"});
    REQUIRE(again.code == ExitCode::done);
    check_expected(example / "expected" / "summary.md", content_of(directory.at("summary.md")));
  }
}

TEST_CASE("every block of output in a README is what the command prints", "[cli][golden]") {
  check_page(source / "README.md");
  for (const fs::path& example : examples()) check_page(example / "README.md");
}
