#include "scenarios/versions/scenario_versions.hpp"

#include <filesystem>

#include "tests/support/catch.hpp"

namespace wayworth::scenarios {
namespace {

const std::string small_case = R"(wayworth: 1
name: Small
currency: USD
estimates: ends
time: {start: 2026-01, horizon: 24 months, step: month}
finance: {discount_rate: 10%, discounting: mid}
drivers:
  calls: {value: [90k, 100k, 120k], unit: call/year, source: Log}
  cost_per_call: 6
streams:
  handling: {kind: cost, unit: USD/year, formula: calls * cost_per_call}
initiatives:
  faq:
    effects: {calls: {change: [-30%, -20%, -10%]}}
    costs:
      - {name: Project, kind: one_off, value: 50k}
      - {name: Licences, kind: running, value: 1k, unit: USD/month}
  chat:
    effects: {calls: {change: -10%}}
    costs: [{name: Project, kind: one_off, value: 40k}]
    needs: [faq]
roadmap: {must: [faq]}
options:
  plan: {starts: {faq: 1, chat: 7}}
  all_now: {starts: {all: 1}}
)";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

ReadResult read(const std::string& text) {
  ReadResult result = read_model_from_text(text, "case.yaml");
  INFO(result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  return result;
}

std::vector<std::vector<std::string>> paths_of(const ScenarioVersions& versions) {
  std::vector<std::vector<std::string>> paths;
  for (const auto& group : versions.groups()) {
    paths.emplace_back();
    for (const StatedChange& change : group) paths.back().push_back(change.path);
  }
  return paths;
}

using Paths = std::vector<std::vector<std::string>>;

TEST_CASE("edits are told one by one, in the words of the file", "[versions]") {
  std::string edited = replaced(small_case, "[90k, 100k, 120k]", "110k");
  edited = replaced(edited, "cost_per_call: 6", "cost_per_call: {value: 7, source: Offer}");
  edited = replaced(edited, "value: 1k, unit: USD/month", "value: 1.5k, unit: USD/month");
  edited = replaced(edited, "source: Log", "source: New log");
  edited = replaced(edited, "all_now: {starts: {all: 1}}", "all_now: {starts: {all: 2}}");
  edited = replaced(edited, "{must: [faq]}", "{must: [chat]}");
  const ScenarioVersions versions(read(small_case), read(edited));
  CHECK(paths_of(versions) ==
        Paths{{"drivers.calls.value"}, {"drivers.cost_per_call.value"}, {"initiatives.faq.costs.Licences.value"}});
  CHECK(versions.groups()[0][0].before == "[90k, 100k, 120k]");
  CHECK(versions.groups()[0][0].after == "110k");
  CHECK(versions.groups()[1][0].before == "6");
  std::vector<std::string> others;
  for (const StatedChange& change : versions.others()) others.push_back(change.path);
  CHECK(others == std::vector<std::string>{"drivers.calls.source", "drivers.cost_per_call.source", "roadmap.must",
                                           "options.all_now.starts.all"});
}

TEST_CASE("edits that need each other are made together", "[versions]") {
  std::string edited = replaced(small_case, "  cost_per_call: 6\n", "  cost_per_call: 6\n  extra: 2\n");
  edited = replaced(edited, "calls * cost_per_call", "calls * (cost_per_call + extra)");
  edited = replaced(edited, "value: 40k", "value: 45k");
  const ScenarioVersions versions(read(small_case), read(edited));
  CHECK(paths_of(versions) ==
        Paths{{"drivers.extra", "streams.handling.formula"}, {"initiatives.chat.costs.Project.value"}});
  for (std::uint64_t groups = 0; groups < 4; ++groups) CHECK(versions.with(groups).has_value());
}

TEST_CASE("an initiative goes with all that names it", "[versions]") {
  std::string edited = small_case.substr(0, small_case.find("  chat:\n")) +
                       "roadmap: {must: [faq]}\noptions:\n  plan: {starts: {faq: 1}}\n";
  edited = replaced(edited, "10%, discounting", "8%, discounting");
  const ScenarioVersions versions(read(small_case), read(edited));
  CHECK(paths_of(versions) == Paths{{"finance.discount_rate"}, {"initiatives.chat", "options.plan.starts.chat"}});
  CHECK(versions.with(2)->initiatives.size() == 1);
  CHECK(versions.with(1)->discounting.rates == engine::AnnualRates(0.08));
  CHECK(versions.with(1)->initiatives.size() == 2);
}

TEST_CASE("all changes together make the second version", "[versions][property]") {
  const std::filesystem::path examples = std::filesystem::path(WAYWORTH_SOURCE_DIR) / "examples";
  const ReadResult bank = read_model(examples / "bank/scenario.yaml");
  const ReadResult stores = read_model(examples / "stores/scenario.yaml");
  REQUIRE(bank.document);
  REQUIRE(stores.document);
  DocumentNode tree = bank.document->root;
  const std::vector<DocumentChange> changes = changes_between(tree, stores.document->root);
  CHECK(changes.size() > 10);
  for (const DocumentChange& change : changes) make_change(tree, change);
  for (const DocumentChange& left : changes_between(tree, stores.document->root)) FAIL_CHECK(path_text(left.path));
  CHECK(changes_between(bank.document->root, bank.document->root).empty());
}

}  // namespace
}  // namespace wayworth::scenarios
