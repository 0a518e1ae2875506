#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/app.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth::cli;
using wayworth::tests::ContainsSubstring;

namespace {

const std::string desk = R"(wayworth: 1
name: Desk
currency: EUR
time: {start: 2026-01, horizon: 12 months, step: year}
finance: {discount_rate: 0%, discounting: end}
simulation: {trials: 1024, seed: 1, sampling: random}
drivers:
  sales:
    value: normal(1000, 500)
    unit: EUR/year
initiatives:
  desk:
    benefits: [{name: Sales, kind: revenue, value: sales, unit: EUR/year}]
    rollout: {duration: 0, ramp: 0}
)";

struct Outcome {
  ExitCode code;
  std::string out;
  std::string err;
};

Outcome run(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"run", "-"});
  std::istringstream in(desk);
  std::ostringstream out;
  std::ostringstream err;
  const ExitCode code = run_app(arguments, in, out, err, {});
  return {code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("a run doubles its trials until the mean is known as closely as that, and says so", "[cli]") {
  // 2.33 * 500 / sqrt(n) <= 10 from n = 13,572 on: the fourth doubling.
  const Outcome outcome = run({"--until", "mean=10", "--json", "-"});
  REQUIRE(outcome.code == ExitCode::done);
  CHECK(nlohmann::json::parse(outcome.out)["manifest"]["trials"] == 16384);
  CHECK_THAT(outcome.err, ContainsSubstring("Stopped at 16,384 trials: all that --until asks for holds."));
  // The same bytes as with that many trials at once, and for any threads.
  CHECK(run({"--trials", "16384", "--json", "-"}).out == outcome.out);
  CHECK(run({"--until", "mean=10", "--json", "-", "--threads", "3"}).out == outcome.out);
  CHECK(run({"--until", "mean=10,stable", "--json", "-"}).out == outcome.out);
}

TEST_CASE("a run that needs more trials than there are says what is still open", "[cli]") {
  const Outcome outcome = run({"--trials", "600k", "--until", "mean=0.001,loss=5%"});
  CHECK(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.err,
             ContainsSubstring("600,000 trials, the most that --until tries. This does not hold yet: mean."));
}

TEST_CASE("what --until cannot understand", "[cli]") {
  const auto message = [](const std::vector<std::string>& arguments) {
    const Outcome outcome = run(arguments);
    CHECK(outcome.code == ExitCode::wrong_usage);
    return outcome.err;
  };
  CHECK_THAT(message({"--until", "exact"}), ContainsSubstring("'exact' must be precise, stable, or how closely"));
  CHECK_THAT(message({"--until", "mean"}), ContainsSubstring("such as mean=50k"));
  CHECK_THAT(message({"--until", "mean=0"}), ContainsSubstring("mean=0 must be above 0"));
  CHECK_THAT(message({"--until", "loss=120%"}), ContainsSubstring("must be below 100%"));
  CHECK_THAT(message({"--until", "precise", "--point", "mean"}), ContainsSubstring("leave out --until"));
}
