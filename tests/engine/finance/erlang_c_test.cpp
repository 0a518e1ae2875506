#include "engine/finance/erlang_c.hpp"

#include <cmath>
#include <vector>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

/// A queue as a planner states it.
struct Desk {
  double calls_per_hour;
  double handle_seconds;

  [[nodiscard]] double load() const { return calls_per_hour * handle_seconds / 3600.0; }
  [[nodiscard]] ServiceGoal goal(double share, double seconds) const { return {share, seconds / handle_seconds}; }
};

TEST_CASE("Erlang C against direct sums in 40 digits", "[finance][known-answer]") {
  struct Known {
    Desk desk;
    double agents, within_seconds, blocked, waiting, wait_seconds, level, occupancy;
  };
  const std::vector<Known> table = {
      {{200, 240},
       16,
       20,
       0.0952762900883168,
       0.3872019255991862,
       34.84817330392676,
       0.6899529356913205,
       0.8333333333333334},
      {{200, 240},
       17,
       20,
       0.06953071492040198,
       0.2573113446329277,
       16.84219710324618,
       0.8104351364472692,
       0.7843137254901961},
      {{600, 300},
       55,
       20,
       0.05374881212575822,
       0.38454731793292857,
       23.072839075975715,
       0.7244598063038831,
       0.9090909090909091},
      {{20, 180}, 2, 10, 0.2, 0.3333333333333333, 60.0, 0.6846801770310782, 0.5},
  };
  for (const Known& known : table) {
    const double load = known.desk.load();
    const ErlangC queue = erlang_c(load, known.agents);
    CAPTURE(load, known.agents);
    CHECK_THAT(erlang_b(load, known.agents), WithinRel(known.blocked, 1e-13));
    CHECK_THAT(queue.probability_of_waiting, WithinRel(known.waiting, 1e-13));
    CHECK_THAT(queue.mean_wait * known.desk.handle_seconds, WithinRel(known.wait_seconds, 1e-12));
    CHECK_THAT(queue.occupancy, WithinRel(known.occupancy, 1e-14));
    CHECK_THAT(erlang_c_service_level(load, known.agents, known.within_seconds / known.desk.handle_seconds),
               WithinRel(known.level, 1e-13));
  }
}

TEST_CASE("the fewest agents that reach a service level", "[finance][known-answer]") {
  struct Known {
    Desk desk;
    double share, within_seconds, agents;
  };
  const std::vector<Known> table = {{{200, 240}, 0.8, 20, 17},
                                    {{600, 300}, 0.8, 20, 57},
                                    {{600, 300}, 0.9, 10, 60},
                                    {{5, 300}, 0.8, 20, 2},
                                    {{0, 300}, 0.8, 20, 0},
                                    {{120, 240}, 0.8, 20, 11},  // the half hours of a morning: 60, 110 and 90 calls
                                    {{220, 240}, 0.8, 20, 19},
                                    {{180, 240}, 0.8, 20, 16},
                                    {{520.0 / 3.0, 240}, 0.8, 20, 15}};  // what their average would say throughout
  for (const Known& known : table) {
    CAPTURE(known.desk.calls_per_hour, known.share);
    CHECK(erlang_c_agents(known.desk.load(), known.desk.goal(known.share, known.within_seconds), AgentCount::whole) ==
          known.agents);
  }
  CHECK(agents_at_occupancy(50.0, 0.85, AgentCount::whole) == 59.0);
  CHECK(agents_at_occupancy(50.0, 0.85, AgentCount::smooth) == 50.0 / 0.85);
  CHECK(agents_at_occupancy(3.0 * 0.1, 0.1, AgentCount::whole) == 3.0);  // 3.0000000000000004 by rounding
}

TEST_CASE("agents on the straight line between two whole numbers", "[finance][known-answer]") {
  const auto smooth = [](const Desk& desk) {
    return erlang_c_agents(desk.load(), desk.goal(0.8, 20), AgentCount::smooth);
  };
  CHECK_THAT(smooth({200, 240}), WithinRel(16.913388563772944, 1e-12));
  CHECK_THAT(smooth({600, 300}), WithinRel(56.13942495993201, 1e-12));
  CHECK_THAT(smooth({205, 240}), WithinRel(17.30530810674106, 1e-12));
}

