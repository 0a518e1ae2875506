#include "engine/analysis/findings.hpp"

#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_model.hpp"

namespace wayworth::engine {
namespace {

constexpr InitiativeId a{0};
constexpr InitiativeId b{1};
constexpr InitiativeId c{2};

void add(Results& results, const Subject& subject, Measure measure, std::vector<double> values) {
  for (TrialColumn& column : results.columns) {
    if (column.subject == subject && column.measure == measure) column.values = values;
  }
}

/// Two trials of two options, every measure 1 and 2 unless set; the first option leaves b out.
struct Case {
  Model model;
  Results results;

  Case() {
    model.time = {.start_year = 2026, .steps = 2, .steps_per_year = 1};
    model.initiatives.resize(3);
    model.options = {{"one", "One", {1, std::nullopt, 2}}, {"two", "Two", {1, 1, 1}}};
    model.phases = {{"First", 1, 1, 30.0}, {"Second", 2, 2, std::nullopt}};
    model.streams.resize(4);
    model.streams[1].formula_checked = true;
    for (const std::size_t option : {std::size_t{0}, std::size_t{1}}) add_all_measures({.option = option});
    for (const InitiativeId id : {a, c}) {
      add_all_measures({.scope = Scope::alone, .initiative = id});
      for (const Scope scope : {Scope::last, Scope::in_order, Scope::share}) {
        results.columns.push_back({{.scope = scope, .initiative = id}, Measure::npv, {1.0, 2.0}});
      }
    }
    const std::vector<double> per_trial = {1.0, 2.0};
    FlowSeries net;
    for (int entry = 0; entry < 3; ++entry) net.steps.emplace_back().add(per_trial);
    results.flows = {net};
    for (const InitiativeId id : {a, c}) {
      results.flows.push_back({{.scope = Scope::alone, .initiative = id}, FlowLine::net, net.steps});
    }
    for (const std::size_t option : {std::size_t{0}, std::size_t{1}}) {
      results.kept_flows.push_back({option, 2, {1, 2, 1, 2, 1, 2}});
    }
  }

