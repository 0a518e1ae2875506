#include "engine/finance/erlang_c.hpp"

#include <cmath>
#include <limits>

namespace wayworth::engine {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

bool is_load(double load) {
  return load >= 0.0 && load <= most_load;
}

bool is_whole(double agents) {
  return agents >= 0.0 && std::floor(agents) == agents;
}

/// For agents > load > 0. Source: C = n B / (n - a (1 - B)), divided through by B.
double probability_of_waiting(double load, double agents, double inverse_b) {
  return agents / ((agents - load) * inverse_b + load);
}

double service_level_of_whole(double load, double agents, double within) {
  if (load == 0.0) return 1.0;
  if (agents <= load) return 0.0;
  const double waiting = probability_of_waiting(load, agents, inverse_erlang_b(load, agents));
  return 1.0 - waiting * std::exp((load - agents) * within);
}

}  // namespace

double inverse_erlang_b(double load, double agents) {
  // 1/B = sum over j of n (n - 1) .. (n - j + 1) / a^j. All terms are positive, and once n - j is below a they fall so
  // fast that some 9 sqrt(a) of them are all that a double can hold: the usual recursion from 1 agent would take n
  // steps.
  constexpr double negligible = 1e-17;
  const double per_load = 1.0 / load;
  double term = 1.0;
  double sum = 1.0;
  for (double left = agents; left > 0.0; left -= 1.0) {
    const double factor = left * per_load;
    term *= factor;
    sum += term;
    if (factor < 1.0 && term < negligible * sum) break;
    if (sum == infinity) break;
  }
  return sum;
}

double erlang_b(double load, double agents) {
  if (!(is_load(load) && is_whole(agents))) return nan;
  if (load == 0.0) return agents == 0.0 ? 1.0 : 0.0;
  return 1.0 / inverse_erlang_b(load, agents);
}

ErlangC erlang_c(double load, double agents) {
  if (!(is_load(load) && is_whole(agents))) return {nan, nan, nan};
  if (load == 0.0) return {0.0, 0.0, 0.0};
  if (agents <= load) return {1.0, infinity, 1.0};
  const double waiting = probability_of_waiting(load, agents, inverse_erlang_b(load, agents));
  return {waiting, waiting / (agents - load), load / agents};
}

double erlang_c_service_level(double load, double agents, double within) {
  if (!(is_load(load) && agents >= 0.0 && within >= 0.0)) return nan;
  const double below = std::floor(agents);
  const double at_below = service_level_of_whole(load, below, within);
  if (below == agents) return at_below;
  return at_below + (agents - below) * (service_level_of_whole(load, below + 1.0, within) - at_below);
}

double erlang_c_agents(double load, ServiceGoal goal, AgentCount count) {
  if (!(is_load(load) && goal.share > 0.0 && goal.share < 1.0 && goal.within >= 0.0)) return nan;
  if (load == 0.0) return 0.0;
  double agents = std::floor(load);
  double inverse_b = inverse_erlang_b(load, agents);
  double level = 0.0;
  double late = std::exp((load - agents) * goal.within);  // share of those who wait that wait longer than `within`
  const double late_per_agent = std::exp(-goal.within);
  while (true) {
    const double level_before = level;
    agents += 1.0;
    inverse_b = 1.0 + inverse_b * agents / load;
    late *= late_per_agent;
    level = 1.0 - probability_of_waiting(load, agents, inverse_b) * late;
    if (level < goal.share) continue;
    if (count == AgentCount::whole) return agents;
    return agents - 1.0 + (goal.share - level_before) / (level - level_before);
  }
}

double agents_at_occupancy(double load, double occupancy, AgentCount count) {
  if (!(is_load(load) && occupancy > 0.0 && occupancy <= 1.0)) return nan;
  const double agents = load / occupancy;
  return count == AgentCount::smooth ? agents : std::ceil(agents - 1e-9);
}

}  // namespace wayworth::engine
