#include "engine/roadmap/frontier.hpp"

#include <array>
#include <functional>
#include <string>

#include "engine/stats/order_statistics.hpp"
#include "engine/stats/tail_risk.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

/// Three investments in five trials, and every set of them.
struct Sets {
  std::vector<std::string> names;
  std::vector<double> costs, means, cvars;
};

Sets all_sets() {
  const std::array<std::array<double, 3>, 5> npv = {
      {{30, 12, -5}, {-20, 8, 20}, {40, 15, 5}, {-35, 5, 25}, {25, 10, -10}}};
  const std::array<double, 3> cost = {50, 20, 30};
  Sets sets;
  for (unsigned set = 0; set < 8; ++set) {
    TrialValues sum(5, 0.0);
    sets.names.emplace_back();
    sets.costs.push_back(0.0);
    for (std::size_t i = 0; i < 3; ++i) {
      if ((set >> i & 1U) == 0) continue;
      sets.names.back() += static_cast<char>('A' + i);
      sets.costs.back() += cost[i];
      for (std::size_t trial = 0; trial < 5; ++trial) sum[trial] += npv[trial][i];
    }
    sets.means.push_back(goal_of({RoadmapGoal::Kind::mean, 0.0}, sum));
    sets.cvars.push_back(cvar(OrderStatistics(sum), 0.4).value);
  }
  return sets;
}

TEST_CASE("the frontiers of three investments are those of all their sets", "[roadmap][known-answer]") {
  const Sets sets = all_sets();
  CHECK(sets.means == std::vector<double>{0, 8, 10, 18, 7, 15, 17, 25});
  const std::vector<double> worst = {0, -27.5, 6.5, -21, -7.5, -5, 3.5, 1.5};
  for (std::size_t i = 0; i < worst.size(); ++i) CHECK(sets.cvars[i] == Approx(worst[i]));
  std::vector<TradeOff> by_budget;
  std::vector<TradeOff> by_risk;
  for (std::size_t i = 0; i < sets.names.size(); ++i) {
    by_budget.push_back({sets.costs[i], sets.means[i]});
    by_risk.push_back({-sets.means[i], sets.cvars[i]});
  }
  const auto names_of = [&](const std::vector<std::size_t>& chosen) {
    std::vector<std::string> names;
    for (const std::size_t i : chosen) names.push_back(sets.names[i]);
    return names;
  };
  CHECK(names_of(not_dominated(by_budget)) == std::vector<std::string>{"", "B", "BC", "AB", "ABC"});
  CHECK(names_of(not_dominated(by_risk)) == std::vector<std::string>{"ABC", "BC", "B"});
}

}  // namespace
}  // namespace wayworth::engine
