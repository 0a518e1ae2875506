#pragma once

namespace wayworth::engine {

// Queues with Poisson arrivals and exponential handle times. Every time here is in mean handle times, so that nothing
// depends on the unit of the clock: `load` is calls per time times mean handle time (offered load, in erlangs), and
// `within` is the time to answer divided by the mean handle time.
//
// These functions run once a trial and step. Outside the ranges they state, and above most_load, they give NaN.

inline constexpr double most_load = 1e9;  ///< erlangs; a busier queue is a mistake of units

/// "80 % within 20 seconds" at a handle time of 240 seconds: {0.8, 20.0 / 240.0}.
struct ServiceGoal {
  double share;   ///< of the calls; above 0, below 1
  double within;  ///< time to answer, in handle times; at least 0
};

/// How agents are counted: as people on seats, or on the straight line between two whole numbers, which moves without
/// steps when the load does. The first is for a duty roster, the second for a simulation.
enum class AgentCount { whole, smooth };

/// Erlang's loss formula: the share of calls that find all `agents` busy when nobody waits. 0..1; 0 without load.
/// \param load    at least 0
/// \param agents  a whole number, at least 0
double erlang_b(double load, double agents);

/// 1 / erlang_b for load > 0: 1 or more, +infinity when there are agents in abundance.
double inverse_erlang_b(double load, double agents);

/// A queue in which every caller waits until an agent is free (M/M/n).
struct ErlangC {
  double probability_of_waiting;  ///< 0..1; 1 when the agents cannot keep up
  double mean_wait;               ///< of all callers (average speed of answer), in handle times; +infinity likewise
  double occupancy;               ///< share of their time that agents are busy, 0..1
};

/// \param load    at least 0
/// \param agents  a whole number, at least 0. With no more agents than `load` the queue grows without end.
/// Source: Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone
/// exchanges", 1917; the recursion as in Cooper, "Introduction to Queueing Theory", 1981.
ErlangC erlang_c(double load, double agents);

/// Share of calls that are answered within `within`, 0..1; 0 when agents <= load, and 1 without load.
/// \param agents  at least 0; between two whole numbers the level lies on the straight line between theirs
double erlang_c_service_level(double load, double agents, double within);

/// The fewest agents that reach `goal`; 0 without load.
/// smooth: n - 1 + (goal - level(n - 1)) / (level(n) - level(n - 1)) with n the whole number, so that
/// erlang_c_service_level of the result is the goal. Takes some sqrt(load) steps.
double erlang_c_agents(double load, ServiceGoal goal, AgentCount count);

/// The fewest agents whose load / agents is at most `occupancy`, which is above 0 and at most 1. whole: rounded up,
/// where a billionth of an agent too many still counts as rounding of the arguments.
double agents_at_occupancy(double load, double occupancy, AgentCount count);

}  // namespace wayworth::engine
