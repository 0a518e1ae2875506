#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

using wayworth::cli::ExitCode;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::Outcome;
using wayworth::tests::run;

namespace {

const std::string desk = R"(wayworth: 1
name: Desk
currency: EUR
time: {start: 2026-01, horizon: 24 months, step: year}
finance: {discount_rate: {series: [10%, 12%]}, discounting: end}
simulation: {trials: 1024, seed: 1}
drivers:
  sales: {value: normal(1000, 50), unit: EUR/year}
worlds:
  base: {probability: 75%, name: As today}
  slump: {probability: 25%, name: Slump, effects: {sales: {change: -40%}}}
initiatives:
  desk:
    benefits: [{name: Sales, kind: revenue, value: sales, unit: EUR/year}]
    rollout: {duration: 0, ramp: 0}
)";

}  // namespace

TEST_CASE("reports call worlds by their names", "[cli]") {
  const Outcome answer = run({"run", "-", "--full", "--width", "80"}, desk);
  REQUIRE(answer.code == ExitCode::done);
  CHECK_THAT(run({"run", "-", "--width", "80"}, desk).out, ContainsSubstring("in \u201CAs today\u201D"));
  CHECK_THAT(answer.out, ContainsSubstring("World by world"));
  CHECK_THAT(answer.out, ContainsSubstring("As today    75 %"));
  CHECK_THAT(answer.out, ContainsSubstring("10 % in year 1 and 12 % a year from year 2"));
  const Outcome trial = run({"explain", "-", "--trial", "1", "--width", "120"}, desk);
  REQUIRE(trial.code == ExitCode::done);
  CHECK_THAT(trial.out, ContainsSubstring("As today 75 %, Slump 25 %"));
  const Outcome drives = run({"sensitivity", "-", "--trials", "1024", "--width", "80"}, desk);
  REQUIRE(drives.code == ExitCode::done);
  CHECK_THAT(drives.out, ContainsSubstring("worlds  Slump"));
  CHECK_THAT(drives.out, ContainsSubstring("worlds the ends are the worst"));
  CHECK_THAT(drives.out, ContainsSubstring("the world is Slump 100 % (Slump 25 % in all)"));
}
