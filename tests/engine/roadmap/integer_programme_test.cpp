#include "engine/roadmap/integer_programme.hpp"

#include <cmath>

#include "tests/support/brute_force.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_problem.hpp"

namespace wayworth::engine {
namespace {

/// A choice without time: every item starts in the only step or not at all.
ScheduleProblem choice(const std::vector<double>& values, const std::vector<std::vector<double>>& costs,
                       std::vector<double> budgets) {
  ScheduleProblem problem;
  problem.steps = 1;
  LimitRule limit{std::move(budgets), {}};
  for (std::size_t i = 0; i < values.size(); ++i) {
    problem.items.push_back({std::string(1, static_cast<char>('A' + i)), {values[i]}});
    limit.uses.emplace_back(1);
    for (std::size_t row = 0; row < costs[i].size(); ++row) limit.uses[i][0].push_back({row, costs[i][row]});
  }
  problem.rules.push_back({{}, limit});
  return problem;
}

std::string chosen(const ScheduleProblem& problem, const Schedule& schedule) {
  std::string names;
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    if (schedule[i]) names += problem.items[i].name;
  }
  return names;
}

// Source: "Principles of Finance", OpenStax, section 16.5.
TEST_CASE("the textbook's seven projects are chosen within one budget", "[roadmap][known-answer]") {
  const auto at_budget = [](double budget) {
    return choice({60, 25, 10, 15, 11, 7, 2}, {{150}, {100}, {70}, {50}, {30}, {20}, {10}}, {budget});
  };
  const ProgrammeSolution at_200 = solve(at_budget(200));
  CHECK(at_200.is_optimal);
  CHECK(at_200.value == Approx(78.0));
  CHECK(at_200.bound == Approx(78.0));
  CHECK(chosen(at_budget(200), at_200.schedule) == "AEF");
  CHECK(solve(at_budget(190)).value == Approx(73.0));
}

// Source: the capital budgeting example of the test suite of easylp.
TEST_CASE("six projects are chosen within five yearly budgets and without incompatible pairs",
          "[roadmap][known-answer]") {
  ScheduleProblem problem = choice({141, 187, 121, 83, 265, 127},
                                   {{75, 25, 20, 15, 10},
                                    {90, 35, 0, 0, 30},
                                    {60, 15, 15, 15, 15},
                                    {30, 20, 10, 5, 5},
                                    {100, 25, 20, 20, 20},
                                    {50, 20, 10, 30, 40}},
                                   {250, 75, 50, 50, 50});
  CHECK(solve(problem).value == Approx(489.0));
  for (const auto& pair : std::vector<std::vector<std::size_t>>{{0, 1}, {0, 3}, {1, 2}, {4, 5}}) {
    problem.rules.push_back({{}, AtMostRule{pair}});
  }
  const ProgrammeSolution solution = solve(problem);
  CHECK(solution.is_optimal);
  CHECK(solution.value == Approx(469.0));
  CHECK(chosen(problem, solution.schedule) == "CDE");
}

struct Project {
  std::vector<double> cost;
  std::vector<double> people;
  double benefit;
};

/// Present value at 10 % of monthly amounts in the middle of months first..last.
double present_value(double amount, std::size_t first, std::size_t last) {
  double sum = 0.0;
  for (std::size_t month = first; month < last; ++month) {
    sum += amount * std::pow(1.1, -(static_cast<double>(month) + 0.5) / 12.0);
  }
  return sum;
}

/// Five projects over 24 months that may start in months 0 to 8, with 4 people and a budget of 110 in each month; D
/// follows a month after A, B and E exclude each other, two pairs interact. Brute force over all 10^5 schedules and
/// another solver agree on the optimum.
ScheduleProblem five_projects() {
  const std::vector<Project> projects = {{{40, 40, 40}, {2, 2, 2}, 20},
                                         {{60, 30}, {3, 1}, 14},
                                         {{20, 20, 20, 20}, {1, 1, 1, 1}, 11},
                                         {{30, 30}, {2, 2}, 16},
                                         {{50, 20, 20}, {2, 2, 1}, 13}};
  const std::size_t starts = 9;
  const std::size_t months = 24;
  ScheduleProblem problem;
  problem.steps = starts;
  LimitRule people{std::vector<double>(months, 4.0), {}};
  LimitRule budget{std::vector<double>(months, 110.0), {}};
  for (const Project& project : projects) {
    ScheduleItem item{std::string(1, static_cast<char>('A' + problem.items.size())), {}};
    people.uses.emplace_back(starts);
    budget.uses.emplace_back(starts);
    for (std::size_t start = 0; start < starts; ++start) {
      const std::size_t duration = project.cost.size();
      double value = present_value(project.benefit, start + duration, months);
      for (std::size_t k = 0; k < duration; ++k) {
        value -= present_value(project.cost[k], start + k, start + k + 1);
        people.uses.back()[start].push_back({start + k, project.people[k]});
        budget.uses.back()[start].push_back({start + k, project.cost[k]});
      }
      item.value.push_back(value);
    }
    problem.items.push_back(item);
  }
  problem.pairs = {{0, 2, -30.0}, {2, 3, 12.0}};
  problem.rules = {{{}, NeedRule{3, 0, 4}}, {{}, AtMostRule{{1, 4}}}, {{}, people}, {{}, budget}};
  return problem;
}

TEST_CASE("five projects with people, a budget, a prerequisite and overlaps are scheduled best",
          "[roadmap][known-answer]") {
  const ScheduleProblem problem = five_projects();
  CHECK(problem.items[0].value[0] == Approx(259.1514595471664).epsilon(1e-12));
  CHECK(problem.items[3].value[4] == Approx(198.20614631689827).epsilon(1e-12));
  const ProgrammeSolution solution = solve(problem);
  CHECK(solution.is_optimal);
  CHECK(solution.value == Approx(713.1483379130276).epsilon(1e-8));
  CHECK(solution.schedule == Schedule{2, 1, 1, 6, std::nullopt});
  CHECK(relaxation_bound(problem) == Approx(729.995587622266).epsilon(1e-8));
  const tests::BruteForce all = tests::brute_force(problem);
  CHECK(all.feasible == 3316);
  CHECK(all.best == Approx(solution.value).epsilon(1e-12));
  CHECK(all.second_best == Approx(707.6564458878556).epsilon(1e-8));
}

TEST_CASE("the schedule found is as good as any, and breaks no rule", "[roadmap][property]") {
  std::size_t infeasible = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const ScheduleProblem problem = tests::random_problem(seed);
    const tests::BruteForce all = tests::brute_force(problem);
    const ProgrammeSolution solution = solve(problem);
    CHECK(solution.is_infeasible == (all.feasible == 0));
    if (all.feasible == 0) {
      ++infeasible;
      continue;
    }
    REQUIRE(solution.is_optimal);
    CHECK(broken_rules(problem, solution.schedule).empty());
    CHECK(solution.value == Approx(all.best).epsilon(1e-9).margin(1e-7));
    CHECK(relaxation_bound(problem) >= all.best - 1e-6);
  }
  CHECK(infeasible > 10);
  CHECK(infeasible < 150);
}

