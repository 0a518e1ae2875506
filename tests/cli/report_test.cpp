#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace wayworth::cli;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::Outcome;
using wayworth::tests::run;
using wayworth::tests::TemporaryDirectory;
using Json = nlohmann::ordered_json;

namespace {

const std::string source = WAYWORTH_SOURCE_DIR;
const std::string bank = source + "/examples/bank/scenario.yaml";

const std::string library = source + "/library";

/// A case in several files, with data, worlds, a variant and an initiative from the library.
const std::string desk = R"yaml(wayworth: 1
name: Desk
currency: USD
estimates: ends
time: {start: 2026-01, horizon: 24 months}
finance: {discount_rate: 8%}
simulation: {trials: 512, seed: 3}
include: [../shared/today]
drivers:
  handle_time: {value: "empirical('waits.csv', 'minutes')", unit: minute/call}
  pay: {value: [25, 30, 40], unit: USD/hour}
streams:
  service: {kind: cost, formula: calls * handle_time * pay}
initiatives:
  guidance: {extends: library/agent_guidance}
worlds:
  boom: {probability: 30%, effects: {calls: {change: 20%}}}
  bust: {probability: 70%}
variants:
  dear: {drivers.pay.value: [40, 50, 60]}
)yaml";
const std::string today = "drivers: {calls: {value: [800, 1000, 1300], unit: call/day}}\n";
const std::string waits = "minutes,calls\n2.5,10\n3,4\n4.5,2\n7,1\n";

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

std::set<std::string> names_in(const std::filesystem::path& directory) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) names.insert(entry.path().filename());
  return names;
}

/// Runs, makes the reports again, and compares every file.
/// \param tables  of CSV that are among them
void check_same_bytes_of(const std::string& command, const std::vector<std::string>& scenario,
                         const std::string& input = "", const std::vector<std::string>& tables = {}) {
  const TemporaryDirectory directory;
  std::vector<std::string> arguments = {command, "-o", directory.at("first"), "-q"};
  arguments.insert(arguments.end(), scenario.begin(), scenario.end());
  const Outcome first = run(arguments, input);
  INFO(first.err);
  REQUIRE(first.code == ExitCode::done);
  const Outcome again = run({"report", directory.at("first/results.json"), "-o", directory.at("again"), "-q"});
  INFO(again.err);
  REQUIRE(again.code == ExitCode::done);
  CHECK(again.err.empty());
  const std::set<std::string> names = names_in(directory.at("first"));
  CHECK(names.size() > 15);
  for (const std::string& table : tables) {
    INFO(table);
    CHECK(names.contains(table + ".csv"));
  }
  CHECK(names_in(directory.at("again")) == names);
  for (const std::string& name : names) {
    INFO(name);
    CHECK(content(directory.path() / "first" / name) == content(directory.path() / "again" / name));
  }
  CHECK(run({"report", directory.at("first/results.json")}).out == first.out);
}

void check_same_bytes_again(const std::vector<std::string>& scenario, const std::string& input = "") {
  check_same_bytes_of("run", scenario, input);
}

Json results_of(const std::vector<std::string>& scenario) {
  std::vector<std::string> arguments = {"run", "--json", "-", "-q"};
  arguments.insert(arguments.end(), scenario.begin(), scenario.end());
  return Json::parse(run(arguments).out);
}

Outcome report(const Json& results) {
  return run({"report", "-"}, results.dump(2));
}

}  // namespace

TEST_CASE("reports made again from results.json have the same bytes", "[cli][property]") {
  check_same_bytes_again({bank, "--trials", "512"});
  check_same_bytes_again({source + "/examples/stores/scenario.yaml", "--trials", "64", "--seed", "9"});
  check_same_bytes_again({source + "/examples/tei/scenario.yaml", "--point", "mean"});
  check_same_bytes_again({source + "/examples/online_leads/scenario.yaml", "--point", "mode"});
  check_same_bytes_again({source + "/tests/workbook/every_line.yaml", "--trials", "48", "--sampling", "random"});
  check_same_bytes_again({source + "/examples/first_case/scenario.yaml", "--library", library, "--set",
                          "finance.discount_rate=12%", "--trials", "300"});
}

TEST_CASE("reports of a roadmap and of a sensitivity analysis are made again as well", "[cli][property]") {
  check_same_bytes_of("roadmap", {bank, "--trials", "256", "--must", "journey_orchestration", "--prices", "--frontier"},
                      "",
                      {"roadmap", "roadmap_phases", "roadmap_left_out", "roadmap_wins", "roadmap_capacity",
                       "roadmap_dominance", "roadmap_prices", "roadmap_frontier", "roadmap_risks"});
  check_same_bytes_of("roadmap", {bank, "--trials", "256", "--budget", "9.4M", "--set",
                                  "roadmap.self_funding={floor: -2.5M, probability: 80%}"});
  check_same_bytes_of("sensitivity",
                      {bank, "--trials", "512", "--table", "talk_conversion,accepted_share", "--pilot",
                       "accepted_share=500", "--variance"},
                      "",
                      {"tornado", "spider", "flips", "worst_trials", "convergence", "variance_shares", "sensitivity",
                       "break_evens", "headroom", "decisions", "value_of_information"});
  check_same_bytes_of("sensitivity", {source + "/examples/stores/scenario.yaml", "--trials", "256"});
}

