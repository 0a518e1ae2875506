#include <nlohmann/json.hpp>

#include <set>

#include "tests/cli/answer_to.hpp"
#include "tests/cli/bank_roadmap.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

// An executive has to cut the budget by a fifth: what is kept, moved and dropped, what the money and the limits cost.

using namespace wayworth::cli;
using nlohmann::json;
using wayworth::tests::answer_to;
using wayworth::tests::bank;
using wayworth::tests::check_rules;
using wayworth::tests::one_off_costs;
using wayworth::tests::Outcome;
using wayworth::tests::run;
using wayworth::tests::WithinRel;

namespace {

/// The one-off costs of all ten are some 11.8 million at their most likely; a fifth less is 9.4.
std::vector<std::string> cut_by_a_fifth(std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"roadmap", bank, "--budget", "9.4M", "--trials", "2048"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

double median_npv(const json& answer, std::size_t option) {
  return answer["options"][option]["programme"]["npv"]["p50"]["value"];
}

std::set<std::string> names(const json& list) {
  return list.get<std::set<std::string>>();
}

}  // namespace

TEST_CASE("a budget cut by a fifth: kept, moved and dropped, the money freed, P50 before and after",
          "[cli][roadmap][journey]") {
  const json cut = answer_to(cut_by_a_fifth());
  check_rules(cut["roadmap"]);
  CHECK(one_off_costs(cut["roadmap"]) <= 9.4e6);
  // The levelled plan has all ten; the longest shot goes first, and nothing else has to.
  const json& changes = cut["roadmap"]["changes"]["levelled"];
  CHECK(names(changes["dropped"]) == std::set<std::string>{"journey_orchestration"});
  CHECK(changes["added"].empty());
  CHECK(changes["kept"].size() + changes["moved"].size() == 9);
  CHECK_THAT(changes["one_off_cost"].get<double>(),
             WithinRel(one_off_costs(cut["roadmap"]), 1e-14));                                // summed in another order
  CHECK(changes["one_off_cost_before"].get<double>() - one_off_costs(cut["roadmap"]) > 3e6);  // freed
  CHECK(changes["npv_p50"]["value"] == median_npv(cut, 0));
  CHECK(changes["npv_p50_before"]["value"] == median_npv(cut, 2));
  CHECK(median_npv(cut, 0) > median_npv(cut, 2));  // what is dropped loses money
  CHECK(cut["roadmap"]["left_out"]["journey_orchestration"]["gain"]["value"] < 0.0);
  // The roadmap of the uncut budget had dropped it already.
  REQUIRE(cut["roadmap"]["references"].size() == 1);
  CHECK(cut["roadmap"]["references"][0]["starts"] == cut["roadmap"]["starts"]);
}

TEST_CASE("a must-do within the cut budget shows what else must go, and its price in P50", "[cli][roadmap][journey]") {
  const json with_it = answer_to(cut_by_a_fifth({"--must", "journey_orchestration"}));
  check_rules(with_it["roadmap"]);
  CHECK(one_off_costs(with_it["roadmap"]) <= 9.4e6);
  CHECK(with_it["roadmap"]["starts"].contains("journey_orchestration"));
  REQUIRE(with_it["options"][1]["name"] == "Roadmap without --must");
  const json& changes = with_it["roadmap"]["changes"][with_it["options"][1]["key"].get<std::string>()];
  CHECK(names(changes["added"]) == std::set<std::string>{"journey_orchestration"});
  CHECK(names(changes["dropped"]) ==
        std::set<std::string>{"agent_scripting", "self_service", "workforce_optimisation", "notifications"});
  const double price = changes["npv_p50_before"]["value"].get<double>() - changes["npv_p50"]["value"].get<double>();
  CHECK(price > 5e6);
  CHECK(with_it["option_limits"][with_it["options"][1]["key"].get<std::string>()][0]["kind"] == "must");
}

TEST_CASE("a plan of a stated certainty costs at most the budget so often, and limits on people have their price",
          "[cli][roadmap][journey]") {
  const json sure = answer_to(cut_by_a_fifth({"--prices", "--set", "roadmap.budget_certainty=80%"}));
  check_rules(sure["roadmap"]);
  // 80 % on the draws of the search; here are others.
  for (const json& phase : sure["phases"]) CHECK(phase["probability_within_budget"]["value"] > 0.77);
  CHECK(one_off_costs(sure["roadmap"]) < 9.4e6);
  const json& people = sure["roadmap"]["prices_by_kind"]["people"];
  const json& budgets = sure["roadmap"]["prices_by_kind"]["budgets"];
  for (const json& price : sure["roadmap"]["prices"]) {
    const json& whole = price["limit"]["kind"] == "capacity" ? people : budgets;
    if (price["limit"]["kind"] == "capacity" || price["limit"]["kind"] == "budget") {
      CHECK(whole["gain"]["value"] >= price["gain"]["value"].get<double>() - 1e-6);
    }
  }
  CHECK(people["gain"]["value"] > 1e5);
  CHECK(people["gain"]["value"] < 1e6);  // the same starts without regard to people are worth so much more
  CHECK(budgets["starts"].contains("omnichannel"));
}

TEST_CASE("where certainty and must-do cannot be had together, the conflict is named and resolved",
          "[cli][roadmap][journey][message]") {
  const std::vector<std::string> both = {"--must", "journey_orchestration", "--set", "roadmap.budget_certainty=80%"};
  const Outcome none = run(cut_by_a_fifth(both));
  CHECK(none.code == ExitCode::no_roadmap);
  CHECK(none.out.empty());
  CHECK(none.err ==
        "No roadmap keeps these rules together; without any one of them, the others could be kept:\n"
        "  - Journey orchestration must be part of it\n"
        "  - Omnichannel context and blended agents needs Proactive web engagement and co-browse to be live\n"
        "  - Omnichannel context and blended agents needs Routing to the best agent to be live\n"
        "  - Journey orchestration needs Speech and text analytics to be live\n"
        "  - Journey orchestration needs Omnichannel context and blended agents to be live\n"
        "  - the budget of USD 9.40M, kept in 80 of 100 futures; USD 9.87M would be enough\n");
  const json resolved = answer_to({"roadmap", bank, "--budget", "9.87M", "--must", "journey_orchestration", "--set",
                                   "roadmap.budget_certainty=80%", "--trials", "2048"});
  check_rules(resolved["roadmap"]);
  CHECK(resolved["roadmap"]["starts"].contains("journey_orchestration"));
}

TEST_CASE("one more person-month of integration is worth what it lets come earlier", "[cli][roadmap][journey]") {
  const json answer = answer_to({"roadmap", bank, "--prices", "--set", "roadmap.capacity.it=4", "--trials", "2048"});
  check_rules(answer["roadmap"]);
  double best = 0.0;
  for (const json& price : answer["roadmap"]["person_month_prices"]) {
    if (price["role"] == "it") best = std::max(best, price["gain"]["value"].get<double>());
  }
  CHECK(best > 1e4);
  // A whole person for all three years brings more than a month of one.
  for (const json& price : answer["roadmap"]["prices"]) {
    if (price["limit"]["kind"] == "capacity" && price["limit"]["index"] == 0) CHECK(price["gain"]["value"] > best);
  }
}
