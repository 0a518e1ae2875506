#include "engine/roadmap/optimise.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "engine/roadmap/frontier.hpp"
#include "engine/roadmap/limits_analysis.hpp"
#include "engine/roadmap/person_month_prices.hpp"
#include "engine/roadmap/stability.hpp"
#include "engine/stats/replicates.hpp"
#include "tests/engine/roadmap/few_trials.hpp"
#include "tests/support/brute_force.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::engine {
namespace {

/// A few initiatives over a few steps, with limits, so that every schedule can be simulated.
Model small_model(std::uint64_t seed) {
  Model model = tests::random_model(seed, Timeline{.start_year = 2026, .steps = 6, .steps_per_year = 4});
  tests::Dice dice(seed + 1000);
  model.phases = {{"One", 1, 2, dice.between(200.0, 1500.0), dice.chance(0.5)}, {"Two", 3, 4, std::nullopt}};
  model.options = {{"none", "None", Schedule(model.initiatives.size())}};
  model.limits.planned_duration = PlannedDuration::mean;
  model.limits.roles = {{"it", std::vector<double>(6, dice.between(1.0, 4.0))}};
  for (Initiative& initiative : model.initiatives) {
    initiative.efforts = {{RoleId{0}, number(dice.between(0.0, 9.0))}};
  }
  if (dice.chance(0.3)) model.limits.must = {InitiativeId{0}};
  if (dice.chance(0.3) && model.initiatives.size() > 2) model.limits.exclude = {{InitiativeId{1}, InitiativeId{2}}};
  return model;
}

/// The greatest goal of all schedules that keep the rules; nothing when none does.
std::optional<double> best_of_all(RoadmapSearch& search) {
  const ScheduleProblem& problem = search.problem();
  Schedule schedule(problem.items.size());
  std::optional<double> best;
  do {
    if (!keeps_all_rules(problem, schedule) || !search.chance().are_kept(schedule)) continue;
    const double goal = goal_of(search.model().limits.goal, search.simulator().npv(schedule));
    if (!best || goal > *best) best = goal;
  } while (tests::next_schedule(schedule, problem.steps));
  return best;
}

TEST_CASE("the roadmap found keeps every rule and comes close to the best of all", "[roadmap][property]") {
  std::size_t found = 0;
  std::size_t best = 0;
  std::size_t none = 0;
  for (std::uint64_t seed = 0; seed < 240; ++seed) {
    const Model model = small_model(seed);
    if (model.initiatives.size() > 3) continue;  // every schedule is simulated here
    INFO("seed " << seed);
    RoadmapSearch search(model, few_trials());
    const auto outcome = search.optimise();
    const std::optional<double> possible = best_of_all(search);
    CHECK(possible.has_value() == std::holds_alternative<OptimisedRoadmap>(outcome));
    if (!possible) {
      ++none;
      CHECK_FALSE(std::get<NoRoadmap>(outcome).conflict.empty());
      continue;
    }
    const Candidate& chosen = std::get<OptimisedRoadmap>(outcome).best;
    CHECK(broken_rules(search.problem(), chosen.schedule).empty());
    CHECK(chosen.goal <= *possible + 1e-6);
    ++found;
    if (chosen.goal >= *possible - 1e-6 * std::abs(*possible) - 1e-6) ++best;
    // What is given up at most: a gain that two standard errors cannot tell from none.
    const Estimate goal = goal_estimate({}, chosen.npv, 1);
    CHECK(chosen.goal >= *possible - 3.0 * goal.standard_error - 1e-6);
  }
  CHECK(found >= 60);
  CHECK(best * 10 >= found * 8);
}

TEST_CASE("more budget and one rule less never lower what is found", "[roadmap][property]") {
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    INFO("seed " << seed);
    const Model model = small_model(seed);
    RoadmapSearch search(model, few_trials());
    const auto outcome = search.optimise();
    if (!std::holds_alternative<OptimisedRoadmap>(outcome)) continue;
    const Candidate& chosen = std::get<OptimisedRoadmap>(outcome).best;
    for (std::size_t i = 0; i < search.problem().rules.size(); ++i) {
      if (search.problem().rules[i].origin.kind == RuleOrigin::Kind::need) continue;  // without it there are no figures
      ScheduleProblem freer = search.problem();
      freer.rules.erase(freer.rules.begin() + static_cast<std::ptrdiff_t>(i));
      const auto found = search.optimise_with(freer, search.chance(), &chosen.schedule);
      REQUIRE(found);
      CHECK(found->goal >= chosen.goal - 1e-9 * std::abs(chosen.goal));
      CHECK(broken_rules(freer, found->schedule).empty());
    }
    const std::vector<BudgetPoint> curve = budget_frontier(search, 5);
    for (std::size_t i = 1; i < curve.size(); ++i) {
      CHECK(curve[i].npv.value >= curve[i - 1].npv.value - 1e-6);
      CHECK(curve[i].cost <= curve[i].budget + 1e-6);
    }
  }
}

