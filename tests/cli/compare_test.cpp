#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/answer_to.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace wayworth::cli;
using nlohmann::json;
using wayworth::tests::answer_to;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::Outcome;
using wayworth::tests::run;
using wayworth::tests::TemporaryDirectory;
using wayworth::tests::WithinAbs;
using wayworth::tests::WithinRel;

namespace {

const std::string bank = std::string(WAYWORTH_SOURCE_DIR) + "/examples/bank/scenario.yaml";

std::string text_of(const std::string& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The bank's case with one plan, and the same without its tenth initiative.
struct TwoPlans {
  TemporaryDirectory directory;
  std::string all10 = directory.at("all10.yaml");
  std::string no_a10 = directory.at("no_a10.yaml");

  TwoPlans() {
    const std::string text = text_of(bank);
    const std::string options =
        "options:\n  plan:\n    name: Plan\n    starts: {web_engagement: 1, agent_scripting: 2, routing: 3, "
        "voice_of_customer: 3, self_service: 7, speech_analytics: 7, workforce_optimisation: 11, notifications: 14, "
        "omnichannel: 17";
    const std::size_t begin = text.find("  journey_orchestration:      # A10");
    const std::size_t end = text.find("# Whatever helps one initiative");
    const std::size_t last = text.find("options:       #");
    REQUIRE(last != std::string::npos);
    std::ofstream(all10) << text.substr(0, last) << options << ", journey_orchestration: 26}\n";
    std::ofstream(no_a10) << text.substr(0, begin) << text.substr(end, last - end) << options << "}\n";
  }
};

json compared(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "compare");
  return answer_to(arguments);
}

double value_of(const json& estimate) {
  return estimate["value"].get<double>();
}

void check_bridge(const json& comparison) {
  const json& changes = comparison["changes"];
  double sum = 0.0;
  for (const json& group : changes["groups"]) sum += value_of(group["share"]);
  const double before = value_of(comparison["sides"][0]["programme"]["npv"]["mean"]);
  const double after = value_of(comparison["sides"][1]["programme"]["npv"]["mean"]);
  CHECK_THAT(value_of(changes["before"]), WithinRel(before, 1e-12));
  CHECK_THAT(value_of(changes["after"]), WithinRel(after, 1e-12));
  CHECK(std::abs(sum - (after - before)) < 1e-9 * std::abs(before));
}

}  // namespace

TEST_CASE("an executive chooses between two roadmaps", "[cli][compare][journey]") {
  const TwoPlans plans;
  const json found = compared({plans.all10, plans.no_a10, "--trials", "4096"});
  CHECK(found["sides"][0]["name"] == "all10");
  CHECK(found["sides"][1]["name"] == "no_a10");
  const json& pair = found["pairs"][0];
  // A paired probability with its error, the median gain, and what the loser can say for itself.
  const double probability = value_of(pair["probability_second_is_better"]);
  CHECK(probability > 0.55);
  CHECK(probability < 0.75);
  CHECK(pair["probability_second_is_better"]["standard_error"].get<double>() < 0.01);
  CHECK(value_of(pair["gain_of_second"]["p50"]) > 0.0);
  CHECK(value_of(pair["mean_differences"]["pv_costs"]) < -3e6);
  CHECK(pair["better"] == "no_a10");
  const json& argument = pair["best_argument_of_the_other"];
  CHECK_THAT(argument["share_won"].get<double>(), WithinAbs(1.0 - probability, 1e-9));
  REQUIRE_FALSE(argument["strongholds"].empty());
  for (const json& place : argument["strongholds"]) {
    CHECK_THAT(place["input"].get<std::string>(), ContainsSubstring("journey_orchestration"));
    CHECK(value_of(place["share_won"]) > argument["share_won"].get<double>());
  }
  // Why: its own value is below nothing, and nothing else has changed.
  const json& a10 = pair["initiatives"]["journey_orchestration"];
  CHECK(value_of(a10["first"]["npv_alone"]) < 0.0);
  CHECK(a10["second"].is_null());
  CHECK(found["changes"]["groups"].size() == 1);
  check_bridge(found);
  CHECK_THAT(found["summary"].get<std::string>(),
             ContainsSubstring("\u201Cno_a10\u201D beats \u201Call10\u201D in 6") &&
                 ContainsSubstring("more on average and costs USD 3.6"));
  // A longer horizon is run again, for both, and turns the choice.
  const json longer = compared({plans.all10, plans.no_a10, "--trials", "1024", "--set", "time.horizon=84 months"});
  CHECK(longer["sides"][0]["case"]["steps"] == 84);
  CHECK(longer["sides"][1]["case"]["steps"] == 84);
  CHECK(longer["pairs"][0]["better"] == "all10");
}

