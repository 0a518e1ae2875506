#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/app.hpp"
#include "tests/support/catch.hpp"

// A finance reviewer asks of a case what drives it and where it breaks, and checks the answers by running it there.

using namespace wayworth::cli;
using nlohmann::json;
using wayworth::tests::ContainsSubstring;

namespace {

std::string contact_centre() {
  std::ifstream file(std::string(WAYWORTH_SOURCE_DIR) + "/examples/contact_centre/scenario.yaml");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The same with all inputs independent.
std::string without_correlations() {
  const std::string text = contact_centre();
  const std::size_t from = text.find("\ncorrelations:");
  const std::size_t to = text.find("\nroadmap:");
  REQUIRE(from < to);
  return text.substr(0, from) + text.substr(to);
}

json output_of(std::vector<std::string> arguments, const std::string& scenario) {
  arguments.insert(arguments.end(), {"--json", "-"});
  std::istringstream in(scenario);
  std::ostringstream out;
  std::ostringstream err;
  const ExitCode code = run_app(arguments, in, out, err, {});
  INFO(err.str());
  REQUIRE(code == ExitCode::done);
  return json::parse(out.str());
}

const json& of_input(const json& list, const std::string& path) {
  for (const json& one : list) {
    if (one["input"] == path) return one;
  }
  FAIL("nothing about " << path);
  return list;
}

json npv_of_run(const std::vector<std::string>& changes, const std::string& scenario) {
  std::vector<std::string> arguments = {"run", "-", "-q", "--trials", "1024"};
  for (const std::string& change : changes) arguments.insert(arguments.end(), {"--set", change});
  return output_of(arguments, scenario)["options"][0]["programme"]["npv"];
}

double width(const json& npv) {
  return npv["p90"]["value"].get<double>() - npv["p10"]["value"].get<double>();
}

}  // namespace

TEST_CASE("what drives a case and where it breaks, confirmed by runs", "[cli][journey]") {
  const json found = output_of({"sensitivity", "-", "--trials", "1024"}, contact_centre());
  // Attribution is on top; what shares a factor with other inputs ties with it, as the note says.
  CHECK(of_input(found["from_trials"]["inputs"], "drivers.attribution")["rank"] == 1);

  const json& places = of_input(found["break_even"]["inputs"], "drivers.attribution")["places"];
  REQUIRE(places.size() == 1);
  const double value = places[0]["value"];
  CHECK(value > 0.10);
  CHECK(value < 0.35);
  const json there = npv_of_run({"drivers.attribution=" + std::to_string(100.0 * value) + "%"}, contact_centre());
  CHECK(std::abs(there["mean"]["value"].get<double>()) < 5.0 * there["mean"]["standard_error"].get<double>());

  const json at_ten = npv_of_run({"drivers.attribution=10%"}, contact_centre());
  CHECK(at_ten["p50"]["value"] < 0.0);
  CHECK(at_ten["probability_of_loss"]["value"] > 0.7);

  const json as_it_is = npv_of_run({}, contact_centre());
  CHECK(npv_of_run({"finance.discount_rate=15%"}, contact_centre())["mean"]["value"] < as_it_is["mean"]["value"]);
  const json independent = npv_of_run({}, without_correlations());
  CHECK(width(independent) < 0.8 * width(as_it_is));
  const double moved = independent["p50"]["value"].get<double>() - as_it_is["p50"]["value"].get<double>();
  CHECK(std::abs(moved) < 0.1 * width(as_it_is));

  // What it is worth to know attribution before deciding about each initiative: at most as much as to know everything.
  for (const json& decision : found["decisions"]) {
    if (decision["inputs"].empty()) continue;
    const json& worth = of_input(decision["inputs"], "drivers.attribution");
    CHECK(worth["evppi"]["value"] >= 0.0);
    if (!worth["is_noise"]) CHECK(worth["evppi"]["value"] <= decision["evpi"]["value"]);
  }
}
