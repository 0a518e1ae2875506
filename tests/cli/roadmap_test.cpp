#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/answer_to.hpp"
#include "tests/cli/bank_roadmap.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth::cli;
using wayworth::tests::answer_to;
using wayworth::tests::Approx;
using wayworth::tests::bank;
using wayworth::tests::check_rules;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::mean_npv;
using wayworth::tests::one_off_costs;
using wayworth::tests::Outcome;
using wayworth::tests::run;

namespace {

nlohmann::json planned(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"roadmap", bank, "--trials", "2000"});
  return answer_to(arguments);
}

TEST_CASE("a budget that is cut by a fifth and more leaves a plan that keeps it, and a must-do has its price",
          "[cli][roadmap]") {
  const nlohmann::json full = planned({});
  check_rules(full["roadmap"]);
  CHECK(mean_npv(full) > full["options"][1]["programme"]["npv"]["mean"]["value"].get<double>());  // as requested
  const nlohmann::json cut = planned({"--budget", "6M"});
  check_rules(cut["roadmap"]);
  CHECK(one_off_costs(cut["roadmap"]) <= 6e6);
  CHECK(mean_npv(cut) < mean_npv(full));
  CHECK(cut["roadmap"]["left_out"].contains("journey_orchestration"));
  const nlohmann::json with_must = planned({"--budget", "9.4M", "--must", "journey_orchestration"});
  check_rules(with_must["roadmap"]);
  CHECK(with_must["roadmap"]["starts"].contains("journey_orchestration"));
  CHECK(one_off_costs(with_must["roadmap"]) <= 9.4e6);
  CHECK(mean_npv(with_must) < mean_npv(full));
}

TEST_CASE("what is late moves what waits for it, and costs money every quarter", "[cli][roadmap]") {
  const nlohmann::json in_time = planned({});
  for (const nlohmann::json& loss : in_time["roadmap"]["cost_of_delay"]) CHECK(loss["value"].get<double>() > 0.0);
  const nlohmann::json late = planned({"--set", "initiatives.self_service.rollout.duration=[11, 13, 17]"});
  check_rules(late["roadmap"]);
  CHECK(mean_npv(late) < mean_npv(in_time));
  CHECK(late["roadmap"]["starts"]["notifications"] > in_time["roadmap"]["starts"]["notifications"]);
}

TEST_CASE("a case that states limits and no options is reported on with the roadmap that is found", "[cli][roadmap]") {
  const std::string shop = R"(wayworth: 1
name: Two shops
currency: EUR
estimates: ends
time: {start: 2026-01, horizon: 24 months}
finance: {discount_rate: 5%}
simulation: {trials: 512, seed: 1}
initiatives:
  big:
    benefits: [{name: Sales, kind: revenue, value: [10k, 12k, 14k], unit: EUR/month}]
    costs: [{name: Build, kind: one_off, value: 90k, from: start}]
  small:
    benefits: [{name: Sales, kind: revenue, value: [6k, 8k, 9k], unit: EUR/month}]
    costs: [{name: Build, kind: one_off, value: 50k, from: start}]
roadmap: {budget: 100k}
)";
  const auto starts_in = [&](const std::vector<std::string>& arguments) {
    const Outcome outcome = run(arguments, shop);
    REQUIRE(outcome.code == ExitCode::done);
    return nlohmann::json::parse(outcome.out)["options"][0]["starts"];
  };
  const nlohmann::json planned = starts_in({"roadmap", "-", "--json", "-"});
  CHECK(planned == nlohmann::json{{"big", 1}});
  CHECK(starts_in({"run", "-", "--json", "-"}) == planned);
  CHECK(starts_in({"run", "-", "--json", "-", "--set", "roadmap.budget=200k"}).size() == 2);
  const Outcome solved = run({"solve", "-", "--vary", "initiatives.big.costs.Build.value", "--target", "npv=100k",
                              "--from", "50k", "--to", "200k"},
                             shop);
  CHECK_THAT(solved.out, ContainsSubstring("initiatives.big.costs.Build.value"));
  CHECK_THAT(solved.out, !ContainsSubstring("None"));
  const Outcome none = run({"run", "-", "--set", "roadmap.must=[big, small]"}, shop);
  CHECK(none.code == ExitCode::no_roadmap);
  CHECK(none.out.empty());
}

