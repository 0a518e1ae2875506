#include "engine/roadmap/roadmap_information.hpp"

#include <cmath>

#include "engine/analysis/sensitivity/normal_information.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

Expression times(double factor, std::uint32_t input) {
  return call(Function::multiply, {number(factor), {Expression::Draw{InputId{input}}}});
}

/// In one step: two that exclude each other. The first is worth `sure` + a + b, the second nothing but what it costs to
/// be chosen: 0.
Model one_or_other(double sure) {
  Model model;
  model.currency = "USD";
  model.time = {.start_year = 2026, .start_month = 1, .steps = 1, .steps_per_year = 1};
  model.inputs = {{"drivers.a", Normal::make(0.0, 60.0)},
                  {"drivers.b", Normal::make(0.0, 60.0)},
                  {"drivers.idle", Normal::make(0.0, 60.0)}};
  for (int i = 0; i < 2; ++i) {
    Initiative initiative;
    initiative.key = initiative.name = i == 0 ? "first" : "second";
    initiative.rollout.duration = number(0.0);
    initiative.rollout.ramp = number(0.0);
    initiative.rollout.success = number(1.0);
    initiative.rollout.if_it_fails = number(0.0);
    initiative.rollout.delay = number(0.0);
    model.initiatives.push_back(initiative);
  }
  Expression amount = call(Function::add, {number(sure), call(Function::add, {times(1.0, 0), times(1.0, 1)})});
  model.initiatives[0].benefits = {{"benefit", BenefitKind::revenue, std::move(amount), number(1.0), {}}};
  model.initiatives[1].benefits = {{"benefit", BenefitKind::revenue, number(1.0), number(1.0), {}}};
  model.limits.planned_duration = PlannedDuration::mean;
  model.limits.exclude = {{InitiativeId{0}, InitiativeId{1}}};
  model.options = {{"none", "None", Schedule(2)}};
  return model;
}

TEST_CASE("what it is worth to know before choosing a roadmap, in closed form", "[roadmap][statistical]") {
  const Model model = one_or_other(50.0);
  OptimiseSettings settings;
  settings.search_trials = 8192;
  RoadmapSearch search(model, settings);
  const auto outcome = search.optimise();
  CHECK(std::get<OptimisedRoadmap>(outcome).best.schedule == Schedule{1, std::nullopt});
  const RoadmapInformation found = roadmap_information(search);
  CHECK(found.roadmaps >= 2);
  // Discounted half a year or not, what is worth x more than the other is a normal number.
  const double factor = goal_of({}, search.simulator().npv({std::nullopt, 1}));
  const double gain = 49.0 * factor;
  const auto exact = [&](double sd) { return perfect_information_normal(gain, sd * factor); };
  CHECK(std::abs(found.perfect.value - exact(60.0 * std::sqrt(2.0))) < 5.0 * found.perfect.standard_error);
  REQUIRE(found.inputs.size() == 2);  // the third is noise
  for (const InputWorth& one : found.inputs) {
    CHECK(index_of(one.input) < 2);
    CHECK(std::abs(one.worth.value.value - exact(60.0)) < 5.0 * one.worth.value.standard_error);
    CHECK(one.worth.value.value < found.perfect.value);
  }
}

TEST_CASE("where one roadmap is best in every trial, nothing is worth knowing", "[roadmap]") {
  const Model model = one_or_other(5000.0);
  RoadmapSearch search(model, {});
  CHECK(std::holds_alternative<OptimisedRoadmap>(search.optimise()));
  const RoadmapInformation found = roadmap_information(search);
  CHECK(found.perfect.value == 0.0);
  CHECK(found.inputs.empty());
}

}  // namespace
}  // namespace wayworth::engine
