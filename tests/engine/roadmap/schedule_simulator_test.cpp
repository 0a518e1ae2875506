#include "engine/roadmap/schedule_simulator.hpp"

#include <algorithm>
#include <cmath>

#include "engine/execute/reference.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::engine {
namespace {

DrawSettings some_draws(Sampling sampling = Sampling::sobol) {
  return {.seed = 7, .sampling = sampling, .replicates = replicates_for(sampling, 300)};
}

bool pays_severance(const Model& model) {
  return std::any_of(model.streams.begin(), model.streams.end(),
                     [](const Stream& stream) { return stream.release.has_value(); });
}

/// The slow way: the schedule as an option, compiled and simulated.
Results simulated(Model model, const Schedule& schedule, const DrawSettings& draws) {
  model.options = {{"schedule", "Schedule", schedule}};
  RunSettings settings;
  settings.trials = draws.replicates.trials();
  settings.seed = draws.seed;
  settings.sampling = draws.sampling;
  return simulate(compile(model), settings);
}

TEST_CASE("a schedule is worth what the simulation of an option with its starts says", "[roadmap][property]") {
  std::size_t schedules = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    INFO("seed " << seed);
    const Model model = tests::random_model(seed);
    ScheduleSimulator simulator(model, some_draws());
    for (const Option& option : model.options) {
      const Results results = simulated(model, option.starts, some_draws());
      const auto npv = results.column({Scope::programme, 0, std::nullopt}, Measure::npv);
      const TrialValues values = simulator.npv(option.starts);
      REQUIRE(values.size() == npv.size());
      for (std::size_t trial = 0; trial < npv.size(); ++trial) {
        REQUIRE(values[trial] == Approx(npv[trial]).epsilon(1e-12).margin(1e-7));
      }
      const ScheduleLimits limits = simulator.limits(option.starts);
      const auto peak = results.column({Scope::programme, 0, std::nullopt}, Measure::peak_funding);
      const auto one_off = results.column({Scope::programme, 0, std::nullopt}, Measure::one_off_costs);
      for (std::size_t trial = 0; trial < npv.size(); ++trial) {
        REQUIRE(limits.lowest_cash[trial] == Approx(-peak[trial]).epsilon(1e-12).margin(1e-7));
        if (pays_severance(model)) continue;  // for which no single initiative stands
        double sum = 0.0;
        for (const TrialValues& costs : limits.one_off_costs) sum += costs[trial];
        REQUIRE(sum == Approx(one_off[trial]).epsilon(1e-12).margin(1e-7));
      }
      ++schedules;
    }
  }
  CHECK(schedules > 60);
}

TEST_CASE("moves of one initiative are worth what each schedule by itself is", "[roadmap][property]") {
  for (std::uint64_t seed = 0; seed < 25; ++seed) {
    INFO("seed " << seed);
    const Model model = tests::random_model(seed);
    ScheduleSimulator simulator(model, some_draws(Sampling::random));
    const Schedule schedule = model.options.front().starts;
    for (std::size_t i = 0; i < schedule.size(); ++i) {
      bool others_are_there = true;
      for (const InitiativeId need : prerequisites_of(model, static_cast<InitiativeId>(i))) {
        others_are_there = others_are_there && schedule[index_of(need)].has_value();
      }
      if (!others_are_there) continue;
      const std::vector<std::optional<std::size_t>> starts = {1, model.time.steps};
      const std::vector<TrialValues> moves = simulator.npv_of_moves(schedule, i, starts);
      for (std::size_t k = 0; k < starts.size(); ++k) {
        Schedule moved = schedule;
        moved[i] = starts[k];
        const TrialValues alone = simulator.npv(moved);
        for (std::size_t trial = 0; trial < alone.size(); ++trial) {
          REQUIRE(moves[k][trial] == Approx(alone[trial]).epsilon(1e-11).margin(1e-6));
        }
      }
    }
  }
}

