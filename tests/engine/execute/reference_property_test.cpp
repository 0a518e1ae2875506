#include <cmath>

#include "engine/execute/reference.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_model.hpp"

namespace wayworth::engine {
namespace {

/// The golden case with one initiative that is worth something in every month and costs nothing.
Model benefits_only() {
  Model model = tests::golden_two_initiatives();
  for (Initiative& initiative : model.initiatives) initiative.costs.clear();
  return model;
}

TEST_CASE("a later start or a longer implementation never adds to the value of a benefit", "[reference][property]") {
  Model model = benefits_only();
  const auto value = [&] { return evaluate_subject(model, {}, {})[Measure::pv_benefits]; };
  double before = value();
  for (std::size_t start = 2; start <= model.time.steps; ++start) {
    model.options[0].starts = {start, start};
    CHECK(value() <= before);
    before = value();
  }
  model.options[0].starts = {1, 1};
  before = value();
  for (double months = 6.25; months < 40.0; months += 2.25) {
    model.initiatives[0].rollout.duration = number(months);
    CHECK(value() <= before);
    before = value();
  }
}

TEST_CASE("the benefit-cost ratio is one more than the return on investment", "[reference][property]") {
  for (std::size_t option = 0; option < 3; ++option) {
    const SubjectAccount subject = evaluate_subject(tests::golden_two_initiatives(), {}, {.option = option});
    CHECK_THAT(subject[Measure::benefit_cost_ratio], tests::WithinRel(1.0 + subject[Measure::roi], 1e-14));
  }
}

TEST_CASE("from end to mid discounting every value grows by half a step", "[reference][property]") {
  Model model = tests::golden_two_initiatives();
  const double mid = evaluate_subject(model, {}, {})[Measure::npv];
  model.discounting.timing = DiscountTiming::end;
  const double end = evaluate_subject(model, {}, {})[Measure::npv];
  CHECK_THAT(mid, tests::WithinRel(end * std::pow(1.1, 1.0 / 24.0), 1e-13));
}

TEST_CASE("undiscounted totals do not depend on the grid", "[reference][property]") {
  Model model = tests::golden_two_initiatives();
  for (Driver& driver : model.drivers) driver.annual_growth = number(0.0);
  model.initiatives[0].rollout.duration = number(4.7);
  model.initiatives[1].rollout.duration = number(8.1);
  const auto total = [&](std::size_t option, FlowLine line) {
    const SubjectAccount subject = evaluate_subject(model, {}, {.option = option});
    double sum = 0.0;
    for (const double flow : subject[line].flow) sum += flow;
    return sum;
  };
  const auto totals = [&] {
    std::vector<double> all;
    // One initiative at a time: two on the same stream meet in a product, whose average depends on the grid.
    for (const std::size_t option : {std::size_t{1}, std::size_t{2}}) {
      for (const FlowLine line : {FlowLine::staff_savings, FlowLine::one_off_costs, FlowLine::running_costs}) {
        all.push_back(total(option, line));
      }
    }
    return all;
  };
  const std::vector<double> by_month = totals();
  model.time.steps = 12;
  model.time.steps_per_year = 4;
  const std::vector<double> by_quarter = totals();
  for (std::size_t i = 0; i < by_month.size(); ++i) CHECK_THAT(by_quarter[i], tests::WithinRel(by_month[i], 1e-12));
}

}  // namespace
}  // namespace wayworth::engine
