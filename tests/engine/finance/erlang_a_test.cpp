#include "engine/finance/erlang_a.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

TEST_CASE("Erlang A against quadrature and the birth-death chain in 40 digits", "[finance][known-answer]") {
  struct Known {
    double calls_per_hour, handle_seconds, patience_seconds, agents;
    double waiting, abandonment, wait_seconds, occupancy, of_offered, of_answered, abandoned_within, not_hasty;
  };
  const std::vector<Known> table = {
      {200, 240, 180, 14, 0.4354191497283413, 0.09344894895018185, 16.820810811032732, 0.8633819533807792,
       0.6802794359936568, 0.7504038908849856, 0.03936434338007088, 0.7081555127646132},
      {200, 240, 180, 12, 0.6399724596066066, 0.17200444770006498, 30.960800586011697, 0.9199950581110389,
       0.47767574744119656, 0.576906175539651, 0.06093789398354489, 0.5086732223361873},
      {600, 300, 120, 50, 0.4110757860982362, 0.06893543911843654, 8.272252694212385, 0.9310645608815634,
       0.783871862377596, 0.8419092459446631, 0.046672684948315786, 0.8222484030420325},
      {600, 300, 120, 45, 0.6332854815752718, 0.13175334609243936, 15.810401531092722, 0.964718504341734,
       0.5936700072269621, 0.6837573223635689, 0.07903347919468669, 0.6446162741158539},
  };
  for (const Known& known : table) {
    CAPTURE(known.calls_per_hour, known.agents);
    const double load = known.calls_per_hour * known.handle_seconds / 3600.0;
    const ErlangA queue =
        erlang_a(load, known.agents, known.patience_seconds / known.handle_seconds, 20.0 / known.handle_seconds);
    CHECK_THAT(queue.probability_of_waiting, WithinRel(known.waiting, 1e-12));
    CHECK_THAT(queue.abandonment, WithinRel(known.abandonment, 1e-12));
    CHECK_THAT(queue.mean_wait * known.handle_seconds, WithinRel(known.wait_seconds, 1e-12));
    CHECK_THAT(queue.occupancy, WithinRel(known.occupancy, 1e-12));
    CHECK_THAT(queue.abandoned_within, WithinRel(known.abandoned_within, 1e-11));
    CHECK_THAT(service_level(queue, ServiceLevelOf::offered), WithinRel(known.of_offered, 1e-12));
    CHECK_THAT(service_level(queue, ServiceLevelOf::answered), WithinRel(known.of_answered, 1e-12));
    CHECK_THAT(service_level(queue, ServiceLevelOf::not_hasty), WithinRel(known.not_hasty, 1e-12));
  }
}

/// Waiting and abandonment from the stationary distribution of the number of callers, state by state.
struct Chain {
  double waiting = 0.0;
  double abandonment = 0.0;
};
Chain birth_death_chain(double load, double agents, double patience) {
  double weight = 1.0;
  double all = 0.0;
  double waiting = 0.0;
  double queue = 0.0;
  for (double callers = 0.0; callers < load * patience + agents || weight > 1e-20 * all; callers += 1.0) {
    const double in_queue = std::max(callers - agents, 0.0);
    all += weight;
    waiting += callers >= agents ? weight : 0.0;
    queue += weight * in_queue;
    weight *= load / (std::min(callers + 1.0, agents) + std::max(callers + 1.0 - agents, 0.0) / patience);
    constexpr double scale = 1e-200;  // only the ratios count
    if (weight > 1.0 / scale) {
      for (double* sum : {&weight, &all, &waiting, &queue}) *sum *= scale;
    }
  }
  return {waiting / all, queue / all / patience / load};
}