TEST_CASE("nothing is worth nothing, and a schedule without a prerequisite is refused", "[roadmap]") {
  Model model = tests::random_model(3);
  model.initiatives.resize(2);
  model.initiatives[0].needs.clear();
  model.initiatives[1].needs = {{InitiativeId{0}, 0.0}};
  ScheduleSimulator simulator(model, some_draws());
  for (const double value : simulator.npv({std::nullopt, std::nullopt})) CHECK(value == 0.0);
  CHECK_THROWS_AS(simulator.npv({std::nullopt, 1}), std::invalid_argument);
}

/// One person-month figure in one role, over a duration that varies.
Model with_effort() {
  Model model;
  model.time = {.start_year = 2026, .start_month = 1, .steps = 12, .steps_per_year = 12};
  model.limits.roles = {{"it", std::vector<double>(12, 2.0)}};
  model.limits.capacity_period = 3;
  for (const char* key : {"first", "second"}) {
    Initiative initiative;
    initiative.key = initiative.name = key;
    initiative.rollout.duration = number(4.0);
    initiative.rollout.ramp = number(0.0);
    initiative.rollout.success = number(1.0);
    initiative.rollout.if_it_fails = number(0.0);
    initiative.rollout.delay = number(0.0);
    initiative.efforts = {{RoleId{0}, number(8.0)}};
    model.initiatives.push_back(initiative);
  }
  model.initiatives[1].needs = {{InitiativeId{0}, 1.5}};
  model.options = {{"all", "All", {1, 1}}};
  return model;
}

TEST_CASE("effort is spread over the implementation, and starts slip with what they need and its lag",
          "[roadmap][known-answer]") {
  const Model model = with_effort();
  ScheduleSimulator simulator(model, some_draws());
  const ScheduleLimits limits = simulator.limits({1, 1});
  REQUIRE(limits.effort.size() == 1);
  REQUIRE(limits.effort[0].size() == 4);
  // First: months 0 to 4, two person-months a month. Second: may start 1.5 months after, at 5.5, until 9.5.
  CHECK(limits.effort[0][0][0] == Approx(6.0));
  CHECK(limits.effort[0][1][0] == Approx(2.0 + 1.0));
  CHECK(limits.effort[0][2][0] == Approx(6.0));
  CHECK(limits.effort[0][3][0] == Approx(1.0));
  CHECK(limits.duration[1][0] == 4.0);
  CHECK(limits.person_months[1][0][0] == 8.0);
}

TEST_CASE("a delay moves what needs it: start = max(planned, finish of what it needs + lag)",
          "[roadmap][known-answer]") {
  Model model = with_effort();
  model.initiatives.push_back(model.initiatives[0]);
  model.initiatives[2].key = model.initiatives[2].name = "third";
  const std::vector<double> durations = {3.0, 2.0, 4.0};
  const std::vector<double> delays = {1.5, 0.0, 0.5};
  for (std::size_t i = 0; i < 3; ++i) {
    model.initiatives[i].rollout.duration = number(durations[i]);
    model.initiatives[i].rollout.delay = number(delays[i]);
  }
  model.initiatives[1].needs = {{InitiativeId{0}, 1.0}};
  model.options = {{"planned", "As planned", {1, 5, 3}}};  // months 0, 4 and 2
  const auto accounts = evaluate_trial(model, {}, 0, members_of(model.options.front())).initiatives;
  REQUIRE(accounts.size() == 3);
  const std::vector<double> starts = {0.0, 5.5, 2.0};
  const std::vector<double> finishes = {4.5, 7.5, 6.5};
  for (const InitiativeAccount& account : accounts) {
    INFO(model.initiatives[index_of(account.initiative)].name);
    CHECK(account.start_months == Approx(starts[index_of(account.initiative)]).epsilon(1e-12));
    CHECK(account.go_live_months == Approx(finishes[index_of(account.initiative)]).epsilon(1e-12));
  }
}

}  // namespace
}  // namespace wayworth::engine