/// Over one year, three certain initiatives that bring 400, 320 and 240 a year from their start and cost 50 at once.
Model three_certain() {
  Model model;
  model.currency = "USD";
  model.time = {.start_year = 2026, .start_month = 1, .steps = 4, .steps_per_year = 4};
  model.limits.planned_duration = PlannedDuration::mean;
  for (const double worth : {400.0, 320.0, 240.0}) {
    Initiative initiative;
    initiative.key = initiative.name = "worth " + std::to_string(static_cast<int>(worth));
    initiative.rollout.duration = number(0.0);
    initiative.rollout.ramp = number(0.0);
    initiative.rollout.success = number(1.0);
    initiative.rollout.if_it_fails = number(0.0);
    initiative.rollout.delay = number(0.0);
    initiative.benefits = {{"benefit", BenefitKind::cost_saving, number(worth), number(1.0), {}}};
    Cost cost;
    cost.name = "cost";
    cost.kind = CostKind::one_off;
    cost.from = CostFrom::start;
    cost.amount = number(50.0);
    initiative.costs = {cost};
    model.initiatives.push_back(initiative);
  }
  model.options = {{"none", "None", Schedule(3)}};
  return model;
}

Schedule optimum(const Model& model) {
  RoadmapSearch search(model, few_trials());
  return std::get<OptimisedRoadmap>(search.optimise()).best.schedule;
}

TEST_CASE("the whole of it is done at once where nothing limits it", "[roadmap][known-answer]") {
  CHECK(optimum(three_certain()) == Schedule{1, 1, 1});
}

TEST_CASE("a budget takes the best, a must-do what it says, an exclusion one of two", "[roadmap][known-answer]") {
  Model model = three_certain();
  model.limits.budget = 100.0;
  CHECK(optimum(model) == Schedule{1, 1, std::nullopt});
  model.limits.must = {InitiativeId{2}};
  CHECK(optimum(model) == Schedule{1, std::nullopt, 1});
  model.limits.exclude = {{InitiativeId{0}, InitiativeId{2}}};
  CHECK(optimum(model) == Schedule{std::nullopt, 1, 1});
}

TEST_CASE("windows, fixed starts, blackouts and a coarse grid hold", "[roadmap][known-answer]") {
  Model model = three_certain();
  model.limits.windows = {{InitiativeId{0}, 2, 3, false}, {InitiativeId{1}, 4, 4, true}};
  CHECK(optimum(model) == Schedule{2, 4, 1});
  model.limits.blackouts = {{1, 2}};
  CHECK(optimum(model) == Schedule{3, 4, 3});
  model = three_certain();
  model.limits.blackouts = {{1, 1}};
  model.limits.start_every = 2;
  CHECK(optimum(model) == Schedule{3, 3, 3});
}

TEST_CASE("what carries over from one phase can be spent in the next", "[roadmap][known-answer]") {
  Model model = three_certain();
  model.phases = {{"One", 1, 1, 80.0, false}, {"Two", 2, 4, 80.0, false}};
  CHECK(optimum(model) == Schedule{1, 2, std::nullopt});
  model.phases[0].carry_over = true;
  CHECK(optimum(model) == Schedule{1, 2, 2});
}

