#pragma once

#include "engine/finance/erlang_c.hpp"

namespace wayworth::engine {

// Queues whose callers hang up when they lose patience (M/M/n+M). Times are in mean handle times and bad arguments give
// NaN, as in erlang_c.hpp. `patience` is the mean time that a caller is willing to wait, above 0; with +infinity, and
// above most_patience, nobody hangs up as long as the agents can keep up, and Erlang C applies.

inline constexpr double most_patience = 1e6;  ///< handle times

/// What happens to the calls of a queue with impatient callers. Shares are of all offered calls.
struct ErlangA {
  double probability_of_waiting;
  double abandonment;
  double mean_wait;         ///< of all callers, answered or not, in handle times
  double occupancy;         ///< share of their time that agents are busy
  double answered_within;   ///< answered, after at most `within`
  double abandoned_within;  ///< hung up, after at most `within`
};

/// \param load      at least 0
/// \param agents    a whole number, at least 0; with 0 every caller hangs up
/// \param within    at least 0
/// Source: Palm, "Research on telephone traffic carried by full availability groups", 1957; Garnett, Mandelbaum and
/// Reiman, "Designing a call center with impatient customers", 2002; Mandelbaum and Zeltyn, "Service engineering in
/// action: the Palm/Erlang-A queue", 2007. The incomplete gamma functions as series of positive terms.
ErlangA erlang_a(double load, double agents, double patience, double within);

/// The calls that a service level is a share of. On one queue the three easily differ by ten points, so a goal must say
/// which it means.
enum class ServiceLevelOf {
  offered,   ///< answered in time / all calls
  answered,  ///< answered in time / answered calls: who hung up is not counted
  not_hasty  ///< answered in time / calls but for those that were given up in time
};

/// 0..1; 0 where no call is counted.
double service_level(const ErlangA& queue, ServiceLevelOf of);

/// The share of all offered calls that are answered within `within`, and that are given up.
/// \param agents  at least 0; between two whole numbers on the straight line between their levels
double erlang_a_service_level(double load, double agents, double patience, double within);
double erlang_a_abandonment(double load, double agents, double patience);

/// The fewest agents that reach `goal`; 0 without load. Fewer than `load` can be enough. smooth: as erlang_c_agents.
double erlang_a_agents(double load, double patience, ServiceGoal goal, AgentCount count,
                       ServiceLevelOf of = ServiceLevelOf::offered);

/// The fewest agents that are busy for at most the share `occupancy` of their time, above 0 and at most 1; fewer than
/// load / occupancy, because some callers hang up. 1 gives 0 agents. smooth: on the straight line between whole
/// numbers.
double erlang_a_agents_at_occupancy(double load, double patience, double occupancy, AgentCount count);

}  // namespace wayworth::engine
