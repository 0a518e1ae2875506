
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/progress_bar.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace wayworth::cli;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::Outcome;
using wayworth::tests::run;
using wayworth::tests::TemporaryDirectory;

namespace {

const std::string online_leads = std::string(WAYWORTH_SOURCE_DIR) + "/examples/online_leads/scenario.yaml";

const std::string small_case = R"(wayworth: 1
name: Small
currency: USD
estimates: ends
time: {start: 2026-01, horizon: 24 months, step: month}
finance: {discount_rate: 10%, discounting: mid}
simulation: {trials: 500, seed: 1, sampling: random}
drivers:
  calls: {value: [90k, 100k, 120k], unit: call/year}
  cost_per_call: {value: 6, unit: USD/call}
streams:
  handling: {kind: cost, formula: calls * cost_per_call}
initiatives:
  faq:
    name: Better answers
    effects:
      calls: {change: [-30%, -20%, -10%]}
    costs:
      - {name: Project, kind: one_off, value: 50k}
    rollout: {duration: 3, ramp: 6}
  chat:
    name: 在线客服
    effects:
      calls: {change: [-20%, -10%, 0%]}
    costs:
      - {name: Project, kind: one_off, value: 40k}
    rollout: {duration: 3, ramp: 6}
roadmap:
  phases:
    - {name: Quick wins, from: 1, to: 6, budget: 60k}
    - {name: Later, from: 7, to: 24}
options:
  plan: {starts: {faq: 1, chat: 7}}
  all_now: {starts: {all: 1}}
)";

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
  return cells;
}

}  // namespace

TEST_CASE("without arguments the program says what it can do", "[cli]") {
  const Outcome outcome = run({});
  CHECK(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.out, ContainsSubstring("wayworth run SCENARIO.yaml"));
}

TEST_CASE("help fits 80 columns and has an example", "[cli]") {
  for (const std::string command :
       {"run", "roadmap", "compare", "sensitivity", "solve", "check", "explain", "init", "schema"}) {
    const Outcome outcome = run({command, "--help"});
    CHECK(outcome.code == ExitCode::done);
    CHECK_THAT(outcome.out, ContainsSubstring("Example:"));
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(line.size() <= 80);
    }
  }
  CHECK_THAT(run({"--version"}).out, ContainsSubstring("wayworth 0."));
}

TEST_CASE("wrong usage is exit code 2 and says what was meant", "[cli]") {
  const auto message = [](const std::vector<std::string>& arguments) {
    const Outcome outcome = run(arguments, small_case);
    CHECK(outcome.code == ExitCode::wrong_usage);
    CHECK(outcome.out.empty());
    return outcome.err;
  };
  CHECK_THAT(message({"rnu", "x.yaml"}), ContainsSubstring("did you mean `run`?"));
  CHECK_THAT(message({"x.yaml"}), ContainsSubstring("wayworth run x.yaml"));
  CHECK_THAT(message({"run"}), ContainsSubstring("scenario"));
  CHECK_THAT(message({"run", "-", "--trails", "5"}), ContainsSubstring("did you mean --trials?"));
  CHECK_THAT(message({"run", "-", "extra"}), ContainsSubstring("'extra' is one argument too many"));
  CHECK_THAT(message({"run", "-", "--trials", "0"}), ContainsSubstring("--trials: '0' must be a whole number"));
  CHECK_THAT(message({"run", "-", "--seed=-1"}), ContainsSubstring("--seed: '-1'"));
  CHECK_THAT(message({"run", "-", "--threads", "0"}), ContainsSubstring("--threads: '0'"));
  CHECK_THAT(message({"run", "-", "--width", "10"}), ContainsSubstring("--width: '10'"));
  CHECK_THAT(message({"run", "-", "--point", "p50"}), ContainsSubstring("must be mode, median or mean"));
  CHECK_THAT(message({"run", "-", "--sampling", "halton"}),
             ContainsSubstring("must be sobol, latin_hypercube or random"));
  CHECK_THAT(message({"run", "-", "--point", "mode", "--trials", "9"}), ContainsSubstring("leave out --trials"));
  CHECK_THAT(message({"explain", "-", "caals"}), ContainsSubstring("did you mean `calls`?"));
  CHECK_THAT(message({"explain", "-", "drivers.caals"}), ContainsSubstring("did you mean `drivers.calls`?"));
}

TEST_CASE("a wrong scenario is exit code 1, a missing one 3", "[cli]") {
  const Outcome wrong = run({"check", "-"}, "wayworth: 1\nnmae: X\n");
  CHECK(wrong.code == ExitCode::wrong_scenario);
  CHECK_THAT(wrong.err, ContainsSubstring("standard input:2:1"));
  CHECK(wrong.out.empty());
  CHECK(run({"run", "no_such_file.yaml"}).code == ExitCode::cannot_read_or_write);
}