// Source: pyworkforce, documentation and tests (R. Arenas): 100 calls per half hour of 3 minutes, 80 % in 20 seconds.
TEST_CASE("the staffing example of pyworkforce", "[finance][known-answer]") {
  const double load = 100.0 * 3.0 / 30.0;
  const double within = (1.0 / 3.0) / 3.0;
  CHECK(erlang_c_agents(load, {0.8, within}, AgentCount::whole) == 14.0);
  CHECK(std::ceil(14.0 / (1.0 - 0.3)) == 20.0);
  CHECK_THAT(erlang_c_service_level(load, 14.0, within), WithinAbs(0.8883500191794669, 1e-12));
  CHECK_THAT(erlang_c(load, 14.0).occupancy, WithinRel(0.7142857142857143, 1e-14));
  CHECK_THAT(erlang_c(load, 14.0).probability_of_waiting, WithinAbs(0.1741319335950498, 1e-12));
  CHECK_THAT(erlang_c(load, 14.0).mean_wait * 180.0, WithinRel(7.835937011777243, 1e-12));
  const std::vector<double> levels = {0.38961381172915344, 0.6401580403740066, 0.7955947884177831, 0.8883500191794669,
                                      0.9414528428690223};
  for (std::size_t i = 0; i < levels.size(); ++i) {
    CHECK_THAT(erlang_c_service_level(load, 11.0 + static_cast<double>(i), within), WithinAbs(levels[i], 1e-12));
  }
  CHECK(agents_at_occupancy(load, 0.7, AgentCount::whole) == 15.0);  // the strict cap overrides the service level
  CHECK_THAT(erlang_c_service_level(load, 15.0, 0.33 / 3.0), WithinAbs(0.941, 0.0005));
}

TEST_CASE("Erlang B agrees with its recursion from one agent", "[finance][property]") {
  for (const double load : {1e-6, 0.3, 1.0, 7.5, 60.0, 997.3}) {
    double blocked = 1.0;
    for (double agents = 1.0; agents <= load + 60.0; agents += 1.0) {
      blocked = load * blocked / (agents + load * blocked);
      if (blocked > 1e-280) REQUIRE_THAT(erlang_b(load, agents), WithinRel(blocked, 1e-12));
    }
  }
}

TEST_CASE("a goal is reached by the agents it takes and missed by one fewer", "[finance][property]") {
  for (const double load : {1e-9, 0.2, 1.0, 3.999999, 4.0, 61.7, 1200.0, 2e5}) {
    for (const double share : {0.05, 0.5, 0.8, 0.99}) {
      for (const double within : {0.0, 0.05, 1.5}) {
        CAPTURE(load, share, within);
        const double whole = erlang_c_agents(load, {share, within}, AgentCount::whole);
        const double smooth = erlang_c_agents(load, {share, within}, AgentCount::smooth);
        CHECK(erlang_c_service_level(load, whole, within) >= share - 1e-12);
        CHECK(erlang_c_service_level(load, whole - 1.0, within) < share);
        CHECK(smooth > whole - 1.0);
        CHECK(smooth <= whole);
        CHECK_THAT(erlang_c_service_level(load, smooth, within), WithinAbs(share, 1e-9));
      }
    }
  }
}

TEST_CASE("smooth agents rise with the load without a jump", "[finance][property]") {
  double before = erlang_c_agents(0.5, {0.8, 0.1}, AgentCount::smooth);
  for (double load = 0.501; load < 30.0; load += 0.001) {
    const double agents = erlang_c_agents(load, {0.8, 0.1}, AgentCount::smooth);
    REQUIRE(agents > before);
    REQUIRE(agents - before < 0.01);
    before = agents;
  }
}

TEST_CASE("queues at the edges", "[finance]") {
  CHECK(erlang_c_service_level(5.0, 5.0, 0.1) == 0.0);
  CHECK(erlang_c(5.0, 5.0).probability_of_waiting == 1.0);
  CHECK(std::isinf(erlang_c(5.0, 4.0).mean_wait));
  CHECK(erlang_c_service_level(0.0, 0.0, 0.1) == 1.0);
  CHECK(erlang_b(0.0, 3.0) == 0.0);
  CHECK(erlang_b(2.0, 0.0) == 1.0);
  CHECK(erlang_c_service_level(10.0, 1e6, 0.0) == 1.0);
  CHECK(erlang_c_agents(10.0, {0.8, 1e300}, AgentCount::whole) == 11.0);
  for (const ServiceGoal& goal : {ServiceGoal{0.0, 0.1}, {1.0, 0.1}, {0.8, -0.1}, {std::nan(""), 0.1}}) {
    CHECK(std::isnan(erlang_c_agents(5.0, goal, AgentCount::smooth)));
  }
  CHECK(std::isnan(erlang_c_agents(-1.0, {0.8, 0.1}, AgentCount::smooth)));
  CHECK(std::isnan(erlang_c_agents(2.0 * most_load, {0.8, 0.1}, AgentCount::smooth)));
  CHECK(std::isnan(erlang_c_service_level(5.0, -1.0, 0.1)));
  CHECK(std::isnan(erlang_c(5.0, 5.5).occupancy));
  CHECK(std::isnan(agents_at_occupancy(5.0, 0.0, AgentCount::smooth)));
}

}  // namespace
}  // namespace wayworth::engine