  void add_all_measures(const Subject& subject) {
    for (const Measure measure : all_measures()) results.columns.push_back({subject, measure, {1.0, 2.0}});
  }
};

TEST_CASE("findings are about the members of the first option, in the order of the file", "[analysis]") {
  const Case given;
  const Findings findings = find(given.model, given.results);
  REQUIRE(findings.initiatives.size() == 2);
  CHECK(findings.initiatives[0].initiative == a);
  CHECK(findings.initiatives[1].initiative == c);
  CHECK(findings.initiatives[1].planned_start == 2);
  CHECK(findings.initiatives[1].phase == std::size_t{1});
  CHECK(findings.options.size() == 2);
  CHECK(findings.comparisons.size() == 1);
  CHECK(findings.returns.size() == 2);
  CHECK(findings.returns[1].of_mean_flow.status == InternalRateStatus::no_sign_change);
  CHECK(findings.by_step.net.size() == 3);
  CHECK(findings.by_year.net.size() == 3);
  CHECK(findings.flow_percentile_trials == 2);
  CHECK(findings.flow_lines.size() == 1);
  CHECK(findings.share_of_checked_formulas == 0.25);
}

TEST_CASE("the bridge leads from the sum of the stand-alone values to the programme", "[analysis][known-answer]") {
  Case given;
  add(given.results, {.scope = Scope::alone, .initiative = a}, Measure::npv, {10, 20});
  add(given.results, {.scope = Scope::alone, .initiative = c}, Measure::npv, {1, 3});
  add(given.results, {}, Measure::npv, {8, 18});
  const Bridge bridge = find(given.model, given.results).bridge;
  CHECK(bridge.sum_alone.value == 17.0);
  CHECK(bridge.programme.value == 13.0);
  CHECK(bridge.overlap.value == -4.0);  // -3 and -5
  CHECK_THAT(bridge.overlap.standard_error, tests::WithinRel(1.0, 1e-14));
}

TEST_CASE("ROI is the ratio of means, as published, and there is none without cost", "[analysis][known-answer]") {
  Case given;
  const Subject one{.scope = Scope::alone, .initiative = a};
  for (TrialColumn& column : given.results.columns) column.values = {1.0, 2.0, 3.0};
  add(given.results, one, Measure::pv_benefits, {100, 200, 400});
  add(given.results, one, Measure::pv_costs, {50, 150, 250});
  add(given.results, one, Measure::npv, {50, 50, 150});
  add(given.results, {.scope = Scope::alone, .initiative = c}, Measure::pv_costs, {0, 0, 0});
  const Findings findings = find(given.model, given.results);
  REQUIRE(findings.initiatives[0].alone.roi_of_means);
  CHECK_THAT(findings.initiatives[0].alone.roi_of_means->value, tests::WithinRel(0.5555555555555556, 1e-14));
  CHECK_THAT(findings.initiatives[0].alone.roi_of_means->standard_error, tests::WithinRel(0.11111111111111116, 1e-12));
  CHECK_THAT(findings.initiatives[0].alone.benefit_cost_ratio_of_means->value,
             tests::WithinRel(1.5555555555555556, 1e-14));
  CHECK_FALSE(findings.initiatives[1].alone.roi_of_means);
}

TEST_CASE("a phase keeps its budget in a share of the trials", "[analysis][known-answer]") {
  Case given;
  given.model.options[0].starts = {1, std::nullopt, 1};
  add(given.results, {.scope = Scope::alone, .initiative = a}, Measure::one_off_costs, {10.1, 20.0});
  add(given.results, {.scope = Scope::alone, .initiative = c}, Measure::one_off_costs, {19.9, 20.0});
  const std::vector<PhaseFindings> phases = find(given.model, given.results).phases;
  REQUIRE(phases.size() == 2);
  CHECK(phases[0].members == std::vector<InitiativeId>{a, c});
  CHECK(phases[0].one_off_costs.mean->value == 35.0);
  CHECK(phases[0].probability_within_budget->value == 0.5);
  CHECK(phases[1].members.empty());
  CHECK(phases[1].one_off_costs.mean->value == 0.0);
  CHECK_FALSE(phases[1].probability_within_budget);
}

TEST_CASE("a cost of exactly the budget keeps it, whatever its parts round to", "[analysis]") {
  Case given;
  given.model.phases[0].budget = 0.3;
  given.model.options[0].starts = {1, std::nullopt, 1};
  add(given.results, {.scope = Scope::alone, .initiative = a}, Measure::one_off_costs, {0.1, 0.1});
  add(given.results, {.scope = Scope::alone, .initiative = c}, Measure::one_off_costs, {0.2, 0.2});
  CHECK(find(given.model, given.results).phases[0].probability_within_budget->value == 1.0);
}

TEST_CASE("the golden case is found as it was computed by hand", "[analysis][known-answer]") {
  const Model model = tests::golden_two_initiatives();
  const Findings findings = find(model, simulate(compile(model), {.trials = 3}));
  constexpr double tolerance = 1e-9;  // relative
  CHECK_THAT(findings.bridge.programme.value, tests::WithinRel(1494613.5996533295, tolerance));
  CHECK_THAT(findings.bridge.overlap.value, tests::WithinRel(-115192.23880100777, tolerance));
  CHECK(findings.by_npv[0].initiative == a);
  CHECK(findings.by_npv[0].placed[0].value == 1.0);
  CHECK(findings.by_npv_per_one_off[0].initiative == b);
  CHECK_THAT(findings.by_npv_per_one_off[0].value.value, tests::WithinRel(786874.5695894202 / 150000.0, tolerance));
  CHECK_THAT(findings.options[0].roi_of_means->value, tests::WithinRel(1.708339362408473, tolerance));
  CHECK(findings.comparisons[0].probability_first_is_better.value == 1.0);
  CHECK(findings.by_year.net.size() == 4);
}

}  // namespace
}  // namespace wayworth::engine
