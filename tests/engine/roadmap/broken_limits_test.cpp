#include "engine/roadmap/broken_limits.hpp"

#include "tests/engine/roadmap/few_trials.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using Kind = RuleOrigin::Kind;
using Broken = std::vector<RuleOrigin>;

/// Two initiatives that take three months and six person-months each, cost 50 at their start and bring 400 a year.
Model two_initiatives() {
  Model model;
  model.currency = "USD";
  model.time = {.start_year = 2026, .start_month = 1, .steps = 12, .steps_per_year = 12};
  model.limits.planned_duration = PlannedDuration::mean;
  model.limits.roles = {{"it", {}}};
  for (const char* key : {"first", "second"}) {
    Initiative initiative;
    initiative.key = initiative.name = key;
    initiative.rollout.duration = number(3.0);
    initiative.rollout.ramp = number(0.0);
    initiative.rollout.success = number(1.0);
    initiative.rollout.if_it_fails = number(0.0);
    initiative.rollout.delay = number(0.0);
    initiative.efforts = {{RoleId{0}, number(6.0)}};
    initiative.benefits = {{"benefit", BenefitKind::cost_saving, number(400.0), number(1.0), {}}};
    Cost cost;
    cost.name = "cost";
    cost.kind = CostKind::one_off;
    cost.from = CostFrom::start;
    cost.amount = number(50.0);
    initiative.costs = {cost};
    model.initiatives.push_back(initiative);
  }
  model.options = {
      {"both", "Both at once", {1, 1}}, {"late", "One after the other", {1, 12}}, {"none", "None", Schedule(2)}};
  return model;
}

TEST_CASE("a case without limits has none to break", "[roadmap]") {
  CHECK(broken_limits(two_initiatives(), few_trials()).empty());
}

TEST_CASE("an option breaks people, prerequisites and must-dos, and another one keeps them",
          "[roadmap][known-answer]") {
  Model model = two_initiatives();
  model.limits.roles[0].capacity.assign(12, 2.0);
  model.initiatives[1].needs = {{InitiativeId{0}, 0.0}};
  model.limits.must = {InitiativeId{1}};
  const auto broken = broken_limits(model, few_trials());
  REQUIRE(broken.size() == 3);
  CHECK(broken[0] == Broken{{Kind::need, 0, 1}, {Kind::capacity, 0, 0}});
  CHECK(broken[1].empty());
  CHECK(broken[2] == Broken{{Kind::must, 0, 0}});
}

TEST_CASE("budgets of all and of phases, and starts after the last phase", "[roadmap][known-answer]") {
  Model model = two_initiatives();
  model.limits.budget = 80.0;
  model.phases = {{"One", 1, 3, 60.0, false}};
  const auto broken = broken_limits(model, few_trials());
  CHECK(broken[0] == Broken{{Kind::phase_budget, 0, 0}, {Kind::budget, 0, 0}});
  CHECK(broken[1] == Broken{{Kind::phases, 0, 0}, {Kind::budget, 0, 0}});
  CHECK(broken[2].empty());
}

TEST_CASE("limits that hold with a probability are held against trials", "[roadmap][known-answer]") {
  Model model = two_initiatives();
  // 50 with luck of its own: 30 to 70 each, so that both cost 100 in the mean and at most 120 in seven of eight
  // futures.
  model.inputs = {{"luck", Uniform::make(30.0, 70.0)}, {"more", Uniform::make(30.0, 70.0)}};
  model.initiatives[0].costs[0].amount = {Expression::Draw{InputId{0}}};
  model.initiatives[1].costs[0].amount = {Expression::Draw{InputId{1}}};
  model.limits.budget = 120.0;
  CHECK(broken_limits(model, few_trials())[0].empty());
  model.limits.certainty = 0.99;
  CHECK(broken_limits(model, few_trials())[0] == Broken{{Kind::budget, 0, 0}});
  model.limits.certainty = 0.6;
  CHECK(broken_limits(model, few_trials())[0].empty());
  model.limits.self_funding = {-75.0, 0.9};
  const auto broken = broken_limits(model, few_trials());
  CHECK(broken[0] == Broken{{Kind::self_funding, 0, 0}});
  CHECK(broken[1].empty());
}

}  // namespace
}  // namespace wayworth::engine