TEST_CASE("a programme that funds itself waits for the first to pay for the rest", "[roadmap][known-answer]") {
  Model model = three_certain();
  model.limits.self_funding = {-60.0, 1.0};
  const Schedule chosen = optimum(model);
  RoadmapSearch search(model, few_trials());
  CHECK(search.chance().are_kept(chosen));
  CHECK_FALSE(search.chance().are_kept(Schedule{1, 1, 1}));
  CHECK(chosen[0] == std::optional<std::size_t>(1));
  CHECK(chosen[1].has_value());
  model.limits.self_funding = {0.0, 1.0};
  CHECK(optimum(model) == Schedule(3));
}

TEST_CASE("a gate opens when enough of the stage before is live", "[roadmap][known-answer]") {
  Model model = three_certain();
  model.initiatives[0].stage = Stage::optimise;
  model.initiatives[1].stage = Stage::siloed;
  model.initiatives[2].stage = Stage::siloed;
  model.initiatives[1].rollout.duration = number(3.0);
  model.limits.gates = {{Stage::optimise, 1.0}};
  const Schedule chosen = optimum(model);
  CHECK(chosen == Schedule{2, 1, 1});
}

TEST_CASE("rules that cannot be kept together are named", "[roadmap][known-answer]") {
  Model model = three_certain();
  model.limits.budget = 80.0;
  model.limits.must = {InitiativeId{0}, InitiativeId{1}};
  model.limits.exclude = {{InitiativeId{1}, InitiativeId{2}}};
  RoadmapSearch search(model, few_trials());
  const auto outcome = search.optimise();
  REQUIRE(std::holds_alternative<NoRoadmap>(outcome));
  using Kind = RuleOrigin::Kind;
  CHECK(std::get<NoRoadmap>(outcome).conflict ==
        std::vector<RuleOrigin>{{Kind::must, 0, 0}, {Kind::must, 1, 0}, {Kind::budget, 0, 0}});
}

TEST_CASE("what is left out has its reasons, and a limit its price", "[roadmap][known-answer]") {
  Model model = three_certain();
  model.limits.budget = 100.0;
  model.initiatives[2].benefits[0].amount = number(20.0);
  RoadmapSearch search(model, few_trials());
  const Candidate chosen = std::get<OptimisedRoadmap>(search.optimise()).best;
  CHECK(chosen.schedule == Schedule{1, 1, std::nullopt});
  const std::vector<LeftOut> out = left_out_of(search, chosen);
  REQUIRE(out.size() == 1);
  CHECK(out[0].probability_of_loss_alone == 1.0);
  CHECK(out[0].gain.value < 0.0);

  model.initiatives[2].benefits[0].amount = number(240.0);
  model.limits.budget = 140.0;
  RoadmapSearch tight(model, few_trials());
  const Candidate two = std::get<OptimisedRoadmap>(tight.optimise()).best;
  const std::vector<LeftOut> no_room = left_out_of(tight, two);
  REQUIRE(no_room.size() == 1);
  CHECK(no_room[0].gain.value > 0.0);
  CHECK(no_room[0].broken == std::vector<RuleOrigin>{{RuleOrigin::Kind::budget, 0, 0}});
  const std::vector<LimitPrice> prices = limit_prices(tight, two);
  REQUIRE(prices.size() == 1);
  CHECK(prices[0].widened_by == Approx(14.0));
  CHECK(prices[0].gain.value == Approx(no_room[0].gain.value));
  CHECK(prices[0].schedule == Schedule{1, 1, 1});
  for (const CostOfDelay& delay : costs_of_delay(tight, two, 1)) CHECK(delay.loss.value > 0.0);
  const Stability stability = stability_of(tight, two);
  CHECK(stability.chosen_is_best == Approx(1.0));
  CHECK(verdict_on(stability.initiatives[0]) == Verdict::always);
  CHECK(verdict_on(stability.initiatives[2]) == Verdict::never);
  CHECK(stability.expected_regret.value == Approx(0.0).margin(1e-9));
}

