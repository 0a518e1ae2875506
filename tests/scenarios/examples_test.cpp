#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "scenarios/read_model.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth;

namespace {

scenarios::ReadResult read_example(const std::string& name) {
  return scenarios::read_model(std::filesystem::path(WAYWORTH_SOURCE_DIR) / "examples" / name / "scenario.yaml");
}

}  // namespace

TEST_CASE("the slide's example is read with one open question", "[examples]") {
  const auto result = read_example("online_leads");
  REQUIRE(result.model);
  REQUIRE(result.problems.sorted().size() == 1);
  CHECK(result.problems.sorted()[0].rule == "W-BASIS");
  CHECK(result.model->inputs.empty());
  for (const engine::Stream& stream : result.model->streams) CHECK(stream.formula_checked);
}

TEST_CASE("the bank's example is read without a warning", "[examples]") {
  const auto result = read_example("bank");
  INFO(result.problems.to_text(result.file));
  REQUIRE(result.model);
  CHECK(result.problems.empty());
  CHECK(result.model->initiatives.size() == 10);
  CHECK(result.model->phases.size() == 3);
  CHECK(result.model->options.size() == 3);
  for (const engine::Driver& driver : result.model->drivers) {
    INFO(driver.key);
    CHECK(driver.unit_checked);
  }
}

TEST_CASE("the first case is short, and is read without a warning", "[examples]") {
  const std::filesystem::path file = std::filesystem::path(WAYWORTH_SOURCE_DIR) / "examples/first_case/scenario.yaml";
  const auto result = scenarios::read_model(file, {{}, "", {WAYWORTH_SOURCE_DIR "/library"}});
  INFO(result.problems.to_text(result.file));
  REQUIRE(result.model);
  CHECK(result.problems.empty());
  std::ifstream lines(file);
  std::string line;
  std::size_t count = 0;
  while (std::getline(lines, line)) ++count;
  CHECK(count < 30);
}

TEST_CASE("the further examples are read without a warning", "[examples]") {
  const auto [name, initiatives] = GENERATE(table<std::string, std::size_t>(
      {{"stores", std::size_t{9}}, {"contact_centre", std::size_t{8}}, {"tei", std::size_t{1}}}));
  const auto result = read_example(name);
  INFO(result.problems.to_text(result.file));
  REQUIRE(result.model);
  CHECK(result.problems.empty());
  CHECK(result.model->initiatives.size() == initiatives);
  for (const engine::Stream& stream : result.model->streams) CHECK(stream.formula_checked);
}

TEST_CASE("the published study comes out of its example", "[examples]") {
  const auto result = read_example("tei");
  REQUIRE(result.model);
  const engine::Results results = engine::simulate_point(engine::compile(*result.model), engine::Point::mean);
  const auto figure = [&](engine::Measure measure) { return results.column(engine::Subject{}, measure)[0]; };
  CHECK(std::abs(figure(engine::Measure::pv_benefits) - 14449655.0) < 30.0);
  CHECK(std::abs(figure(engine::Measure::npv) - 8199839.0) < 30.0);
  CHECK(std::abs(figure(engine::Measure::roi) - 1.31) < 0.005);
}
