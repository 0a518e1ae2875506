#include <string>
#include <string_view>

#include "scenarios/yaml/document.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::tests {
namespace {

using namespace scenarios;

constexpr std::string_view text =
    "drivers:\n"
    "  margin: uniform(30%, 45%)\n"
    "  calls: {value: 48, unit: call/day}\n"
    "initiatives:\n"
    "  chat:\n"
    "    costs:\n"
    "      - {name: Integration, value: 1}\n"
    "      - {name: Licences, value: 2}\n";

/// The document as one line of flow YAML after an override, or its problems.
std::string to_flow(const DocumentNode& node) {
  if (node.is_map()) {
    std::string result;
    for (const DocumentEntry& entry : node.entries) {
      result += (result.empty() ? "" : ", ") + entry.key + ": " + to_flow(entry.value);
    }
    return "{" + result + "}";
  }
  if (node.is_list()) {
    std::string result;
    for (const DocumentNode& item : node.items) {
      result += (result.empty() ? "" : ", ") + to_flow(item);
    }
    return "[" + result + "]";
  }
  return node.text;
}

std::string with(std::string_view assignment, std::string_view section) {
  Problems problems;
  auto document = parse_document(text, "case.yaml", problems);
  REQUIRE(document);
  apply_override(*document, assignment, problems);
  return problems.empty() ? to_flow(document->root.find(section)->value) : problems.to_text("case.yaml");
}

TEST_CASE("an override replaces a figure", "[override]") {
  CHECK(with("drivers.margin=20%", "drivers") == "{margin: 20%, calls: {value: 48, unit: call/day}}");
  CHECK(with("drivers.margin = uniform(20%, 30%)", "drivers") ==
        "{margin: uniform(20%, 30%), calls: {value: 48, unit: call/day}}");
  CHECK(with("drivers.margin.value=20%", "drivers") == "{margin: 20%, calls: {value: 48, unit: call/day}}");
  CHECK(with("drivers.margin=6%, 9%,12%", "drivers") == "{margin: [6%, 9%, 12%], calls: {value: 48, unit: call/day}}");
  CHECK(with("drivers.margin=[6%, 9%]", "drivers") == "{margin: [6%, 9%], calls: {value: 48, unit: call/day}}");
}

TEST_CASE("an override of a driver with a unit keeps the unit", "[override]") {
  CHECK(with("drivers.calls=50", "drivers") == "{margin: uniform(30%, 45%), calls: {value: 50, unit: call/day}}");
  CHECK(with("drivers.calls=[1,2,3]", "drivers") ==
        "{margin: uniform(30%, 45%), calls: {value: [1, 2, 3], unit: call/day}}");
  CHECK(with("drivers.calls={value: 5, unit: call/year}", "drivers") ==
        "{margin: uniform(30%, 45%), calls: {value: 5, unit: call/year}}");
  CHECK(with("drivers.calls.growth=3%", "drivers") ==
        "{margin: uniform(30%, 45%), calls: {value: 48, unit: call/day, growth: 3%}}");
}

TEST_CASE("an override finds list entries by name or position", "[override]") {
  const std::string expected = "{chat: {costs: [{name: Integration, value: 1}, {name: Licences, value: 9}]}}";
  CHECK(with("initiatives.chat.costs.Licences=9", "initiatives") == expected);
  CHECK(with("initiatives.chat.costs[2].value=9", "initiatives") == expected);
}

TEST_CASE("an override that finds nothing says what there is", "[override][message]") {
  CHECK(with("drivers.marign=9%", "drivers") ==
        "--set drivers.marign: `drivers` has no `marign`; did you mean `margin`?\n");
  CHECK(with("driver.margin=9%", "drivers") ==
        "--set driver.margin: the scenario has no `driver`; did you mean `drivers`?\n");
  CHECK(with("initiatives.chat.costs.Licence.value=9", "drivers") ==
        "--set initiatives.chat.costs.Licence.value: `initiatives.chat.costs` has 2 entries and none that is named "
        "`Licence`; did you mean `Licences`?\n");
  CHECK(with("initiatives.chat.costs[3]=9", "drivers") ==
        "--set initiatives.chat.costs[3]: `initiatives.chat.costs` has 2 entries and none that is named `3`; known are "
        "Integration, Licences\n");
  CHECK(with("drivers.margin.growth=3%", "drivers") ==
        "--set drivers.margin.growth: `drivers.margin` is a single value without a `growth`; set it whole, as in --set "
        "'drivers.margin={growth: ...}'\n");
  for (const char* assignment : {"drivers.margin", "=5", "drivers..x=5", "drivers[=5", ".=5"}) {
    INFO(assignment);
    CHECK_THAT(with(assignment, "drivers"), ContainsSubstring("is not an assignment; write path=value"));
  }
  CHECK(with("drivers.margin=[1, 2", "drivers") == "--set drivers.margin: the `[` that opens here is not closed\n");
  CHECK(with("drivers.margin=\xFF", "drivers") ==
        "--set drivers.margin: byte 0xFF is not valid UTF-8; save the file as UTF-8\n");
}

TEST_CASE("an override makes a section that may be left out", "[override]") {
  CHECK(with("simulation.trials=5000", "simulation") == "{trials: 5000}");
  CHECK(with("options.fast.starts=3", "drivers") == "--set options.fast.starts: `options` has no `fast`\n");
  CHECK(with("initiatives.chat.rollout.duration=3", "initiatives") ==
        "{chat: {costs: [{name: Integration, value: 1}, {name: Licences, value: 2}], rollout: {duration: 3}}}");
  CHECK(with("simulaton.trials=5000", "drivers") ==
        "--set simulaton.trials: the scenario has no `simulaton`; did you mean `simulation`?\n");
}

TEST_CASE("a word is added where it is no misspelling", "[override]") {
  CHECK(with("drivers.volume=9", "drivers") ==
        "{margin: uniform(30%, 45%), calls: {value: 48, unit: call/day}, volume: 9}");
}

}  // namespace
}  // namespace wayworth::tests