TEST_CASE("a person-month is worth what it lets come earlier", "[roadmap][known-answer]") {
  Model model = three_certain();
  model.limits.roles = {{"it", {1.0, 1.0, 1.0, 1.0}}};  // 3 person-months a quarter
  for (Initiative& initiative : model.initiatives) initiative.efforts = {{RoleId{0}, number(2.0)}};
  RoadmapSearch search(model, few_trials());
  const Candidate chosen = std::get<OptimisedRoadmap>(search.optimise()).best;
  CHECK(chosen.schedule == Schedule{1, 2, 3});  // one at a time
  // One more in the first quarter lets the second begin a quarter earlier, and the third take its place. In another
  // quarter it only lets one of the two come earlier.
  const std::vector<PersonMonthPrice> prices = person_month_prices(search, chosen);
  REQUIRE(prices.size() == 2);
  CHECK(prices[0].period == 0);
  CHECK(prices[0].schedule == Schedule{1, 1, 2});
  CHECK(prices[0].gain.value == Approx(goal_of(model.limits.goal, search.simulator().npv({1, 1, 2})) - chosen.goal));
  CHECK(prices[1].period == 1);
  CHECK(prices[1].schedule == Schedule{1, 2, 2});
  CHECK(prices[0].gain.value > prices[1].gain.value);
  model.limits.roles[0].capacity = {2.0, 2.0, 2.0, 2.0};
  RoadmapSearch ample(model, few_trials());
  const Candidate all = std::get<OptimisedRoadmap>(ample.optimise()).best;
  CHECK(all.schedule == Schedule{1, 1, 1});
  CHECK(person_month_prices(ample, all).empty());
}

TEST_CASE("other goals than the mean keep every rule, and are reached at least as well as by the best mean",
          "[roadmap][property]") {
  using Kind = RoadmapGoal::Kind;
  const Kind kind = GENERATE(Kind::p10, Kind::cvar10, Kind::probability_above);
  std::size_t found = 0;
  std::size_t best = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    Model model = small_model(seed);
    if (model.initiatives.size() > 3) continue;  // every schedule is simulated here
    INFO("goal " << static_cast<int>(kind) << ", seed " << seed);
    RoadmapSearch by_mean(model, few_trials());
    const auto reference = by_mean.optimise();
    if (!std::holds_alternative<OptimisedRoadmap>(reference)) continue;
    const Candidate& of_mean = std::get<OptimisedRoadmap>(reference).best;
    model.limits.goal = {kind, 0.5 * goal_of({}, of_mean.npv)};
    RoadmapSearch search(model, few_trials());
    const Candidate chosen = std::get<OptimisedRoadmap>(search.optimise()).best;
    CHECK(broken_rules(search.problem(), chosen.schedule).empty());
    const double possible = *best_of_all(search);
    CHECK(chosen.goal <= possible + 1e-6);
    ++found;
    if (chosen.goal >= possible - 1e-6 * std::abs(possible) - 1e-6) ++best;
  }
  CHECK(found >= 10);
  CHECK(best * 10 >= found * 7);
}

TEST_CASE("a tie is not decided by the trials, and shows as one", "[roadmap][statistical]") {
  // Two that cannot both be paid for and bring the same on average, one surely, the other with luck of its own.
  Model model = three_certain();
  model.limits.budget = 50.0;
  model.initiatives[2].benefits[0].amount = number(10.0);
  model.inputs = {{"luck", Uniform::make(0.0, 1.0)}};
  model.initiatives[1].benefits[0].amount = call(Function::multiply, {number(800.0), {Expression::Draw{InputId{0}}}});
  RoadmapSearch search(model, few_trials());
  const Candidate chosen = std::get<OptimisedRoadmap>(search.optimise()).best;
  const Stability stability = stability_of(search, chosen);
  CHECK(verdict_on(stability.initiatives[0]) == Verdict::depends);
  CHECK(verdict_on(stability.initiatives[1]) == Verdict::depends);
  CHECK(verdict_on(stability.initiatives[2]) == Verdict::never);
  CHECK(stability.initiatives[0].in_resamples + stability.initiatives[1].in_resamples == Approx(1.0));
  CHECK(stability.cut_short == 0.0);
  CHECK(stability.expected_regret.value > 0.0);
}