TEST_CASE("a range that is changed in a workshop leaves all else to the last digit", "[cli][compare][journey]") {
  const json found = compared({bank, "--trials", "2048", "--set", "drivers.accepted_share=6%,9%,12%"});
  std::size_t untouched = 0;
  for (const auto& [key, change] : found["pairs"][0]["initiatives"].items()) {
    INFO(key);
    CHECK(change["is_untouched"].get<bool>() == (key != "web_engagement"));
    if (!change["is_untouched"].get<bool>()) continue;
    ++untouched;
    CHECK(change["first"]["npv_alone"] == change["second"]["npv_alone"]);
    CHECK(value_of(change["gain"]) == 0.0);
  }
  CHECK(untouched == 9);
  CHECK(found["changes"]["groups"][0]["edits"][0] ==
        json{{"path", "drivers.accepted_share.value"}, {"before", "[8%, 13%, 18%]"}, {"after", "[6%, 9%, 12%]"}});
  // The first side is what a run of the case says.
  const Outcome plain = run({"run", bank, "--trials", "2048", "--json", "-", "--quiet"});
  CHECK(json::parse(plain.out)["options"][0]["programme"]["npv"] == found["sides"][0]["programme"]["npv"]);
}

TEST_CASE("an input that is no longer uncertain leaves the luck of the others alone", "[cli][compare][property]") {
  const json found = compared({bank, "--trials", "1024", "--set", "initiatives.routing.costs.Build.value=0.7M"});
  for (const auto& [key, change] : found["pairs"][0]["initiatives"].items()) {
    INFO(key);
    CHECK(change["is_untouched"].get<bool>() == (key != "routing"));
  }
}

TEST_CASE("the change of several edits is parted among them and adds up", "[cli][compare][property]") {
  const json found =
      compared({bank, "--trials", "512", "--set", "drivers.account_value=400", "--set", "finance.discount_rate=12%",
                "--set", "options.requested.starts.omnichannel=20", "--set", "roadmap.budget=9M"});
  CHECK(found["changes"]["groups"].size() == 3);
  CHECK(found["changes"]["other_edits"][0]["path"] == "roadmap.budget");
  check_bridge(found);
  for (const json& group : found["changes"]["groups"]) CHECK(value_of(group["share"]) < 0.0);
  const json without = compared({bank, "--trials", "512", "--no-bridge", "--set", "drivers.account_value=400"});
  CHECK(without["changes"]["groups"][0]["share"].is_null());
}

TEST_CASE("the options of a case stand side by side, with the best roadmap where it is asked for", "[cli][compare]") {
  const json found = compared({bank, "--trials", "1024"});
  CHECK(found["sides"].size() == 3);
  CHECK(found["pairs"].size() == 3);
  CHECK(found["changes"].is_null());
  const json run_of_case = json::parse(run({"run", bank, "--trials", "1024", "--json", "-", "--quiet"}).out);
  for (std::size_t i = 0; i < 3; ++i) {
    const json& side = found["sides"][i];
    CHECK(side["option"] == run_of_case["options"][i]["key"]);
    CHECK(side["programme"]["npv"] == run_of_case["options"][i]["programme"]["npv"]);
    double sum = 0.0;
    for (const json& share : side["place_shares"]) sum += share.get<double>();
    CHECK_THAT(sum, WithinAbs(1.0, 1e-12));
  }
  const double first_better = value_of(run_of_case["comparisons"][0]["probability_first_is_better"]);
  CHECK_THAT(value_of(found["pairs"][0]["probability_second_is_better"]), WithinAbs(1.0 - first_better, 1e-12));
  const json planned = compared({bank, "--trials", "1024", "--optimise"});
  CHECK(planned["sides"].size() == 4);
  CHECK(planned["sides"][3]["option"] == "roadmap");
  for (const json& pair : planned["pairs"]) {
    if (pair["second"] == "Best roadmap") CHECK(pair["better"] == "Best roadmap");
  }
}

