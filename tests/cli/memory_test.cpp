#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace wayworth::cli;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::Outcome;
using wayworth::tests::run;

namespace {

const std::string desk = R"(wayworth: 1
name: Desk
currency: EUR
time: {start: 2026-01, horizon: 24 months, step: year}
finance: {discount_rate: 10%, discounting: end}
simulation: {trials: 262144, seed: 1, sampling: random}
drivers:
  sales: {value: normal(1000, 500), unit: EUR/year}
initiatives:
  desk:
    benefits: [{name: Sales, kind: revenue, value: sales, unit: EUR/year}]
    costs: [{kind: one_off, value: uniform(200, 900)}]
    rollout: {duration: 0, ramp: 0}
)";

nlohmann::json npv_of(const Outcome& outcome) {
  REQUIRE(outcome.code == ExitCode::done);
  return nlohmann::json::parse(outcome.out)["options"][0]["programme"]["npv"];
}

}  // namespace

TEST_CASE("a run in little memory says the same, but for its bins", "[cli]") {
  const Outcome all = run({"run", "-", "--json", "-", "-q"}, desk);
  const Outcome some = run({"run", "-", "--json", "-", "-q", "--memory", "50M"}, desk);
  const auto npv = npv_of(all);
  const auto in_little = npv_of(some);
  const auto kept = nlohmann::json::parse(some.out)["manifest"]["kept_trials"];
  CHECK(nlohmann::json::parse(all.out)["manifest"]["kept_trials"].is_null());
  CHECK(kept > 30000);
  CHECK(kept < 262144);
  CHECK_THAT(in_little["mean"]["value"].get<double>(),
             wayworth::tests::WithinRel(npv["mean"]["value"].get<double>(), 1e-12));
  CHECK(in_little["probability_of_loss"] == npv["probability_of_loss"]);
  for (const char* name : {"p10", "p50", "p90"}) {
    const double exact = npv[name]["value"];
    CHECK_THAT(in_little[name]["value"].get<double>(), wayworth::tests::WithinRel(exact, 0.001));
  }
  CHECK(run({"run", "-", "--json", "-", "-q", "--memory", "50M", "--threads", "1"}, desk).out == some.out);
  const Outcome text = run({"run", "-", "--full", "--memory", "50M"}, desk);
  CHECK_THAT(text.out, ContainsSubstring("Too many trials to keep each of them."));
}

TEST_CASE("what --memory cannot do is refused", "[cli]") {
  for (const char* size : {"400", "M", "4k", "49M", "-1G", "1.5G"}) {
    INFO(size);
    const Outcome outcome = run({"run", "-", "--memory", size}, desk);
    CHECK(outcome.code == ExitCode::wrong_usage);
    CHECK_THAT(outcome.err, ContainsSubstring("must be a size of 50M or more, such as 400M or 2G"));
  }
}

TEST_CASE("trials that do not fit into memory for --all-trials are refused before the run", "[cli]") {
  const wayworth::tests::TemporaryDirectory directory;
  std::size_t asked = 0;  // a run asks for Ctrl-C
  Terminal terminal;
  terminal.interrupted = [&asked] { return ++asked == 0; };
  const auto run_all = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"run", "-", "--all-trials", "--csv", directory.at("out")});
    return run(options, desk, terminal);
  };
  const Outcome refused = run_all({"--memory", "50M"});
  CHECK(refused.code == ExitCode::wrong_usage);
  CHECK(asked == 0);
  CHECK_FALSE(std::filesystem::exists(directory.at("out")));
  INFO(refused.err);
  CHECK_THAT(refused.err, ContainsSubstring("--all-trials: of 262,144 trials --memory 50M holds "));

  const std::size_t words = refused.err.rfind("--memory ");
  const std::string enough = refused.err.substr(words + 9, refused.err.find('M', words) - words - 8);
  CHECK(run_all({"--memory", enough, "-q"}).code == ExitCode::done);
  CHECK(std::filesystem::exists(directory.path() / "out" / "trials.csv"));
}

TEST_CASE("with --all-trials a run goes on only until as many trials as memory holds", "[cli]") {
  const wayworth::tests::TemporaryDirectory directory;
  const Outcome outcome = run({"run", "-", "--all-trials", "--csv", directory.at("out"), "--trials", "16384", "--until",
                               "mean=0.01", "--memory", "50M"},
                              desk);
  CHECK(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.err, ContainsSubstring(" trials, the most that --memory can hold for --all-trials. This does "
                                            "not hold yet: mean."));
  CHECK(std::filesystem::exists(directory.path() / "out" / "trials.csv"));
}