TEST_CASE("check counts what a scenario contains", "[cli]") {
  const Outcome outcome = run({"check", "-"}, small_case);
  INFO(outcome.err);
  CHECK(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.out, ContainsSubstring("OK: 2 initiatives, 2 drivers, 1 stream, 3 uncertain inputs, "));
}

TEST_CASE("a run answers on one screen of 80 or 120 columns", "[cli][golden]") {
  wayworth::tests::check_golden("run_80.txt", run({"run", "-", "--width", "80"}, small_case).out);
  wayworth::tests::check_golden("run_120.txt", run({"run", "-", "--width", "120"}, small_case).out);
  wayworth::tests::check_golden("run_full_80.txt", run({"run", "-", "--full", "--width", "80"}, small_case).out);
  wayworth::tests::check_golden("run_full_120.txt", run({"run", "-", "--full", "--width", "120"}, small_case).out);
}

TEST_CASE("the slide's three figures come out to the unit", "[cli][known-answer]") {
  const Outcome outcome = run({"run", online_leads, "--point", "mode"});
  INFO(outcome.err);
  CHECK(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.out, ContainsSubstring("4,761,873"));
  CHECK_THAT(outcome.out, ContainsSubstring("2,584,486"));
  CHECK_THAT(outcome.out, ContainsSubstring("34 (33.94)"));
}

TEST_CASE("those who would have come back by themselves are no gain", "[cli][known-answer]") {
  const Outcome outcome =
      run({"run", online_leads, "--point", "mode", "--json", "-", "--set", "drivers.complete_anyway=20%"});
  const auto json = nlohmann::json::parse(outcome.out);
  const double revenue = json["options"][0]["programme"]["revenue_per_year"]["mean"]["value"].get<double>();
  CHECK(std::abs(revenue - 3419595.0) < 1.0);
}

TEST_CASE("explain shows the chain of drivers behind a figure", "[cli][known-answer]") {
  const Outcome outcome = run({"explain", online_leads, "--width", "140"});
  INFO(outcome.err);
  CHECK(outcome.code == ExitCode::done);
  for (const char* value : {"549,120", "149,760", "26,956.8", "57,108.48", "41.94", "8.00", "(assumed)"}) {
    CHECK_THAT(outcome.out, ContainsSubstring(value));
  }
}

TEST_CASE("explain takes a path as it takes a key", "[cli]") {
  CHECK(run({"explain", "-", "drivers.calls"}, small_case).out == run({"explain", "-", "calls"}, small_case).out);
}

TEST_CASE("explain --trial prints every draw and every step", "[cli]") {
  const Outcome outcome = run({"explain", "-", "calls", "--trial", "17"}, small_case);
  INFO(outcome.err);
  CHECK(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.out, ContainsSubstring("drivers.calls"));
  CHECK_THAT(outcome.out, ContainsSubstring("Cash flow of the programme by step"));
  CHECK(outcome.out != run({"explain", "-", "calls", "--trial", "18"}, small_case).out);
}

TEST_CASE("explain --trial draws as the run does that it is of", "[cli]") {
  const auto explained = [](std::vector<std::string> extra) {
    extra.insert(extra.begin(), {"explain", "-", "calls", "--trial", "17"});
    const Outcome outcome = run(extra, small_case);
    CHECK(outcome.code == ExitCode::done);
    return outcome.out;
  };
  const std::string sobol = explained({"--sampling", "sobol"});
  CHECK(sobol != explained({}));
  CHECK(sobol == explained({"--sampling", "sobol", "--trials", "512"}));
  CHECK(sobol != explained({"--sampling", "sobol", "--trials", "100"}));  // there it is of another replicate
  const Outcome beyond = run({"explain", "-", "--trial", "513", "--sampling", "sobol"}, small_case);
  CHECK(beyond.code == ExitCode::wrong_usage);
  CHECK_THAT(beyond.err, ContainsSubstring("the run has 512 trials"));
}

TEST_CASE("JSON on standard output stands alone and is the same for any number of threads", "[cli]") {
  const Outcome one = run({"run", "-", "--json", "-", "--threads", "1"}, small_case);
  const Outcome two = run({"run", "-", "--json", "-", "--threads", "2"}, small_case);
  CHECK(one.code == ExitCode::done);
  CHECK(one.out == two.out);
  const auto json = nlohmann::json::parse(one.out);
  CHECK(json["manifest"]["trials"] == 500);
  CHECK(json["options"].size() == 2);
  CHECK(json["initiatives"][1]["name"] == "在线客服");
  CHECK(json["options"][0]["programme"]["npv"]["p50"]["value"].is_number());
}