TEST_CASE("a comparison fits 80 columns, is the same for any threads, and goes into files", "[cli][compare]") {
  const TwoPlans plans;
  const std::vector<std::string> arguments = {"compare", plans.all10, plans.no_a10, "--trials", "512", "--width", "80"};
  std::vector<std::string> with_files = arguments;
  with_files.insert(with_files.end(), {"-o", plans.directory.at("out"), "--quiet", "--threads", "1"});
  const Outcome first = run(arguments);
  REQUIRE(first.code == ExitCode::done);
  const Outcome second = run(with_files);
  CHECK(first.out == second.out);
  std::istringstream lines(first.out);
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    const auto is_first_byte = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    CHECK(std::count_if(line.begin(), line.end(), is_first_byte) <= 80);
  }
  for (const char* part : {"Side by side", "What changed, and why the NPV did", "The loser's best argument",
                           "9 initiatives are untouched"}) {
    CHECK_THAT(first.out, ContainsSubstring(part));
  }
  CHECK_THAT(text_of(plans.directory.at("out/comparison.html")), ContainsSubstring(">Journey orchestration<"));
  CHECK_THAT(text_of(plans.directory.at("out/comparison.txt")), ContainsSubstring("best argument"));
  CHECK(json::parse(text_of(plans.directory.at("out/comparison.json")))["format"] == "wayworth-comparison");
}

TEST_CASE("without chance two versions are compared as one trial, and the changes still add up", "[cli][compare]") {
  const std::vector<std::string> changes = {"--set", "drivers.account_value=400", "--set", "finance.discount_rate=12%"};
  std::vector<std::string> arguments = {bank, "--point", "mode"};
  arguments.insert(arguments.end(), changes.begin(), changes.end());
  const json found = compared(arguments);
  CHECK(found["manifest"]["point"] == "mode");
  CHECK(found["manifest"]["trials"] == 1);
  const json as_it_stands = json::parse(run({"run", bank, "--point", "mode", "--json", "-", "--quiet"}).out);
  CHECK(found["sides"][0]["programme"]["npv"] == as_it_stands["options"][0]["programme"]["npv"]);
  CHECK(found["changes"]["groups"].size() == 2);
  check_bridge(found);
  arguments.insert(arguments.begin(), "compare");
  arguments.insert(arguments.end(), {"--width", "80", "--quiet"});
  const Outcome text = run(arguments);
  CHECK_THAT(text.out, ContainsSubstring("\u201CAs it stands\u201D is worth USD") &&
                           ContainsSubstring("more than \u201CChanged\u201D"));
  for (const char* of_chance : {"future", "trials", "P10", "P(loss)", "best argument", "\u00B1"}) {
    INFO(of_chance);
    CHECK_THAT(text.out, !ContainsSubstring(of_chance));
  }
  const Outcome options = run({"compare", bank, "--point", "median", "--quiet"});
  CHECK(options.code == ExitCode::done);
  CHECK_THAT(options.out, ContainsSubstring("Without chance"));
  CHECK(run({"compare", bank, "--point", "mode", "--trials", "5"}).code == ExitCode::wrong_usage);
}

