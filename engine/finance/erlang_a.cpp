#include "engine/finance/erlang_a.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

namespace wayworth::engine {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// S(k, x) = sum over j of x^j / (k (k + 1) .. (k + j)) = e^x x^-k times the lower incomplete gamma function.
/// +infinity when it is beyond a double.
double gamma_series(double k, double x) {
  constexpr double negligible = 1e-17;
  double term = 1.0 / k;
  double sum = term;
  for (double next = k + 1.0; term > negligible * sum; next += 1.0) {
    term *= x / next;
    sum += term;
  }
  return sum;
}

/// The same for two x with one k, the first of them the greater, in half the time.
struct GammaSeriesPair {
  double of_first;
  double of_second;
};
GammaSeriesPair gamma_series(double k, double first, double second) {
  constexpr double negligible = 1e-17;
  double first_term = 1.0 / k;
  double second_term = first_term;
  GammaSeriesPair sum{first_term, second_term};
  for (double next = k + 1.0; first_term > negligible * sum.of_first; next += 1.0) {
    const double per_next = 1.0 / next;
    first_term *= first * per_next;
    second_term *= second * per_next;
    sum.of_first += first_term;
    sum.of_second += second_term;
  }
  return sum;
}

/// Shares of all calls at the moment `within` after they came in.
struct Waits {
  double waiting;              // P(W > 0)
  double offered_wait_beyond;  // P(V > within): not answered by then, however patient
  double abandonment;
  double answered_within;
};

/// Callers so much more than agents that the first term of every denominator, the chance to find an agent free, is
/// below the last digit: what remains are regularised incomplete gamma functions.
Waits hopeless_queue(double load, double agents, double patience, double within) {
  const double k = agents * patience;
  const double y = load * patience;
  const double later = y * std::exp(-within / patience);
  const double all = boost::math::gamma_p(k, y);
  return {.waiting = 1.0,
          .offered_wait_beyond = boost::math::gamma_p(k, later) / all,
          .abandonment = 1.0 - agents / load,
          .answered_within =
              agents / load * (boost::math::gamma_p(k + 1.0, y) - boost::math::gamma_p(k + 1.0, later)) / all};
}

/// For load > 0 and agents >= 1, in the words of Mandelbaum and Zeltyn with the service rate 1, theta = 1 / patience.
Waits waits_of(double load, double agents, double patience, double within) {
  const double k = agents * patience;
  const double y = load * patience;
  const double still_patient = std::exp(-within / patience);  // q
  const double later = y * still_patient;
  const auto [next_at_0, next_later] = gamma_series(k + 1.0, y, later);
  const double at_0 = (1.0 + y * next_at_0) / k;  // S(k, y)
  const double rush = load * patience * at_0;     // lambda J
  if (!std::isfinite(rush)) return hopeless_queue(load, agents, patience, within);
  const double free = inverse_erlang_b(load, agents - 1.0);  // epsilon
  const double all = free + rush;                            // D
  if (!std::isfinite(all)) return {0.0, 0.0, 0.0, 1.0};
  const double fading = std::exp(-y * std::expm1(-within / patience) - agents * within);  // e^(y (1 - q)) q^k
  const double at_later = (1.0 + later * next_later) / k;                                 // S(k, y q)
  const double waiting = rush / all;
  return {.waiting = waiting,
          .offered_wait_beyond = load * patience * fading * at_later / all,
          .abandonment = std::max((1.0 + (load - agents) * patience * at_0) / all, 0.0),
          .answered_within = 1.0 - waiting + y / all * (next_at_0 - fading * still_patient * next_later)};
}

/// Callers wait for hours: nobody hangs up while the agents keep up; else only those do that they cannot serve.
ErlangA patient_queue(double load, double agents, double patience, double within) {
  if (agents > load) {
    const ErlangC queue = erlang_c(load, agents);
    return {.probability_of_waiting = queue.probability_of_waiting,
            .abandonment = 0.0,
            .mean_wait = queue.mean_wait,
            .occupancy = queue.occupancy,
            .answered_within = erlang_c_service_level(load, agents, within),
            .abandoned_within = 0.0};
  }
  const double abandonment = 1.0 - agents / load;
  return {.probability_of_waiting = 1.0,
          .abandonment = abandonment,
          .mean_wait = abandonment == 0.0 ? std::numeric_limits<double>::infinity() : abandonment * patience,
          .occupancy = 1.0,
          .answered_within = 0.0,
          .abandoned_within = 0.0};
}

/// The share that hangs up, alone: half the work of waits_of. For load > 0.
double abandonment(double load, double agents, double patience) {
  if (agents == 0.0) return 1.0;
  if (patience > most_patience) return std::max(1.0 - agents / load, 0.0);
  const double k = agents * patience;
  const double at_0 = (1.0 + load * patience * gamma_series(k + 1.0, load * patience)) / k;
  const double rush = load * patience * at_0;
  if (!std::isfinite(rush)) return 1.0 - agents / load;
  const double all = inverse_erlang_b(load, agents - 1.0) + rush;
  return std::max((1.0 + (load - agents) * patience * at_0) / all, 0.0);
}

bool are_valid(double load, double patience) {
  return load >= 0.0 && load <= most_load && patience > 0.0;
}

/// The smallest whole number at which `level`, which rises from `level(0) = 0` towards 1, is at least `goal` < 1;
/// or the point between it and the one before at which the straight line between them passes `goal`.
/// \param guess      whatever it is, the result is the same to the bit
/// \param per_agent  by how much the level rises about there
template <class Level>
double first_to_reach(double goal, double guess, double per_agent, AgentCount count, const Level& level) {
  double below = 0.0;
  double level_below = 0.0;
  double above = std::numeric_limits<double>::infinity();
  double level_above = 1.0;
  double next = std::max(1.0, std::round(guess));
  double stride = 1.0;
  while (true) {
    const double reached = level(next);
    if (std::isnan(reached)) return nan;
    (reached >= goal ? above : below) = next;
    (reached >= goal ? level_above : level_below) = reached;
    if (above - below == 1.0) break;
    if (std::isinf(above)) {
      stride = std::max(2.0 * stride, std::ceil((goal - reached) / per_agent));
      next = below + stride;
    } else if (below == 0.0) {
      stride = std::max(2.0 * stride, std::ceil((reached - goal) / per_agent));
      next = std::max(above - stride, 1.0);
    } else {
      // By the secant, but at least a sixteenth of the way: a curve that bends would else be crept along.
      const double share = std::clamp((goal - level_below) / (level_above - level_below), 1.0 / 16.0, 15.0 / 16.0);
      next = std::clamp(std::round(below + share * (above - below)), below + 1.0, above - 1.0);
    }
  }
  if (count == AgentCount::whole) return above;
  return below + (goal - level_below) / (level_above - level_below);
}

template <class Value>
double between_whole(double agents, const Value& value) {
  const double below = std::floor(agents);
  const double at_below = value(below);
  return below == agents ? at_below : at_below + (agents - below) * (value(below + 1.0) - at_below);
}

}  // namespace

