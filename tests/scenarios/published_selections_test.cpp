#include <fmt/format.h>

#include <map>

#include "engine/roadmap/integer_programme.hpp"
#include "engine/roadmap/optimise.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_text.hpp"

// Published choices without chance, written as scenarios: `wayworth roadmap` must find the published optimum. A project
// is an initiative with a stated benefit and a cost in the only month; its NPV is the difference.

namespace wayworth::tests {
namespace {

struct Project {
  std::string name;
  double npv = 0.0;
  double cost = 0.0;
  std::string more{};  ///< further keys
};

std::string scenario_of(const std::vector<Project>& projects, const std::string& roadmap) {
  std::string text = R"(wayworth: 1
name: A published choice
currency: USD
time: {start: 2026-01, horizon: 1 month}
finance: {discount_rate: 0%, discounting: end}
initiatives:
)";
  for (const Project& project : projects) {
    text += fmt::format("  {}:\n    benefits: [{{name: Benefit, kind: revenue, value: {}, unit: USD/month}}]\n",
                        project.name, project.npv + project.cost);
    text += fmt::format("    costs: [{{name: Cost, kind: one_off, value: {}, from: start}}]\n", project.cost);
    text += project.more;
  }
  return text + "roadmap:\n" + roadmap;
}

struct Chosen {
  std::string names;
  double npv = 0.0;
  double relaxation = 0.0;  ///< when projects may be taken in parts
};

Chosen choice_of(const std::string& text) {
  const scenarios::ReadResult read = scenarios::read_model_from_text(text, "case.yaml");
  INFO(text << errors_of(read));
  REQUIRE(read.model);
  engine::OptimiseSettings settings;
  settings.search_trials = 16;
  engine::RoadmapSearch search(*read.model, settings);
  const auto outcome = search.optimise();
  REQUIRE(std::holds_alternative<engine::OptimisedRoadmap>(outcome));
  const auto& found = std::get<engine::OptimisedRoadmap>(outcome);
  CHECK(found.programme.is_optimal);
  CHECK_THAT(found.programme.value, WithinRel(found.best.goal, 1e-9));
  Chosen chosen{"", found.best.goal, engine::relaxation_bound(search.problem())};
  for (std::size_t i = 0; i < found.best.schedule.size(); ++i) {
    if (found.best.schedule[i]) chosen.names += read.model->initiatives[i].key;
  }
  return chosen;
}

// Source: "Principles of Finance", OpenStax, section 16.5.
TEST_CASE("Southwest Manufacturing chooses A, E and F of seven projects", "[scenarios][known-answer]") {
  const std::vector<Project> projects = {{"A", 60, 150}, {"B", 25, 100}, {"C", 10, 70}, {"D", 15, 50},
                                         {"E", 11, 30},  {"F", 7, 20},   {"G", 2, 10}};
  const Chosen chosen = choice_of(scenario_of(projects, "  budget: 200\n"));
  CHECK(chosen.names == "AEF");
  CHECK_THAT(chosen.npv, WithinRel(78.0, 1e-9));
  CHECK_THAT(choice_of(scenario_of(projects, "  budget: 190\n")).npv, WithinRel(73.0, 1e-9));
}

// Source: the capital budgeting example of the test suite of easylp; the same data in a teaching example of SAS. What
// is invested in each of five years is limited: five roles whose person-months are money.
TEST_CASE("six projects within five yearly budgets and without incompatible pairs", "[scenarios][known-answer]") {
  const std::vector<double> npv = {141, 187, 121, 83, 265, 127};
  const std::vector<std::vector<double>> invested = {{75, 25, 20, 15, 10}, {90, 35, 0, 0, 30},    {60, 15, 15, 15, 15},
                                                     {30, 20, 10, 5, 5},   {100, 25, 20, 20, 20}, {50, 20, 10, 30, 40}};
  std::vector<Project> projects;
  for (std::size_t i = 0; i < npv.size(); ++i) {
    const auto& years = invested[i];
    projects.push_back({fmt::format("P{}", i + 1), npv[i], 0.0,
                        fmt::format("    effort: {{y1: {}, y2: {}, y3: {}, y4: {}, y5: {}}}\n", years[0], years[1],
                                    years[2], years[3], years[4])});
  }
  const std::string capacity = "  capacity: {y1: 250, y2: 75, y3: 50, y4: 50, y5: 50}\n";
  CHECK_THAT(choice_of(scenario_of(projects, capacity)).npv, WithinRel(489.0, 1e-9));
  const Chosen chosen =
      choice_of(scenario_of(projects, capacity + "  exclude: [[P1, P2], [P1, P4], [P2, P3], [P5, P6]]\n"));
  CHECK_THAT(chosen.npv, WithinRel(469.0, 1e-9));
  CHECK(chosen.names == "P3P4P5");
}

// Sources: M. Trick, a tutorial on integer programming; W. L. Winston, "Operations Research", in H. Kjellerstrand's
// collection of models.
TEST_CASE("four investments: parts, the optimum, and what rules cost", "[scenarios][known-answer]") {
  const std::vector<Project> trick = {{"A", 8, 5}, {"B", 11, 7}, {"C", 6, 4}, {"D", 4, 3}};
  const Chosen chosen = choice_of(scenario_of(trick, "  budget: 14\n"));
  CHECK_THAT(chosen.npv, WithinRel(21.0, 1e-9));
  CHECK(chosen.names == "BCD");
  CHECK_THAT(chosen.relaxation, WithinRel(22.0, 1e-9));
  const auto winston = [](const std::string& of_b, const std::string& rules) {
    const std::vector<Project> projects = {{"A", 16, 5}, {"B", 22, 7, of_b}, {"C", 12, 4}, {"D", 8, 3}};
    return choice_of(scenario_of(projects, "  budget: 14\n" + rules)).npv;
  };
  CHECK_THAT(winston("", ""), WithinRel(42.0, 1e-9));
  CHECK_THAT(winston("    needs: [A]\n", ""), WithinRel(38.0, 1e-9));
  CHECK_THAT(winston("", "  exclude: [[B, D]]\n"), WithinRel(38.0, 1e-9));
  CHECK_THAT(winston("", "  at_most: [{of: [A, B, C, D], count: 2}]\n"), WithinRel(38.0, 1e-9));
}

}  // namespace
}  // namespace wayworth::tests
