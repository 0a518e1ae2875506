#include <algorithm>
#include <map>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/scenario_text.hpp"

namespace wayworth::tests {
namespace {

constexpr std::string_view drivers = R"(drivers:
  a: 1 to 2
  b: 1 to 2
  c: {value: 1 to 2, growth: 1% to 2%}
  d: 5
)";

/// The ranks that are used, by "path path".
std::map<std::string, double> ranks_of(const engine::Model& model) {
  std::map<std::string, double> ranks;
  const auto path = [&](engine::InputId id) { return model.inputs[engine::index_of(id)].path; };
  for (const engine::CorrelationGroup& group : model.correlations) {
    for (const engine::RankCorrelation& pair : group.pairs) {
      ranks[path(pair.first) + " " + path(pair.second)] = pair.used;
    }
  }
  return ranks;
}

std::map<std::string, double> ranks_with(const std::string& correlations) {
  const auto read = read_with_header(std::string(drivers) + "correlations:\n" + correlations);
  INFO(read.problems.to_text("case.yaml"));
  REQUIRE(read.model);
  return ranks_of(*read.model);
}

using Ranks = std::map<std::string, double>;

TEST_CASE("inputs are named by path, by key of a driver, or by pattern", "[resolve][dependence]") {
  CHECK(ranks_with("  - {between: [drivers.b, a], rank: 0.4}\n") == Ranks{{"drivers.a drivers.b", 0.4}});
  CHECK(ranks_with("  - {between: [drivers.c.growth, c], rank: -40%}\n") ==
        Ranks{{"drivers.c drivers.c.growth", -0.4}});
  CHECK(ranks_with("  - {among: [a, b, c], rank: 0.1}\n").size() == 3);
  CHECK(ranks_with("  - {among: drivers.*, rank: 0.1}\n").size() == 3);  // not drivers.c.growth
}

TEST_CASE("between says again what a pattern says, wherever it stands", "[resolve][dependence]") {
  const Ranks expected = {{"drivers.a drivers.b", 0.5}, {"drivers.a drivers.c", 0.1}, {"drivers.b drivers.c", 0.1}};
  CHECK(ranks_with("  - {among: drivers.*, rank: 0.1}\n  - {between: [b, a], rank: 0.5}\n") == expected);
  CHECK(ranks_with("  - {between: [b, a], rank: 0.5}\n  - {among: drivers.*, rank: 0.1}\n") == expected);
}

TEST_CASE("ranks that cannot hold together are moved a little, or by consent", "[resolve][dependence]") {
  const std::string little = "correlations:\n  - {among: [a, b, c], rank: -0.49}\n";
  const auto moved = read_with_header(std::string(drivers) + little);
  REQUIRE(moved.model);
  CHECK_THAT(
      moved.problems.to_text("case.yaml"),
      ContainsSubstring(
          "case.yaml:16:5: warning: correlations: the ranks of these 3 uncertain figures cannot hold together; the "
          "nearest that can are used: `a` and `b` -0.483 instead of -0.49, `a` and `c` -0.483 instead of -0.49, `b` "
          "and "
          "`c` -0.483 instead of -0.49 [W-CORR-REPAIRED]\n"));
  CHECK_THAT(ranks_of(*moved.model).at("drivers.a drivers.b"), WithinAbs(-0.4826, 1e-4));

  const std::string far =
      "correlations:\n  - {between: [a, b], rank: 0.9}\n  - {between: [b, c], rank: 0.7}\n"
      "  - {between: [a, c], rank: -0.6}\n";
  CHECK_FALSE(read_with_header(std::string(drivers) + far).model);
  const auto allowed = read_with_header(std::string(drivers) + far + "  - {repair: allow}\n");
  REQUIRE(allowed.model);
  CHECK(allowed.model->correlations.front().dependence.repair_distance > 0.5);
  CHECK_FALSE(allowed.problems.empty());
}

TEST_CASE("a wrong figure is not reported again by the correlation that names it", "[resolve][dependence]") {
  CHECK(problems_with_header("drivers:\n  a: 1 to 2\n  b: uniform(4, 3)\n"
                             "correlations: [{between: [a, b], rank: 0.3}]\n") ==
        "case.yaml:12:6: drivers.b: uniform: low 4 must not be greater than high 3\n");
}

}  // namespace
}  // namespace wayworth::tests