TEST_CASE("figures that depend on each other do so in a run, in its report and in one trial of it", "[cli]") {
  const std::string dependent =
      small_case + "correlations:\n  - {between: [calls, initiatives.faq.effects.calls], rank: 0.7}\n";
  const auto outcome = run({"run", "-", "--json", "-"}, dependent);
  INFO(outcome.err);
  REQUIRE(outcome.code == ExitCode::done);
  const auto correlations = nlohmann::json::parse(outcome.out)["correlations"];
  CHECK(correlations["groups"][0]["inputs"] == nlohmann::json{"drivers.calls", "initiatives.faq.effects.calls"});
  CHECK(correlations["groups"][0]["repair"].is_null());
  CHECK(correlations["pairs"][0]["stated"] == 0.7);
  CHECK(std::abs(correlations["pairs"][0]["achieved"].get<double>() - 0.7) < 3.0 / std::sqrt(499.0) + 0.01);
  CHECK(correlations["pairs"][0]["is_off"] == false);
  const auto trial = [](const std::string& scenario) {
    return run({"explain", "-", "calls", "--trial", "17"}, scenario).out;
  };
  CHECK(trial(dependent) != trial(small_case));
}

TEST_CASE("options reach the simulation", "[cli]") {
  const auto manifest = [](std::vector<std::string> extra) {
    extra.insert(extra.begin(), {"run", "-", "--json", "-"});
    return nlohmann::json::parse(run(extra, small_case).out)["manifest"];
  };
  CHECK(manifest({"--trials", "1k"})["trials"] == 1000);
  CHECK(manifest({"--seed", "7"})["seed"] == 7);
  CHECK(manifest({"--point", "median"})["point"] == "median");
  CHECK(manifest({})["sampling"] == "random");
  CHECK(manifest({})["replicates"] == 1);
  CHECK(manifest({"--sampling", "latin_hypercube"})["sampling"] == "latin_hypercube");
  const auto sobol = manifest({"--sampling", "sobol"});
  CHECK(sobol["sampling"] == "sobol");
  CHECK(sobol["trials_requested"] == 500);
  CHECK(sobol["trials"] == 512);
  CHECK(sobol["replicates"] == 16);
  CHECK(manifest({})["scenario_hash"] != manifest({"--set", "drivers.cost_per_call=7"})["scenario_hash"]);
}

TEST_CASE("files appear whole in the directory asked for", "[cli]") {
  const TemporaryDirectory directory;
  const std::filesystem::path out = directory.path() / "a" / "b";
  const Outcome outcome = run({"run", "-", "-o", out.string(), "--quiet"}, small_case);
  INFO(outcome.err);
  REQUIRE(outcome.code == ExitCode::done);
  CHECK(outcome.err.empty());
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(out)) {
    INFO(entry.path());
    CHECK(entry.file_size() > 0);
    ++files;
  }
  CHECK(files == 23);  // five reports and eighteen tables; nothing temporary is left
}

TEST_CASE("the NPV can be recomputed from the cash flow by step to the cent", "[cli][known-answer]") {
  const TemporaryDirectory directory;
  REQUIRE(run({"run", "-", "--point", "mode", "-o", directory.path().string(), "--quiet"}, small_case).code ==
          ExitCode::done);
  std::ifstream csv(directory.path() / "cashflow_by_step.csv");
  std::string line;
  REQUIRE(std::getline(csv, line));
  const std::vector<std::string> header = cells_of(line);
  const auto net = static_cast<std::size_t>(std::find(header.begin(), header.end(), "net") - header.begin());
  REQUIRE(header.back() == "discount_factor");
  double npv = 0.0;
  while (std::getline(csv, line)) npv += std::stod(cells_of(line)[net]) * std::stod(cells_of(line).back());
  std::ifstream json(directory.path() / "results.json");
  const auto report = nlohmann::json::parse(json);
  CHECK(std::abs(npv - report["options"][0]["programme"]["npv"]["mean"]["value"].get<double>()) < 0.005);
}

TEST_CASE("what cannot be written is exit code 3", "[cli]") {
  const TemporaryDirectory directory;
  CHECK(run({"run", "-", "--json", directory.path().string()}, small_case).code == ExitCode::cannot_read_or_write);
  CHECK(run({"run", "-", "--json", "/dev/full"}, small_case).code == ExitCode::cannot_read_or_write);
}

TEST_CASE("an interrupted run writes nothing and is exit code 130", "[cli]") {
  const TemporaryDirectory directory;
  Terminal terminal;
  terminal.interrupted = [] { return true; };
  const Outcome outcome = run({"run", "-", "-o", directory.path().string()}, small_case, terminal);
  CHECK(outcome.code == ExitCode::interrupted);
  CHECK(outcome.out.empty());
  CHECK(std::filesystem::is_empty(directory.path()));
}

