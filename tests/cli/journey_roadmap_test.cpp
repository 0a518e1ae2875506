#include <nlohmann/json.hpp>

#include "tests/cli/answer_to.hpp"
#include "tests/cli/bank_roadmap.hpp"
#include "tests/support/catch.hpp"

// An executive asks what it costs to be late. (The choice between two roadmaps is in compare_test.cpp, the cut of a
// budget in journey_budget_test.cpp.)

using namespace wayworth::cli;
using nlohmann::json;
using wayworth::tests::answer_to;
using wayworth::tests::bank;
using wayworth::tests::mean_npv;

namespace {

const std::string contact_centre = std::string(WAYWORTH_SOURCE_DIR) + "/examples/contact_centre/scenario.yaml";

json run_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "run");
  arguments.insert(arguments.end(), {"--trials", "1024"});
  return answer_to(arguments);
}

const json& programme(const json& answer) {
  return answer["options"][0]["programme"];
}

double quantile(const json& answer, const char* measure, const char* which) {
  return programme(answer)[measure][which]["value"];
}

/// Months from the start of the case in which work on it begins.
double begins(const json& run, const std::string& initiative) {
  for (const json& one : run["over_time"]["initiatives"]) {
    if (one["initiative"] == initiative) return one["start_month"];
  }
  FAIL(initiative << " is not part of it");
  return 0.0;
}

/// What it loses when parcel visibility of the online retailer starts three months later, at this step.
double loss_of_three_months(std::size_t step) {
  const auto worth = [](std::size_t start) {
    return mean_npv(
        run_of({contact_centre, "--set", "options.requested.starts.parcel_visibility=" + std::to_string(start)}));
  };
  return worth(step) - worth(step + 3);
}

}  // namespace

TEST_CASE("self-service that is late moves what waits for it, and the payback", "[cli][roadmap][journey]") {
  const json in_time = run_of({bank});
  const json late = run_of({bank, "--set", "initiatives.self_service.rollout.duration=[11, 13, 17]"});
  CHECK(begins(late, "notifications") > begins(in_time, "notifications") + 3.0);
  CHECK(begins(late, "routing") == begins(in_time, "routing"));
  // What is spent later lets some futures pay back sooner, but the late ones are later still.
  CHECK(quantile(late, "payback", "p50") != quantile(in_time, "payback", "p50"));
  CHECK(quantile(late, "payback", "p90") > quantile(in_time, "payback", "p90"));
  CHECK(mean_npv(late) < mean_npv(in_time));
}

TEST_CASE("a slip across November costs more than one in spring", "[cli][journey]") {
  const double across_november = loss_of_three_months(4);  // live in September, or in December
  const double in_spring = loss_of_three_months(10);       // live in March, or in June
  CHECK(in_spring > 0.0);
  CHECK(across_november > 1.15 * in_spring);
}
