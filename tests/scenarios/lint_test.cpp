// Every rule of the linter has a scenario in tests/lint that it finds something in, with the message in the .expected
// file beside it, and the same scenario put right, in which nothing is found at all. WAYWORTH_APPROVE=1 rewrites the
// .expected files; review them with git diff.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/analysis/findings.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/lint/lint.hpp"
#include "engine/plan/compile.hpp"
#include "scenarios/review.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_text.hpp"

namespace wayworth::tests {
namespace {

namespace fs = std::filesystem;
using engine::LintRule;

const fs::path folder = fs::path(WAYWORTH_SOURCE_DIR) / "tests" / "lint";

scenarios::Review after_a_run(const scenarios::ReadResult& read) {
  const engine::Plan plan = engine::compile(*read.model);
  engine::RunSettings settings;
  settings.trials = read.model->simulation.trials;
  settings.seed = read.model->simulation.seed;
  settings.sampling = read.model->simulation.sampling;
  const engine::Findings findings = engine::find(*read.model, engine::simulate(plan, settings));
  return scenarios::review(read, engine::lint(*read.model, findings), true);
}

scenarios::Review review_of(const fs::path& file) {
  const scenarios::ReadResult read =
      scenarios::read_model_from_text(scenarios::read_file(file), file.filename().string());
  INFO(read.problems.to_text(file.filename().string()));
  REQUIRE(read.model);
  return after_a_run(read);
}

std::string problems_of(const std::string& text) {
  return scenarios::read_model_from_text(text, "a.yaml").problems.to_text("a.yaml");
}

TEST_CASE("every rule finds what it is for, and nothing once that is put right", "[lint][message]") {
  const bool approve = std::getenv("WAYWORTH_APPROVE") != nullptr;
  for (const LintRule& rule : engine::all_rules()) {
    const std::string name = std::string(rule.id);
    INFO(name);
    const std::string messages = review_of(folder / (name + ".yaml")).open.to_text(name + ".yaml");
    const fs::path expected = folder / (name + ".expected");
    if (approve) std::ofstream(expected, std::ios::binary) << messages;
    REQUIRE(fs::exists(expected));
    CHECK(messages == scenarios::read_file(expected));
    CHECK_THAT(messages, ContainsSubstring("[" + name + "]\n"));
    CHECK(std::count(messages.begin(), messages.end(), '\n') == 1);
    CHECK(review_of(folder / (name + ".fixed.yaml")).open.to_text(name + ".fixed.yaml").empty());
  }
}

TEST_CASE("ten improvements of 8 % of one thing are found before a run, with what they come to", "[lint][message]") {
  std::string text = scenarios::read_file(folder / "W-REDUCE.fixed.yaml");
  for (int i = 1; i < 10; ++i) {
    text += fmt::format(
        "  tool_{}:\n    effects: {{calls: {{change: [-8.1%, -8%, -7.9%], evidence: measured}}}}\n"
        "    costs: [{{kind: running, value: [4k, 5k, 7k], unit: USD/year}}]\n"
        "    rollout: {{duration: 2, success: 95%}}\n",
        i);
  }
  CHECK(problems_of(text) ==
        "a.yaml:9:3: warning: drivers.calls: loses up to 57.1% (P90) when 10 initiatives succeed; the parts add up to "
        "80%, but each acts on what the others leave; check that so much can go, and lower or leave out effects that "
        "are after the same minutes [W-REDUCE]\n");
}

TEST_CASE("RULES.md has every rule as it is, and no other", "[lint][format]") {
  std::string wanted;
  for (const LintRule& rule : engine::all_rules()) {
    const char* const when = rule.needs == LintRule::Needs::run ? "run" : "check";
    wanted += "| `" + std::string(rule.id) + "` | " + std::string(rule.name) + " | " + when + " | " +
              std::string(rule.why) + " | " + std::string(rule.remedy) + " |\n";
  }
  std::string written;
  std::istringstream lines(scenarios::read_file(WAYWORTH_SOURCE_DIR "/scenarios/RULES.md"));
  for (std::string line; std::getline(lines, line);) {
    if (line == "## The limits of the rules") break;
    if (line.starts_with("| `W-")) written += line + "\n";
  }
  CHECK(written == wanted);
}

TEST_CASE("ids of rules are different", "[lint]") {
  for (const LintRule& rule : engine::all_rules()) {
    CHECK(engine::find_rule(rule.id) == &rule);
    CHECK((rule.check == nullptr) == (rule.needs == LintRule::Needs::reading));
  }
  CHECK(engine::find_rule("W-NONE") == nullptr);
}

constexpr std::string_view free_chat =
    "drivers: {calls: {value: 1M, unit: call/year}, price: {value: 5, unit: USD/call}}\n"
    "streams: {desk: {kind: cost, formula: calls * price}}\n";

/// A scenario in which W-NOCOST is found at initiatives.chat, with `accept` at its end.
std::string accepted_with(const std::string& accept) {
  return "wayworth: 1\nname: A\ncurrency: USD\nestimates: ends\ntime: {start: 2026-01, horizon: 60 months}\n"
         "finance: {discount_rate: 10%}\n" +
         std::string(free_chat) +
         "initiatives:\n  chat: {effects: {calls: {change: [-9%, -6%, -2%]}}, rollout: {duration: 3, success: 90%}}\n" +
         accept;
}

TEST_CASE("a finding can be accepted, at its place or above it, with a reason that is kept", "[lint][message]") {
  const std::string finding =
      "a.yaml:10:3: warning: initiatives.chat: has benefits and costs nothing; state `costs` [W-NOCOST]\n";
  CHECK(problems_of(accepted_with("")) == finding);
  CHECK(problems_of(accepted_with("accept: [{rule: W-NOCOST, at: initiatives.chat, because: paid}]\n")).empty());
  CHECK(problems_of(accepted_with("accept: [{rule: W-NOCOST, at: initiatives, because: paid}]\n")).empty());
  CHECK(problems_of(accepted_with("accept: [{rule: W-NOCOST, because: paid}]\n")).empty());
  const auto read = scenarios::read_model_from_text(
      accepted_with("accept: [{rule: W-NOCOST, at: initiatives.chat, because: paid}]\n"), "a.yaml");
  REQUIRE(read.warnings.size() == 1);
  CHECK(read.warnings[0].accepted_because == "paid");
  CHECK_THAT(scenarios::check_to_json(read), ContainsSubstring("\"because\": \"paid\""));

  CHECK(problems_of(accepted_with("accept: [{rule: W-NOCOST, at: initiatives.cha, because: paid}]\n")) ==
        finding +
            "a.yaml:11:10: warning: accept: `W-NOCOST` finds nothing at `initiatives.cha`; remove it from `accept` "
            "[W-STALE]\n");
}

TEST_CASE("an acceptance needs a rule that there is, and a reason", "[lint][message]") {
  CHECK(problems_of(accepted_with("accept: [{rule: W-NOCOSTS, because: x}, {rule: W-NOCOST}]\n")) ==
        "a.yaml:11:17: accept.rule: there is no rule `W-NOCOSTS`; did you mean `W-NOCOST`?\n"
        "a.yaml:11:41: accept: `because` is missing\n");
}

TEST_CASE("before a run nothing is known to be at stake; after it the NPV of the initiative is", "[lint]") {
  const auto read = scenarios::read_model(folder / "W-NOCOST.yaml");
  REQUIRE(read.warnings.size() == 1);
  CHECK_FALSE(read.warnings[0].npv_at_stake);
  const scenarios::Review after = after_a_run(read);
  REQUIRE(after.all.size() == 1);
  REQUIRE(after.all[0].npv_at_stake);
  CHECK(after.all[0].npv_at_stake->value > 1e6);
}

}  // namespace
}  // namespace wayworth::tests