ErlangA erlang_a(double load, double agents, double patience, double within) {
  if (!(are_valid(load, patience) && agents >= 0.0 && std::floor(agents) == agents && within >= 0.0)) {
    return {nan, nan, nan, nan, nan, nan};
  }
  if (load == 0.0) return {0.0, 0.0, 0.0, 0.0, 1.0, 0.0};
  if (agents == 0.0) return {1.0, 1.0, patience, 1.0, 0.0, -std::expm1(-within / patience)};
  if (patience > most_patience) return patient_queue(load, agents, patience, within);
  const Waits waits = waits_of(load, agents, patience, within);
  const double still_patient = std::exp(-within / patience);
  return {.probability_of_waiting = waits.waiting,
          .abandonment = waits.abandonment,
          .mean_wait = waits.abandonment * patience,
          .occupancy = load * (1.0 - waits.abandonment) / agents,
          .answered_within = waits.answered_within,
          .abandoned_within = std::max(1.0 - waits.offered_wait_beyond * still_patient - waits.answered_within, 0.0)};
}

double service_level(const ErlangA& queue, ServiceLevelOf of) {
  if (of == ServiceLevelOf::offered) return queue.answered_within;
  const double left_out = of == ServiceLevelOf::answered ? queue.abandonment : queue.abandoned_within;
  return left_out < 1.0 ? std::min(queue.answered_within / (1.0 - left_out), 1.0) : 0.0;
}

double erlang_a_service_level(double load, double agents, double patience, double within) {
  if (!(agents >= 0.0)) return nan;
  return between_whole(agents, [&](double n) { return erlang_a(load, n, patience, within).answered_within; });
}

double erlang_a_abandonment(double load, double agents, double patience) {
  if (!(are_valid(load, patience) && agents >= 0.0)) return nan;
  if (load == 0.0) return 0.0;
  return between_whole(agents, [&](double n) { return abandonment(load, n, patience); });
}

double erlang_a_agents(double load, double patience, ServiceGoal goal, AgentCount count, ServiceLevelOf of) {
  if (!(are_valid(load, patience) && goal.share > 0.0 && goal.share < 1.0 && goal.within >= 0.0)) return nan;
  if (load == 0.0) return 0.0;
  const double per_agent = 0.3 / std::sqrt(load);  // of the levels that people ask for
  return first_to_reach(goal.share, load, per_agent, count,
                        [&](double n) { return service_level(erlang_a(load, n, patience, goal.within), of); });
}

double erlang_a_agents_at_occupancy(double load, double patience, double occupancy, AgentCount count) {
  if (!(are_valid(load, patience) && occupancy > 0.0 && occupancy <= 1.0)) return nan;
  if (load == 0.0 || occupancy == 1.0) return 0.0;
  const double guess = load / occupancy;  // with nobody hanging up; some do
  const double per_agent = occupancy / guess;
  return first_to_reach(1.0 - occupancy, guess, per_agent, count,
                        [&](double n) { return 1.0 - load * (1.0 - abandonment(load, n, patience)) / n; });
}

}  // namespace wayworth::engine