TEST_CASE("Erlang A agrees with its birth-death chain", "[finance][property]") {
  for (const double load : {0.1, 1.0, 8.3, 40.0}) {
    for (const double agents : {1.0, 2.0, 9.0, 44.0}) {
      for (const double patience : {0.01, 0.5, 1.0, 20.0}) {
        CAPTURE(load, agents, patience);
        const Chain chain = birth_death_chain(load, agents, patience);
        const ErlangA queue = erlang_a(load, agents, patience, 0.1);
        CHECK_THAT(queue.probability_of_waiting, WithinAbs(chain.waiting, 1e-12));
        CHECK_THAT(queue.abandonment, WithinAbs(chain.abandonment, 1e-12));
        CHECK(queue.answered_within + queue.abandoned_within <= 1.0 + 1e-12);
      }
    }
  }
}

TEST_CASE("after a very long time every call is answered or given up", "[finance][property]") {
  for (const double agents : {3.0, 14.0, 20.0}) {
    const ErlangA queue = erlang_a(13.3, agents, 0.75, 60.0);
    CHECK_THAT(queue.answered_within, WithinRel(1.0 - queue.abandonment, 1e-12));
    CHECK_THAT(queue.abandoned_within, WithinAbs(queue.abandonment, 1e-12));
  }
}

TEST_CASE("with patience without end Erlang A becomes Erlang C", "[finance][property]") {
  const ErlangC c = erlang_c(50.0, 55.0);
  const double level = erlang_c_service_level(50.0, 55.0, 20.0 / 300.0);
  for (const double patience : {1e4, 1e6, 2e6, std::numeric_limits<double>::infinity()}) {
    CAPTURE(patience);
    const ErlangA a = erlang_a(50.0, 55.0, patience, 20.0 / 300.0);
    const double difference = patience > most_patience ? 0.0 : 3.0 / patience;
    CHECK_THAT(a.probability_of_waiting, WithinAbs(c.probability_of_waiting, difference));
    CHECK_THAT(a.mean_wait, WithinAbs(c.mean_wait, difference));
    CHECK_THAT(a.answered_within, WithinAbs(level, difference));
    CHECK_THAT(a.abandonment, WithinAbs(0.0, difference));
  }
  CHECK(erlang_a_agents(50.0, 1e7, {0.8, 20.0 / 300.0}, AgentCount::whole) == 57.0);
  CHECK(erlang_a(50.0, 40.0, 1e7, 0.1).abandonment == 1.0 - 40.0 / 50.0);
}

TEST_CASE("hopelessly few agents: the two ways to compute agree where one hands over to the other",
          "[finance][property]") {
  // The exponent of the series, patience (a - n + n ln(n / a)), passes what a double can hold between these patiences.
  const double load = 3000.0;
  const double agents = 600.0;
  for (double patience = 0.45; patience < 0.56; patience += 0.01) {
    CAPTURE(patience);
    const ErlangA queue = erlang_a(load, agents, patience, 0.1 * patience);
    CHECK_THAT(queue.probability_of_waiting, WithinAbs(1.0, 1e-15));
    CHECK_THAT(queue.abandonment, WithinRel(0.8, 1e-12));
    CHECK_THAT(queue.occupancy, WithinRel(1.0, 1e-12));
    // Offered waits lie about patience ln(a / n) = 1.6 patience, far beyond 0.1 patience.
    CHECK_THAT(queue.answered_within, WithinAbs(0.0, 1e-10));
    CHECK_THAT(queue.abandoned_within, WithinAbs(1.0 - std::exp(-0.1), 1e-10));
  }
  const ErlangA longer = erlang_a(load, agents, 0.6, 0.6 * 1.7);
  const ErlangA shorter = erlang_a(load, agents, 0.4, 0.4 * 1.7);
  CHECK(longer.answered_within > 0.18);  // of the 0.2 that can be answered
  CHECK(longer.answered_within < 0.2);
  CHECK_THAT(shorter.answered_within, WithinAbs(longer.answered_within, 0.01));
}