TEST_CASE("with one rule less the best schedule is worth as much or more", "[roadmap][property]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    ScheduleProblem problem = tests::random_problem(seed);
    const ProgrammeSolution before = solve(problem);
    if (!before.is_feasible || problem.rules.empty()) continue;
    problem.rules.erase(problem.rules.begin() + static_cast<std::ptrdiff_t>(seed % problem.rules.size()));
    CHECK(solve(problem).value >= before.value - 1e-7);
  }
}

TEST_CASE("with more of what is scarce the best schedule is worth as much or more", "[roadmap][property]") {
  std::size_t widened = 0;
  std::size_t gained = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    ScheduleProblem problem = tests::random_problem(seed);
    const ProgrammeSolution before = solve(problem);
    if (!before.is_feasible) continue;
    for (Rule& rule : problem.rules) {
      auto* const limit = std::get_if<LimitRule>(&rule.what);
      if (limit == nullptr) continue;
      ++widened;
      for (double& bound : limit->bounds) bound *= 1.5;
    }
    const double after = solve(problem).value;
    CHECK(after >= before.value - 1e-7);
    if (after > before.value + 1e-7) ++gained;
  }
  CHECK(widened > 50);
  CHECK(gained > 10);
}

TEST_CASE("conflicting rules cannot be kept, and could be without any one of them", "[roadmap][property]") {
  std::size_t conflicts = 0;
  for (std::uint64_t seed = 0; seed < 300 && conflicts < 20; ++seed) {
    const ScheduleProblem problem = tests::random_problem(seed);
    const std::vector<std::size_t> conflict = conflicting_rules(problem);
    if (conflict.empty()) continue;
    ++conflicts;
    INFO("seed " << seed);
    ScheduleProblem only{problem.steps, problem.items, problem.pairs, {}};
    for (const std::size_t rule : conflict) only.rules.push_back(problem.rules[rule]);
    CHECK(tests::brute_force(only).feasible == 0);
    for (std::size_t i = 0; i < conflict.size(); ++i) {
      ScheduleProblem spared = only;
      spared.rules.erase(spared.rules.begin() + static_cast<std::ptrdiff_t>(i));
      CHECK(tests::brute_force(spared).feasible > 0);
    }
  }
  CHECK(conflicts == 20);
}

}  // namespace
}  // namespace wayworth::engine
