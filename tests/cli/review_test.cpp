// What a finance reviewer does who looks for money that is counted twice.

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

using Json = nlohmann::json;
using wayworth::cli::ExitCode;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::Outcome;
using wayworth::tests::run;
using wayworth::tests::WithinRel;

namespace {

const std::string service_desk = R"(wayworth: 1
name: A service desk
currency: USD
estimates: ends
time: {start: 2026-01, horizon: 60 months}
finance: {discount_rate: 10%}
simulation: {trials: 1024, sampling: random}
drivers:
  calls: {value: [900k, 1M, 1.2M], unit: call/year}
  handle_time: {value: 360, unit: second/call}
  hours: {value: 1200, unit: hour/year/FTE}
  wage: {value: [55k, 60k, 70k], unit: USD/year/FTE}
streams:
  desk: {kind: fte, formula: calls * handle_time / hours, cost: wage, cashable: [50%, 70%, 90%]}
initiatives:
)";

/// The calls are shortened, and the agents whom that frees are a saving once more.
const std::string trap_fte = service_desk + R"(  chat:
    effects: {calls: {change: [-12%, -8%, -4%]}}
    benefits: [{name: Fewer agents, kind: cost_saving, value: 400k, unit: USD/year}]
    costs:
      - {kind: one_off, value: [100k, 150k, 260k]}
      - {kind: running, value: [40k, 50k, 70k], unit: USD/year}
    rollout: {duration: [2, 3, 5], ramp: 6, success: 99%}
)";

/// Ten initiatives, each after 8 % of the same calls.
std::string trap_overlap() {
  std::string text = service_desk;
  for (int i = 1; i <= 10; ++i) {
    text += fmt::format(
        "  tool_{}:\n    effects: {{calls: {{change: -8%}}}}\n"
        "    costs: [{{kind: running, value: [4k, 5k, 7k], unit: USD/year}}]\n"
        "    rollout: {{duration: 2, success: 99%}}\n",
        i);
  }
  return text;
}

const std::string found_fte =
    "standard input:18:16: warning: initiatives.chat.benefits.Fewer agents: is 400k a year, and the 6.75 FTE that the "
    "initiative frees in `desk` are 409k a year already (6.75 × 60.6k); keep the stream of kind `fte` and remove the "
    "other [W-FTE]\n";

const std::string found_overlap =
    "standard input:9:3: warning: drivers.calls: loses up to 56.6% (P90) when 10 initiatives succeed; the parts add up "
    "to 80%, but each acts on what the others leave; check that so much can go, and lower or leave out effects that "
    "are after the same minutes [W-REDUCE]\n";

/// The NPV of the programme at the means, or its cash-releasing part.
double point_npv(const std::string& scenario, const std::string& measure, const std::string& change) {
  const Outcome outcome = run({"run", "-", "--point", "mean", "--quiet", "--json", "-", "--set", change}, scenario);
  INFO(outcome.err);
  REQUIRE(outcome.code == ExitCode::done);
  return Json::parse(outcome.out)["options"][0]["programme"][measure]["mean"]["value"].get<double>();
}

}  // namespace

TEST_CASE("staff that is counted twice gets its message, with the arithmetic", "[cli][lint][message]") {
  const Outcome checked = run({"check", "-"}, trap_fte);
  CHECK(checked.code == ExitCode::done);
  CHECK(checked.err == found_fte);
  CHECK(checked.out == "OK: 1 initiative, 4 drivers, 1 stream, 8 uncertain inputs, 1 warning\n");
  const Outcome strict = run({"check", "-", "--strict"}, trap_fte);
  CHECK(strict.code == ExitCode::wrong_scenario);
  CHECK(strict.err == found_fte);
}

TEST_CASE("ten savings of one pool get their message, with what they come to", "[cli][lint][message]") {
  const Outcome strict = run({"check", "-", "--strict"}, trap_overlap());
  CHECK(strict.code == ExitCode::wrong_scenario);
  CHECK(strict.err == found_overlap);
}

TEST_CASE("what is found is data for other programs, and strict for them too", "[cli][lint]") {
  const Outcome outcome = run({"check", "-", "--strict", "--json"}, trap_fte);
  CHECK(outcome.code == ExitCode::wrong_scenario);
  CHECK(outcome.err.empty());
  const Json json = Json::parse(outcome.out);
  CHECK(json["format"] == "wayworth-check");
  CHECK(json["errors"] == 0);
  REQUIRE(json["problems"].size() == 1);
  const Json& problem = json["problems"][0];
  CHECK(problem["rule"] == "W-FTE");
  CHECK(problem["severity"] == "warning");
  CHECK(problem["line"] == 18);
  CHECK(problem["path"] == "initiatives.chat.benefits.Fewer agents");
  CHECK_THAT(problem["why"].get<std::string>(), ContainsSubstring("the same money, seen twice"));
}

TEST_CASE("what is accepted with a reason passes the strict check", "[cli][lint]") {
  const std::string accepted = trap_fte + "accept: [{rule: W-FTE, at: initiatives.chat, because: Two other teams}]\n";
  const Outcome outcome = run({"check", "-", "--strict"}, accepted);
  CHECK(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.out, ContainsSubstring("0 warnings, 1 accepted"));
}

TEST_CASE("a wrong scenario has no warnings, only what must be mended first", "[cli][lint]") {
  const Outcome outcome = run({"check", "-", "--strict", "--json"}, trap_fte + "  nonsense: 5\n");
  CHECK(outcome.code == ExitCode::wrong_scenario);
  const Json json = Json::parse(outcome.out);
  CHECK(json["errors"] == 1);
  for (const Json& problem : json["problems"]) CHECK(problem["severity"] == "error");
}

TEST_CASE("without cashable staff no saving is cash, and all of it is still freed", "[cli][lint]") {
  const std::string share = "streams.desk.cashable=";
  CHECK(point_npv(trap_overlap(), "npv", share + "0%") == point_npv(trap_overlap(), "npv", share + "100%"));
  const double economic = point_npv(trap_overlap(), "npv", share + "100%");
  CHECK_THAT(point_npv(trap_overlap(), "cash_npv", share + "100%"), WithinRel(economic, 1e-12));
  const double costs = -point_npv(trap_overlap(), "pv_costs", share + "0%");
  CHECK_THAT(point_npv(trap_overlap(), "cash_npv", share + "0%"), WithinRel(costs, 1e-12));
}

TEST_CASE("the lifetime value of customers is in no cash flow", "[cli][lint]") {
  const std::string customers = service_desk + R"(  loyalty:
    effects: {holders.churn: {change: [-8%, -5%, -2%]}}
    costs: [{kind: running, value: [40k, 50k, 70k], unit: USD/year}]
    rollout: {duration: 3, ramp: 6, success: 90%}
segments:
  holders: {customers: 50k, churn: {value: 1.5%, unit: 1/month}, margin: {value: 8, unit: USD/month/customer}}
)";
  const double for_good = point_npv(customers, "npv", "segments.holders.first_margin=now");
  CHECK(point_npv(customers, "npv", "segments.holders.lifetime=2") == for_good);
  CHECK(point_npv(customers, "cash_npv", "segments.holders.lifetime=2") == for_good);
}
