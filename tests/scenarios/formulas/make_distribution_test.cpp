#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/scenario_text.hpp"

namespace wayworth::tests {
namespace {

/// What a driver with this figure draws from, as text.
std::string drawn(const std::string& figure) {
  const auto read = read_with_header("drivers:\n  x: " + figure + "\n");
  INFO(read.problems.to_text("case.yaml"));
  REQUIRE(read.model);
  REQUIRE(read.model->inputs.size() == 1);
  return engine::describe(read.model->inputs.front().distribution);
}

TEST_CASE("every distribution of the language is made of its arguments", "[formulas]") {
  for (const char* text : {"uniform(1, 2)",
                           "triangular(1, 2, 4)",
                           "pert(1, 2, 4)",
                           "pert(1, 2, 4, 2)",
                           "normal(1, 2)",
                           "lognormal(1, 2)",
                           "truncated_normal(1, 2, 0, 3)",
                           "beta(2, 3)",
                           "beta(2, 3, 1, 4)",
                           "gamma(2, 3)",
                           "weibull(2, 3)",
                           "student_t(1, 2, 5)",
                           "p10_p50_p90(20, 50, 100)",
                           "p10_p50_p90(20, 50, 100, 0, none)",
                           "p10_p50_p90(20, 50, 100, none, 300)",
                           "metalog(none, none, 12, 0.05, 20, 0.25, 27, 0.5, 38, 0.75, 70, 0.95)",
                           "cumulative(0, 0, 10, 0.1, 20, 0.6, 50, 1)",
                           "bernoulli(0.3)",
                           "discrete(1, 0.5, 2, 0.5)",
                           "binomial(20, 0.35)",
                           "poisson(7.3)",
                           "negative_binomial(50, 4)",
                           "truncate(lognormal(100, 40), 60, 180)",
                           "truncate(gamma(2, 3), none, 9)",
                           "truncate(truncated_normal(1, 2, 0, 3), 1, none)"}) {
    CHECK(drawn(text) == text);
  }
  CHECK(drawn("trigen(12, 15, 30)") == "triangular(6.945622376, 15, 38.66344634)");
  CHECK(drawn("trigen(12, 15, 30, 10%, 90%)") == drawn("trigen(12, 15, 30)"));
  CHECK(drawn("pertgen(12, 15, 30)") == "pert(9.330951988, 15, 51.30548643)");
  CHECK(drawn("truncate(normal(10, 5), 0, none)") == "truncated_normal(10, 5, 0, inf)");
  CHECK(drawn("truncated_normal(10, 5, none, 12)") == "truncated_normal(10, 5, -inf, 12)");
  CHECK(drawn("p10_p50_p90(20%, 40%, 60%, 0, 100%)") == "p10_p50_p90(0.2, 0.4, 0.6, 0, 1)");
}

TEST_CASE("values of percent make the figure one of percent", "[formulas]") {
  CHECK(problems_with_header("drivers: {x: {value: \"truncate(pert(1%, 2%, 4%), 0, 3%)\", min: 0%}}\n").empty());
  CHECK(problems_with_header("drivers: {x: {value: \"cumulative(1%, 0%, 4%, 100%)\", min: 0%}}\n").empty());
}

TEST_CASE("three points are ends or percentiles, as the header says", "[formulas][known-answer]") {
  std::string text(header);
  text += "drivers: {x: [12, 15, 30]}\n";
  const auto ends = scenarios::read_model_from_text(text, "case.yaml");
  REQUIRE(ends.model);
  CHECK(engine::describe(ends.model->inputs.front().distribution) == "pert(12, 15, 30)");
  text.replace(text.find("estimates: ends"), 15, "estimates: p10_p90");
  const auto percentiles = scenarios::read_model_from_text(text, "case.yaml");
  REQUIRE(percentiles.model);
  CHECK(engine::describe(percentiles.model->inputs.front().distribution) == "pert(9.330951988, 15, 51.30548643)");
}

TEST_CASE("equal percentiles are a constant", "[formulas]") {
  const auto read = read_with_header("drivers:\n  x: p10_p50_p90(5, 5, 5)\n  y: truncate(normal(5, 0), 1, 9)\n");
  REQUIRE(read.model);
  CHECK(read.model->inputs.empty());
}

TEST_CASE("observed values are read beside the scenario and are part of its hash", "[formulas]") {
  const auto folder = std::filesystem::temp_directory_path() / "wayworth_empirical_test";
  std::filesystem::create_directories(folder);
  const auto write = [&](const char* name, const std::string& text) { std::ofstream(folder / name) << text; };
  write("case.yaml", std::string(header) + "drivers:\n  wait: empirical(\"calls.csv\", \"wait\")\n");
  write("calls.csv", "who,wait\na,3\nb,9\nc,4\n");
  const auto first = scenarios::read_model(folder / "case.yaml");
  REQUIRE(first.model);
  const engine::Distribution& wait = first.model->inputs.front().distribution;
  CHECK(engine::describe(wait) == "empirical(\"calls.csv\", \"wait\")");
  CHECK(engine::quantile(wait, 0.5) == 4.0);
  CHECK(engine::quantile(wait, 0.75) == 6.5);
  write("calls.csv", "who,wait\na,3\nb,9\nc,5\n");
  CHECK(scenarios::read_model(folder / "case.yaml").hash != first.hash);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace wayworth::tests