TEST_CASE("the fewest agents for impatient callers", "[finance][property]") {
  for (const double load : {0.2, 1.0, 13.3, 61.7, 1200.0}) {
    for (const double patience : {0.2, 0.75, 5.0}) {
      for (const double share : {0.2, 0.8, 0.98}) {
        for (const ServiceLevelOf of : {ServiceLevelOf::offered, ServiceLevelOf::answered, ServiceLevelOf::not_hasty}) {
          CAPTURE(load, patience, share);
          const ServiceGoal goal{share, 0.083};
          const auto level = [&](double n) { return service_level(erlang_a(load, n, patience, goal.within), of); };
          const double whole = erlang_a_agents(load, patience, goal, AgentCount::whole, of);
          const double smooth = erlang_a_agents(load, patience, goal, AgentCount::smooth, of);
          CHECK(level(whole) >= share);
          CHECK(level(whole - 1.0) < share);
          CHECK(smooth > whole - 1.0);
          CHECK(smooth <= whole);
          CHECK(whole <= erlang_c_agents(load, goal, AgentCount::whole) + (of == ServiceLevelOf::offered ? 2.0 : 0.0));
        }
      }
    }
  }
  const double smooth = erlang_a_agents(13.3, 0.75, {0.8, 0.083}, AgentCount::smooth);
  CHECK_THAT(erlang_a_service_level(13.3, smooth, 0.75, 0.083), WithinAbs(0.8, 1e-12));
}

TEST_CASE("agents by occupancy when some callers hang up", "[finance][property]") {
  const double whole = erlang_a_agents_at_occupancy(50.0, 0.4, 0.85, AgentCount::whole);
  CHECK(erlang_a(50.0, whole, 0.4, 0.0).occupancy <= 0.85);
  CHECK(erlang_a(50.0, whole - 1.0, 0.4, 0.0).occupancy > 0.85);
  CHECK(whole <= agents_at_occupancy(50.0, 0.85, AgentCount::whole));
  const double smooth = erlang_a_agents_at_occupancy(50.0, 0.4, 0.85, AgentCount::smooth);
  CHECK(smooth > whole - 1.0);
  CHECK(smooth <= whole);
  CHECK_THAT(erlang_a_agents_at_occupancy(50.0, 1e7, 0.85, AgentCount::whole), WithinAbs(59.0, 0.0));
}

TEST_CASE("impatient queues at the edges", "[finance]") {
  const ErlangA nobody_there = erlang_a(5.0, 0.0, 0.5, 0.5);
  CHECK(nobody_there.abandonment == 1.0);
  CHECK(nobody_there.mean_wait == 0.5);
  CHECK_THAT(nobody_there.abandoned_within, WithinRel(1.0 - std::exp(-1.0), 1e-14));
  CHECK(service_level(nobody_there, ServiceLevelOf::answered) == 0.0);
  CHECK(erlang_a(0.0, 3.0, 0.5, 0.1).answered_within == 1.0);
  CHECK(erlang_a(5.0, 1e6, 0.5, 0.1).answered_within == 1.0);
  // Callers without any patience are Erlang's loss system.
  CHECK_THAT(erlang_a(5.0, 4.0, 1e-12, 0.1).abandonment, WithinRel(erlang_b(5.0, 4.0), 1e-9));
  CHECK_THAT(erlang_a_abandonment(13.3, 13.5, 0.75),
             WithinRel(0.5 * (erlang_a_abandonment(13.3, 13.0, 0.75) + erlang_a_abandonment(13.3, 14.0, 0.75)), 1e-14));
  CHECK(std::isnan(erlang_a_agents(5.0, 0.0, {0.8, 0.1}, AgentCount::smooth)));
  CHECK(std::isnan(erlang_a_agents(5.0, 0.5, {1.0, 0.1}, AgentCount::smooth)));
  CHECK(std::isnan(erlang_a_service_level(-5.0, 3.0, 0.5, 0.1)));
  CHECK(std::isnan(erlang_a_service_level(5.0, std::nan(""), 0.5, 0.1)));
  CHECK(std::isnan(erlang_a_abandonment(5.0, 3.0, -0.5)));
}

}  // namespace
}  // namespace wayworth::engine