TEST_CASE("two that are worth the same to the last digit share every resample", "[roadmap][known-answer]") {
  Model model = three_certain();
  model.limits.budget = 50.0;
  model.initiatives[1].benefits[0].amount = number(400.0);
  RoadmapSearch search(model, few_trials());
  const Candidate chosen = std::get<OptimisedRoadmap>(search.optimise()).best;
  const Stability stability = stability_of(search, chosen);
  CHECK(stability.initiatives[0].in_resamples == Approx(0.5));
  CHECK(stability.initiatives[1].in_resamples == Approx(0.5));
  CHECK(verdict_on(stability.initiatives[2]) == Verdict::never);
  CHECK(stability.chosen_is_best == Approx(1.0));
  CHECK(stability.tied == Approx(1.0));
}

// The mean of the greatest of five standard normal numbers: 1.16296. Source: Smith and Winkler, "The optimizer's
// curse", Management Science 52, 2006.
TEST_CASE("of five that are alike the best is too good on the draws that chose it",
          "[roadmap][known-answer][statistical]") {
  Model model = three_certain();
  const Initiative alike = model.initiatives[0];
  model.initiatives.clear();
  model.limits.exclude = {{}};
  for (std::uint32_t i = 0; i < 5; ++i) {
    const std::string key = "option " + std::to_string(i);
    model.inputs.push_back({key, Uniform::make(0.0, 1.0)});
    model.initiatives.push_back(alike);
    model.initiatives.back().key = model.initiatives.back().name = key;
    model.initiatives.back().benefits[0].amount =
        call(Function::multiply, {number(800.0), {Expression::Draw{InputId{i}}}});
    model.limits.exclude[0].push_back(InitiativeId{i});
  }
  model.options = {{"none", "None", Schedule(5)}};
  ScheduleSimulator exact(model, {99, Sampling::sobol, replicates_for(Sampling::sobol, 16384)});
  const double truth = mean_estimate(exact.npv({1, std::nullopt, std::nullopt, std::nullopt, std::nullopt}), 1).value;
  const double error = 800.0 / std::sqrt(12.0 * 64.0);  // of the mean of 64 trials
  constexpr std::size_t searches = 200;
  double too_good = 0.0;
  for (std::size_t seed = 1; seed <= searches; ++seed) {
    OptimiseSettings settings = few_trials();
    settings.seed = seed;
    RoadmapSearch search(model, settings);
    too_good += (std::get<OptimisedRoadmap>(search.optimise()).best.goal - truth) / error / searches;
  }
  const double spread = 0.669 / std::sqrt(static_cast<double>(searches));
  CHECK(std::abs(too_good - 1.1629644736405196) <= 5.0 * spread);
}

TEST_CASE("resamples are solved beyond what the search has kept", "[roadmap][property]") {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    INFO("seed " << seed);
    const Model model = small_model(seed);
    RoadmapSearch search(model, few_trials());
    const auto outcome = search.optimise();
    if (!std::holds_alternative<OptimisedRoadmap>(outcome)) continue;
    const Candidate& chosen = std::get<OptimisedRoadmap>(outcome).best;
    for (const Candidate& neighbour : search.neighbours_of(chosen.schedule)) {
      CHECK(broken_rules(search.problem(), neighbour.schedule).empty());
      std::size_t moved = 0;
      for (std::size_t i = 0; i < chosen.schedule.size(); ++i) {
        moved += neighbour.schedule[i] == chosen.schedule[i] ? 0 : 1;
      }
      CHECK(moved == 1);
    }
    const Stability stability = stability_of(search, chosen);
    for (const Membership& one : stability.initiatives) {
      CHECK(one.in_resamples <= 1.0 + 1e-9);
      CHECK(std::accumulate(one.in_phase.begin(), one.in_phase.end(), 0.0) <= one.in_resamples + 1e-9);
    }
    CHECK(stability.chosen_is_best <= 1.0 + 1e-9);
  }
}

}  // namespace
}  // namespace wayworth::engine