TEST_CASE("progress is drawn on a terminal only, and erased", "[cli]") {
  Terminal terminal;
  terminal.errors_are_terminal = true;
  std::ostringstream drawn;
  {
    ProgressBar bar(drawn, "Simulating", 1000, 0.0);
    bar.show(0.5);
  }
  CHECK_THAT(drawn.str(), ContainsSubstring("Simulating [=====") && ContainsSubstring(" 50 %  ") &&
                              ContainsSubstring("trials/s") && ContainsSubstring("left"));
  CHECK(drawn.str().ends_with("\r\x1B[K"));
  CHECK(run({"run", "-", "--quiet"}, small_case, terminal).err.find("Simulating") == std::string::npos);
  CHECK(run({"run", "-"}, small_case).err.find("Simulating") == std::string::npos);
}

TEST_CASE("progress says how fast it goes and how long it takes still", "[cli][known-answer]") {
  CHECK(pace_text(0.25, 1'000'000, 10.0) == "25,000 trials/s, 30 s left");
  CHECK(pace_text(0.5, 0, 130.0) == "3 min left");
  CHECK(pace_text(0.001, 100'000'000, 8.0) == "13,000 trials/s, 3 h left");
  CHECK(pace_text(0.0, 100, 1.0).empty());
}

TEST_CASE("a place that cannot be written to is noticed before anything is simulated", "[cli]") {
  const TemporaryDirectory directory;
  std::ofstream(directory.path() / "file") << "x";
  const std::string inside_a_file = directory.at("file") + "/out";
  for (const std::vector<std::string>& place :
       std::vector<std::vector<std::string>>{{"-o", inside_a_file},
                                             {"--csv", inside_a_file},
                                             {"--json", inside_a_file + "/a.json"},
                                             {"--json", directory.path().string()}}) {
    INFO(place[0] << " " << place[1]);
    const Outcome outcome = run({"run", "-", place[0], place[1]}, small_case);
    CHECK(outcome.code == ExitCode::cannot_read_or_write);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, ContainsSubstring("cannot write " + place[1]));
  }
}

TEST_CASE("all trials are a table of their own where they are asked for", "[cli]") {
  const TemporaryDirectory directory;
  REQUIRE(run({"run", "-", "--all-trials", "--csv", directory.path().string(), "--quiet"}, small_case).code ==
          ExitCode::done);
  std::ifstream csv(directory.path() / "trials.csv");
  std::string line;
  std::getline(csv, line);
  CHECK_THAT(line, ContainsSubstring("trial,plan.npv,plan.cash_npv,"));
  std::size_t rows = 0;
  double sum = 0.0;
  for (; std::getline(csv, line); ++rows) sum += std::stod(cells_of(line)[1]);
  CHECK(rows == 500);
  const auto json = nlohmann::json::parse(run({"run", "-", "--json", "-"}, small_case).out);
  CHECK(std::abs(sum / 500 - json["options"][0]["programme"]["npv"]["mean"]["value"].get<double>()) < 1e-6);
  CHECK(run({"run", "-", "--all-trials"}, small_case).code == ExitCode::wrong_usage);
}

TEST_CASE("a failed trial is shown with all that it takes to see it again", "[cli]") {
  const std::string breaks = small_case + "variants: {odd: {drivers.cost_per_call: 6 / floor(uniform(0, 1))}}\n";
  const Outcome outcome = run({"run", "-", "--variant", "odd"}, breaks);
  CHECK(outcome.code == ExitCode::wrong_scenario);
  CHECK_THAT(outcome.err, ContainsSubstring("--variant 'odd'"));
}

TEST_CASE("colour follows the flag, the environment and the terminal, in this order", "[cli]") {
  using wayworth::reports::Colour;
  Terminal terminal;
  CHECK(colour_for(terminal, false) == Colour::none);
  terminal.output_is_terminal = true;
  CHECK(colour_for(terminal, false) == Colour::ansi);
  CHECK(colour_for(terminal, true) == Colour::none);
  terminal.environment["TERM"] = "dumb";
  CHECK(colour_for(terminal, false) == Colour::none);
  terminal.environment["CLICOLOR_FORCE"] = "1";
  CHECK(colour_for(terminal, false) == Colour::ansi);
  terminal.environment["NO_COLOR"] = "1";
  CHECK(colour_for(terminal, false) == Colour::none);
}

TEST_CASE("the width is asked for, from COLUMNS, the terminal's, or 100", "[cli]") {
  Terminal terminal;
  CHECK(width_for(terminal, {}) == 100);
  terminal.output_is_terminal = true;
  terminal.columns = 132;
  CHECK(width_for(terminal, {}) == 132);
  terminal.environment["COLUMNS"] = "90";
  CHECK(width_for(terminal, {}) == 90);
  terminal.environment["COLUMNS"] = "wide";
  CHECK(width_for(terminal, {}) == 132);
  CHECK(width_for(terminal, 60) == 60);
}
