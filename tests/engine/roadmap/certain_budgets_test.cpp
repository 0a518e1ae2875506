#include "engine/roadmap/certain_budgets.hpp"

#include <cmath>

#include "engine/roadmap/optimise.hpp"
#include "tests/engine/roadmap/few_trials.hpp"
#include "tests/support/brute_force.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::engine {
namespace {

/// A few initiatives over a few steps, with budgets that must be kept in most trials, and now and then too tight.
Model small_model(std::uint64_t seed) {
  Model model = tests::random_model(seed, Timeline{.start_year = 2026, .steps = 4, .steps_per_year = 4});
  tests::Dice dice(seed + 2000);
  model.phases = {{"One", 1, 2, dice.between(100.0, 900.0), dice.chance(0.5)}, {"Two", 3, 4, dice.between(0.0, 900.0)}};
  if (dice.chance(0.5)) model.limits.budget = dice.between(100.0, 1500.0);
  model.options = {{"none", "None", Schedule(model.initiatives.size())}};
  model.limits.planned_duration = PlannedDuration::mean;
  model.limits.certainty = dice.between(0.3, 1.0);
  for (std::uint32_t i = 0; i < model.initiatives.size(); ++i) {
    if (dice.chance(0.7)) model.limits.must.push_back(InitiativeId{i});
  }
  return model;
}

/// Whether any schedule at all keeps the rules, budgets in so many trials as is wanted.
bool exists(RoadmapSearch& search, const ScheduleProblem& problem) {
  Schedule schedule(problem.items.size());
  do {
    bool keeps = true;
    for (const Rule& rule : problem.rules) {
      keeps = keeps &&
              (is_budget(rule.origin) ? search.chance().is_certain(budget_of(search.model(), rule.origin), schedule)
                                      : is_kept(rule, schedule));
    }
    if (keeps) return true;
  } while (tests::next_schedule(schedule, problem.steps));
  return false;
}

ScheduleProblem without(ScheduleProblem problem, const RuleOrigin& origin) {
  std::erase_if(problem.rules, [&](const Rule& rule) { return rule.origin == origin; });
  return problem;
}

TEST_CASE("budgets with a certainty: none is found only where there is none, and the conflict is smallest",
          "[roadmap][property]") {
  std::size_t found = 0;
  std::size_t none = 0;
  std::size_t resolved = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Model model = small_model(seed);
    if (model.initiatives.size() > 3) continue;  // every schedule is looked at here
    INFO("seed " << seed);
    RoadmapSearch search(model, few_trials());
    const auto outcome = search.optimise();
    const bool is_possible = exists(search, search.problem());
    REQUIRE(is_possible == std::holds_alternative<OptimisedRoadmap>(outcome));
    if (is_possible) {
      CHECK(search.chance().are_kept(std::get<OptimisedRoadmap>(outcome).best.schedule));
      ++found;
      continue;
    }
    ++none;
    const NoRoadmap& why = std::get<NoRoadmap>(outcome);
    ScheduleProblem conflict = search.problem();
    std::erase_if(conflict.rules, [&](const Rule& rule) {
      return std::find(why.conflict.begin(), why.conflict.end(), rule.origin) == why.conflict.end();
    });
    CHECK_FALSE(exists(search, conflict));
    for (const RuleOrigin& origin : why.conflict) CHECK(exists(search, without(conflict, origin)));
    for (const NoRoadmap::Enough& enough : why.enough) {
      Model wider = model;
      if (enough.budget.kind == RuleOrigin::Kind::budget) {
        wider.limits.budget = enough.amount;
      } else {
        wider.phases[enough.budget.index].budget = enough.amount;
      }
      RoadmapSearch again(wider, few_trials());
      CHECK(exists(again, again.problem()));
      ++resolved;
    }
  }
  CHECK(found >= 30);
  CHECK(none >= 30);
  CHECK(resolved >= 20);
}

}  // namespace
}  // namespace wayworth::engine