TEST_CASE("rules that conflict are told in words, with an exit code of their own", "[cli][roadmap][message]") {
  const Outcome none = run({"roadmap", bank, "--budget", "1M", "--must", "omnichannel", "--quiet"});
  CHECK(none.code == ExitCode::no_roadmap);
  CHECK(none.out.empty());
  CHECK(none.err ==
        "No roadmap keeps these rules together; without any one of them, the others could be kept:\n"
        "  - Omnichannel context and blended agents must be part of it\n"
        "  - the budget of USD 1.00M; USD 4.93M would be enough\n");
  const Outcome unknown = run({"roadmap", bank, "--must", "omnichanel"});
  CHECK(unknown.code == ExitCode::wrong_usage);
  CHECK_THAT(unknown.err, ContainsSubstring("there is no initiative `omnichanel`; did you mean `omnichannel`?"));
}

TEST_CASE("the roadmap fits 80 columns and says the same again", "[cli][roadmap]") {
  const std::vector<std::string> arguments = {"roadmap", bank, "--trials", "1000", "--width", "80", "--quiet"};
  const Outcome first = run(arguments);
  REQUIRE(first.code == ExitCode::done);
  std::istringstream lines(first.out);
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    std::size_t columns = 0;  // every character here but the continuation bytes of UTF-8 takes one
    for (const char byte : line) columns += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    CHECK(columns <= 80);
  }
  CHECK_THAT(first.out, ContainsSubstring("Left out, and why"));
  CHECK_THAT(first.out, ContainsSubstring("People: it"));
  std::vector<std::string> on_one_thread = arguments;
  on_one_thread.insert(on_one_thread.end(), {"--threads", "1"});
  CHECK(run(on_one_thread).out == first.out);
}

TEST_CASE("a run draws its first option over time, with people and money", "[cli][roadmap]") {
  const std::vector<std::string> arguments = {"run", bank, "--full", "--trials", "512", "--width", "80", "--quiet"};
  const Outcome first = run(arguments);
  REQUIRE(first.code == ExitCode::done);
  std::istringstream lines(first.out);
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    std::size_t columns = 0;
    for (const char byte : line) columns += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    CHECK(columns <= 80);
  }
  for (const char* part :
       {"Initiatives over time, with every input at its mean", "People: it", "Benefits", "Cash so far"}) {
    CHECK_THAT(first.out, ContainsSubstring(part));
  }
}

TEST_CASE("a goal that shuns risk gives up mean for a better worst tenth", "[cli][roadmap]") {
  const auto best_for = [](const std::string& goal) {
    return planned({"--budget", "6M", "--set", "roadmap.maximise=" + goal});
  };
  const auto figure = [](const nlohmann::json& answer, const char* which) {
    return answer["options"][0]["programme"]["npv"][which]["value"].get<double>();
  };
  const nlohmann::json by_mean = best_for("mean");
  const nlohmann::json by_p10 = best_for("p10");
  const nlohmann::json by_worst = best_for("cvar10");
  const nlohmann::json by_chance = best_for("{probability_above: 20M}");
  for (const nlohmann::json& answer : {by_p10, by_worst, by_chance}) {
    check_rules(answer["roadmap"]);
    CHECK(one_off_costs(answer["roadmap"]) <= 6e6);
    const double error = by_mean["options"][0]["programme"]["npv"]["mean"]["standard_error"].get<double>();
    CHECK(mean_npv(answer) <= mean_npv(by_mean) + 5.0 * error);
  }
  const double error_of_p10 = by_p10["options"][0]["programme"]["npv"]["p10"]["standard_error"].get<double>();
  CHECK(figure(by_p10, "p10") >= figure(by_mean, "p10") - 3.0 * error_of_p10);
  CHECK_THAT(by_p10["roadmap"]["goal"]["value"].get<double>(), wayworth::tests::WithinRel(figure(by_p10, "p10"), 1e-9));
  CHECK_THAT(by_mean["roadmap"]["goal"]["value"].get<double>(), wayworth::tests::WithinRel(mean_npv(by_mean), 1e-9));
  const double chance = by_chance["roadmap"]["goal"]["value"].get<double>();
  CHECK(chance > 0.5);
  CHECK(chance <= 1.0);
  CHECK(by_worst["roadmap"]["goal"]["value"].get<double>() < figure(by_worst, "p10"));
}

TEST_CASE("the chance that a programme funds itself is that of fresh draws", "[cli][roadmap]") {
  const nlohmann::json answer = planned({"--set", "roadmap.self_funding={floor: -2.5M, probability: 80%}"});
  const double kept = answer["roadmap"]["probability_of_funding"];
  CHECK(kept > 0.75);  // 80 % on the draws of the search
  CHECK(kept <= 1.0);
  CHECK(planned({})["roadmap"]["probability_of_funding"].is_null());
  const Outcome text = run({"roadmap", bank, "--trials", "1000", "--quiet", "--set",
                            "roadmap.self_funding={floor: -2.5M, probability: 80%}"});
  CHECK_THAT(text.out, ContainsSubstring("Cumulative cash stays at USD -2.50M or above in"));
}

}  // namespace