TEST_CASE("results keep a scenario with all its files, which may be gone by then", "[cli]") {
  const TemporaryDirectory directory;
  const std::string file = directory.at("cases/desk.yaml");
  write(file, desk);
  write(directory.at("cases/waits.csv"), waits);
  write(directory.at("shared/today.yaml"), today);
  check_same_bytes_again({file, "--library", library});
  check_same_bytes_again({file, "--library", library, "--variant", "dear"});
  const Json results = results_of({file, "--library", library, "--variant", "dear"});
  const Json& scenario = results["scenario"];
  CHECK(scenario["file"] == "desk.yaml");
  CHECK(scenario["text"] == desk);
  CHECK(scenario["variant"] == "dear");
  std::vector<std::string> names;
  for (const Json& one : scenario["files"]) names.push_back(one["name"]);
  CHECK(names == std::vector<std::string>{"../shared/today.yaml", "<library>/agent_guidance.yaml", "waits.csv"});
  std::filesystem::remove_all(directory.path() / "cases");
  std::filesystem::remove_all(directory.path() / "shared");
  const Outcome again = report(results);
  INFO(again.err);
  CHECK(again.code == ExitCode::done);
}

TEST_CASE("a scenario that was piped, and a roadmap that the run found, are kept as well", "[cli]") {
  std::string open = content(bank);
  open.erase(open.find("\noptions:") + 1);  // they come last
  check_same_bytes_again({"-", "--trials", "64"}, open);
}

TEST_CASE("a run prints the same whether it writes files or not, and made again", "[cli][property]") {
  const std::vector<std::string> arguments = {"run", bank, "--trials", "512", "-q"};
  const auto with = [&](const std::vector<std::string>& more) {
    std::vector<std::string> all = arguments;
    all.insert(all.end(), more.begin(), more.end());
    return run(all).out;
  };
  const TemporaryDirectory directory;
  const std::string json = directory.at("results.json");
  const std::string answer = with({});
  CHECK_THAT(answer, ContainsSubstring("What drives it"));
  CHECK(with({"--json", json}) == answer);
  CHECK(run({"report", json}).out == answer);
  CHECK(run({"report", json, "--full"}).out == with({"--full"}));
}

TEST_CASE("the answer of a run fits on a screen, however many initiatives there are", "[cli]") {
  const auto lines_of = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  const std::string refcase = source + "/tests/bench/refcase.yaml";
  for (const char* width : {"80", "120"}) {
    CHECK(lines_of(run({"run", bank, "--trials", "512", "--width", width, "-q"}).out) <= 50);
    const std::string answer = run({"run", refcase, "--trials", "256", "--width", width, "-q"}).out;
    CHECK_THAT(answer, ContainsSubstring("... and 11 more."));
    CHECK(lines_of(answer) <= 50);
  }
}

TEST_CASE("one format or several can be made again", "[cli]") {
  const TemporaryDirectory directory;
  const std::string results = directory.at("results.json");
  write(results, results_of({bank, "--trials", "64"}).dump());  // spaces do not matter
  const Outcome outcome = run({"report", results, "-o", directory.at("again"), "--format", "md,txt", "--width", "70"});
  CHECK(content(directory.at("again/report.txt")) == run({"report", results, "--full", "--width", "100"}).out);
  CHECK(outcome.code == ExitCode::done);
  CHECK(names_in(directory.at("again")) == std::set<std::string>{"report.txt", "summary.md"});
  CHECK_THAT(outcome.err, ContainsSubstring("Wrote " + directory.at("again/report.txt")));
  const Outcome unknown = run({"report", results, "-o", directory.at("again"), "--format", "html,pdf"});
  CHECK(unknown.code == ExitCode::wrong_usage);
  CHECK_THAT(unknown.err, ContainsSubstring("--format: 'pdf' must be html, txt, md, xlsx, json, csv, or several"));
  CHECK_THAT(run({"report", results, "--format", "md"}).err, ContainsSubstring("say where with -o"));
}