TEST_CASE("an option that breaks limits says which, one that is planned within them keeps them", "[cli][compare]") {
  const json found = compared({bank, "--trials", "512", "--optimise"});
  for (const json& side : found["sides"]) {
    INFO(side["name"]);
    REQUIRE(side["broken_limits"].is_array());
    if (side["option"] == "requested")
      CHECK_THAT(side["broken_limits"].dump(), ContainsSubstring("the people of role"));
    if (side["option"] == "roadmap") CHECK(side["broken_limits"].empty());
  }
}

TEST_CASE("what counts besides the NPV is weighed in every way", "[cli][compare]") {
  const json found = compared({bank, "--trials", "1024"});
  const json& weighing = found["weighing"];
  REQUIRE(weighing["criteria"].size() >= 2);
  double first = 0.0;
  for (const json& side : weighing["sides"]) {
    first += side["place_shares"][0].get<double>();
    if (side["central_weights"].is_null()) continue;
    double sum = 0.0;
    for (const json& weight : side["central_weights"]) sum += weight.get<double>();
    CHECK_THAT(sum, WithinAbs(1.0, 1e-9));
  }
  CHECK_THAT(first, WithinAbs(1.0, 1e-9));
}

TEST_CASE("the page of a comparison has its curves and, of two versions, the changes as bars", "[cli][compare]") {
  const TemporaryDirectory directory;
  const auto page_of = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"compare", bank, "--trials", "512", "--quiet", "-o", directory.at("out")});
    REQUIRE(run(arguments).code == ExitCode::done);
    return text_of(directory.at("out/comparison.html"));
  };
  const std::string versions = page_of({"--set", "drivers.account_value=400", "--set", "finance.discount_rate=12%"});
  CHECK_THAT(versions, ContainsSubstring("id=\"compared-curves\"") && ContainsSubstring("id=\"change-bridge\""));
  CHECK_THAT(versions, ContainsSubstring(": drivers.<wbr>account_<wbr>value.<wbr>value<"));
  const std::string options = page_of({});
  CHECK_THAT(options, ContainsSubstring("id=\"compared-curves\"") && !ContainsSubstring("id=\"change-bridge\""));
}

TEST_CASE("what cannot be compared is said", "[cli][compare][message]") {
  const TwoPlans plans;
  const Outcome single = run({"compare", plans.all10});
  CHECK(single.code == ExitCode::wrong_usage);
  CHECK_THAT(single.err, ContainsSubstring("there is nothing to compare: the scenario has one option"));
  const std::string euro = plans.directory.at("euro.yaml");
  std::string text = text_of(plans.all10);
  for (std::size_t at = 0; (at = text.find("USD", at)) != std::string::npos;) text.replace(at, 3, "EUR");
  std::ofstream(euro) << text;
  const Outcome mixed = run({"compare", plans.no_a10, euro, "--quiet"});
  CHECK(mixed.code == ExitCode::wrong_scenario);
  CHECK(mixed.out.empty());
  CHECK_THAT(mixed.err, ContainsSubstring(plans.no_a10 + " is in USD and " + euro +
                                          " in EUR: money of different currencies cannot be compared"));
  const Outcome twice = run({"compare", "-", "-"}, text);
  CHECK(twice.code == ExitCode::wrong_usage);
  CHECK_THAT(twice.err, ContainsSubstring("two scenarios cannot both come from standard input"));
  CHECK(run({"compare", plans.all10, plans.no_a10, euro}).code == ExitCode::wrong_usage);
  CHECK(run({"compare", plans.all10, "no_such_file.yaml"}).code == ExitCode::cannot_read_or_write);
  const Outcome wrong = run({"compare", bank, "--set", "drivers.acepted_share=6%"});
  CHECK(wrong.code == ExitCode::wrong_scenario);
  CHECK_THAT(wrong.err, ContainsSubstring("did you mean `accepted_share`?"));
}

TEST_CASE("a scenario from standard input can be compared with its changed self", "[cli][compare]") {
  const Outcome outcome = run({"compare", "-", "--trials", "256", "--set", "finance.discount_rate=20%"}, text_of(bank));
  CHECK(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.out, ContainsSubstring("\u201CAs it stands\u201D beats \u201CChanged\u201D"));
}
