#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

using wayworth::cli::ExitCode;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::Outcome;
using wayworth::tests::run;

namespace {

const std::string shop = R"(wayworth: 1
name: Shop
currency: USD
estimates: ends
time: {start: 2026-01, horizon: 24 months}
finance: {discount_rate: 10%}
simulation: {trials: 256}
initiatives:
  base:
    name: Base
    rollout: {duration: 3}
    benefits: [{name: Sales, kind: revenue, value: [5k, 6k, 8k], unit: USD/month}]
  top:
    name: Top
    needs: [base]
    rollout: {duration: 1}
    benefits: [{name: More, kind: revenue, value: [9k, 10k, 12k], unit: USD/month}]
options:
  fast: {name: Fast, starts: {base: 1, top: 2}}
  slow: {name: Slow, starts: {base: 1, top: )";

}  // namespace

TEST_CASE("the option to choose says that it breaks a limit, and which one keeps them all", "[cli]") {
  const Outcome answer = run({"run", "-", "--width", "120"}, shop + "12}}\n");
  REQUIRE(answer.code == ExitCode::done);
  CHECK_THAT(answer.out, ContainsSubstring("Choose \u201CFast\u201D"));
  CHECK_THAT(answer.out, ContainsSubstring("It breaks 1 limit; \u201CSlow\u201D keeps them all."));
  CHECK_THAT(answer.out, ContainsSubstring("\u201CFast\u201D breaks 1 limit: Top needs Base to be live."));
  CHECK_THAT(answer.out, !ContainsSubstring("wayworth roadmap"));
}

TEST_CASE("where every option breaks a limit the answer says who looks for one that does not", "[cli]") {
  const Outcome answer = run({"run", "-", "--width", "120"}, shop + "3}}\n");
  REQUIRE(answer.code == ExitCode::done);
  CHECK_THAT(answer.out, ContainsSubstring("It breaks 1 limit.\n"));
  CHECK_THAT(answer.out, ContainsSubstring("roadmap` looks for a plan that keeps them all."));
}