TEST_CASE("results that are not what a run wrote are refused, and say why", "[cli]") {
  const TemporaryDirectory directory;
  CHECK(run({"report", directory.at("none.json")}).code == ExitCode::cannot_read_or_write);
  CHECK_THAT(run({"report", directory.at(".")}).err, ContainsSubstring("name the results.json in it"));
  CHECK_THAT(run({"report", "-"}, "").err, ContainsSubstring("results: no JSON, or not all of it"));
  CHECK_THAT(run({"report", "-"}, "[]").err,
             ContainsSubstring("this is not what Wayworth writes: results.json of `wayworth run`"));

  const Json good = results_of({bank, "--trials", "64"});
  CHECK(report(good).code == ExitCode::done);
  const std::string text = good.dump(2);
  CHECK_THAT(run({"report", "-"}, text.substr(0, text.size() / 2)).err, ContainsSubstring("not all of it"));

  Json other = good;
  other["manifest"]["version"] = "0.0.1";
  CHECK_THAT(report(other).err, ContainsSubstring("written by Wayworth 0.0.1, and this is "));
  other = good;
  other["options"][0]["programme"]["npv"]["mean"]["value"] = 1e9;
  CHECK(report(other).code == ExitCode::wrong_scenario);
  CHECK_THAT(report(other).err, ContainsSubstring("changed since the run wrote them"));
  for (const auto& [key, value] : good.items()) {
    INFO(key);
    other = good;
    other.erase(key);
    CHECK(report(other).code == ExitCode::wrong_scenario);
  }
}

TEST_CASE("a comparison is made again from comparison.json", "[cli][property]") {
  const auto check = [](std::vector<std::string> arguments) {
    const TemporaryDirectory directory;
    arguments.insert(arguments.begin(), "compare");
    arguments.insert(arguments.end(), {"-q", "-o", directory.at("first")});
    const Outcome first = run(arguments);
    INFO(first.err);
    REQUIRE(first.code == ExitCode::done);
    const std::string json = directory.at("first/comparison.json");
    const Outcome again = run({"report", json, "-o", directory.at("again"), "-q"});
    INFO(again.err);
    REQUIRE(again.code == ExitCode::done);
    const std::set<std::string> names = names_in(directory.at("first"));
    CHECK(names == std::set<std::string>{"comparison.html", "comparison.json", "comparison.md", "comparison.txt"});
    CHECK(names_in(directory.at("again")) == names);
    for (const std::string& name : names) {
      INFO(name);
      CHECK(content(directory.path() / "first" / name) == content(directory.path() / "again" / name));
    }
    CHECK(run({"report", json}).out == first.out);
  };
  check({bank, "--trials", "256"});
  check({bank, "--optimise", "--trials", "256"});
  check({bank, "--set", "finance.discount_rate=15%", "--set", "drivers.talk_conversion=9%", "--trials", "256"});
  check({bank, "--set", "finance.discount_rate=15%", "--no-bridge", "--trials", "256"});
  check({source + "/examples/tei/scenario.yaml", "--set", "finance.discount_rate=15%", "--point", "mean"});
  check({source + "/examples/first_case/scenario.yaml", bank, "--library", library, "--no-bridge", "--trials", "256"});
}

TEST_CASE("of a comparison there is no workbook, and no change passes", "[cli]") {
  const TemporaryDirectory directory;
  const std::string text = run({"compare", bank, "--trials", "256", "--json", "-", "-q"}).out;
  const Outcome outcome = run({"report", "-", "-o", directory.at("again"), "--format", "xlsx"}, text);
  CHECK(outcome.code == ExitCode::wrong_usage);
  CHECK_THAT(outcome.err, ContainsSubstring("a comparison has html, txt, md and json, no xlsx"));
  CHECK(run({"report", "-", "-o", directory.at("again"), "--format", "md", "-q"}, text).code == ExitCode::done);
  Json changed = Json::parse(text);
  changed["sides"][0]["name"] = "Mine";
  CHECK_THAT(report(changed).err, ContainsSubstring("changed since the run wrote them"));
}

TEST_CASE("the JSON of a sensitivity analysis alone has no scenario, which is said", "[cli]") {
  CHECK_THAT(run({"report", "-"}, R"({"format": "wayworth-sensitivity"})").err,
             ContainsSubstring("these are of `wayworth sensitivity --json`"));
}

TEST_CASE("a file of data that is not UTF-8 cannot be kept word for word, which is said", "[cli]") {
  const TemporaryDirectory directory;
  const std::string file = directory.at("cases/desk.yaml");
  write(file, desk);
  write(directory.at("cases/waits.csv"), "minutes,na\xEFve\n2.5,10\n3,4\n7,1\n");
  write(directory.at("shared/today.yaml"), today);
  const Outcome outcome = report(results_of({file, "--library", library}));
  CHECK(outcome.code == ExitCode::wrong_scenario);
  CHECK_THAT(outcome.err, ContainsSubstring("a file of it is not UTF-8"));
}
