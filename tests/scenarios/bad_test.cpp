// Every file in tests/bad is wrong and gets exactly the messages in the .expected file beside it.
// WAYWORTH_APPROVE=1 rewrites the .expected files; review them with git diff.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "scenarios/read_model.hpp"
#include "scenarios/yaml/document.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_text.hpp"

namespace wayworth::tests {
namespace {

using namespace scenarios;

std::vector<std::filesystem::path> bad_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(WAYWORTH_SOURCE_DIR "/tests/bad")) {
    if (entry.path().extension() == ".yaml") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string messages_of(const std::string& text, const std::string& name) {
  const ReadResult result = read_model_from_text(text, name);
  CHECK_FALSE(result.model.has_value());
  CHECK(result.problems.has_errors());
  return result.problems.to_text(name);
}

TEST_CASE("every bad file gets its message", "[bad][message]") {
  const bool approve = std::getenv("WAYWORTH_APPROVE") != nullptr;
  std::filesystem::current_path(WAYWORTH_SOURCE_DIR "/tests/bad");  // where the data files of the scenarios are
  const auto files = bad_files();
  CHECK(files.size() >= 60);
  for (const auto& file : files) {
    const std::string name = file.filename().string();
    INFO(name);
    const std::string messages = messages_of(read_file(file), name);
    const auto expected = std::filesystem::path(file).replace_extension(".expected");
    if (approve) {
      std::ofstream(expected, std::ios::binary) << messages;
    }
    REQUIRE(std::filesystem::exists(expected));
    CHECK(messages == read_file(expected));
  }
}

TEST_CASE("a bad override gets its message, and a good one none", "[bad][message]") {
  const std::string good =
      "wayworth: 1\nname: Good\ncurrency: USD\ntime: {start: 2026-01, horizon: 12 months}\n"
      "finance: {discount_rate: 10%}\ndrivers: {rent: {value: 5k, unit: USD/month}}\n"
      "streams: {rent_paid: {kind: cost, formula: rent}}\n"
      "initiatives: {move: {effects: {rent: {change: -10%}}, costs: [{kind: one_off, value: 10k}]}}\n";
  const auto messages_with = [&](std::vector<std::string> overrides) {
    return errors_of(read_model_from_text(good, "good.yaml", overrides));
  };
  CHECK(messages_with({}).empty());
  CHECK(messages_with({"drivers.rent=4k"}).empty());
  CHECK(messages_with({"drivers.rent=4k to 3k"}) ==
        "--set drivers.rent, column 4: low 4000 must be less than high 3000 in `low to high`\n");
  CHECK(messages_with({"drivers.rent=4k +"}) ==
        "--set drivers.rent, column 5: the formula ends where a value should follow\n");
  CHECK(messages_with({"drivers.rent=4k +", "drivers.cost=1,000,x"}) ==
        "--set drivers.cost, column 2: a comma only stands between the arguments of a function; write 1000 or 1k for "
        "1,000\n"
        "--set drivers.rent, column 5: the formula ends where a value should follow\n");
  CHECK(messages_with({"simulation.trials=5000", "simulation.seed=7", "roadmap.phases=[]"}).empty());
  CHECK(messages_with({"simulation.trails=5000"}) ==
        "--set simulation.trails: simulation: unknown key `trails`; did you mean `trials`?\n");
  CHECK(messages_with({"initiatives.move.rollout.duration=3"}).empty());
  CHECK(messages_with({"finance.discount_rat=4%"}) ==
        "--set finance.discount_rat: finance: unknown key `discount_rat`; did you mean `discount_rate`?\n");
}

}  // namespace
}  // namespace wayworth::tests
