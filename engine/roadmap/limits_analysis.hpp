#pragma once

#include <vector>

#include "engine/roadmap/optimise.hpp"

namespace wayworth::engine {

/// Why an initiative is not part of the roadmap.
struct LeftOut {
  InitiativeId initiative{};
  double npv_alone = 0.0;                  ///< mean, at the start that is best for it alone
  double probability_of_loss_alone = 0.0;  ///< at that start
  std::vector<InitiativeId> missing;       ///< prerequisites that are left out too; then nothing more is known
  /// The best that it could add to the mean NPV of the roadmap if no rule but those on its own start stood against it.
  Estimate gain;
  std::vector<RuleOrigin> broken;  ///< the rules that it would break there
};
std::vector<LeftOut> left_out_of(RoadmapSearch& search, const Candidate& chosen);

/// What it would cost to start an initiative later, and with it what needs it.
struct CostOfDelay {
  InitiativeId initiative{};
  Estimate loss;  ///< of mean NPV; the roadmap is not planned anew
};
/// \param steps  at least 1; what would begin after the horizon is left out
std::vector<CostOfDelay> costs_of_delay(RoadmapSearch& search, const Candidate& chosen, std::size_t steps);

/// What the goal would gain if a limit were wider, and the roadmap planned anew.
struct LimitPrice {
  RuleOrigin origin;
  double widened_by = 0.0;  ///< budget: money; capacity: person-months a month; 0: the rule is dropped
  Estimate gain;            ///< of the goal, on the draws of the search; 0: nothing better was found
  Schedule schedule;        ///< the better roadmap
};
/// Of every must-do and fixed start without it, of every budget a tenth wider, of every role with one person more.
std::vector<LimitPrice> limit_prices(RoadmapSearch& search, const Candidate& chosen);

/// What the goal would gain if nothing of a kind were limited, and the roadmap planned anew.
struct KindPrice {
  RuleOrigin::Kind kind = RuleOrigin::Kind::capacity;  ///< capacity: people of all roles; budget: all budgets
  Estimate gain;                                       ///< as of LimitPrice
  Schedule schedule;                                   ///< the better roadmap
};
/// Of people and of budgets, where there are limits on them.
std::vector<KindPrice> prices_by_kind(RoadmapSearch& search, const Candidate& chosen);

/// What `better` gains of the goal over the chosen one: of means with the error of the paired difference; of other
/// goals with that of the better one alone, which is wider.
Estimate gain_over(const RoadmapSearch& search, const Candidate& better, const Candidate& chosen);

/// A role in a period of RoadmapLimits::capacity_period steps.
struct CapacityUse {
  double capacity = 0.0;                 ///< person-months
  double planned = 0.0;                  ///< person-months, of mean efforts over planned durations
  double probability_of_overload = 0.0;  ///< the simulated effort, delays included, exceeds the capacity
};
/// [role][period]; a role without a limit has none.
std::vector<std::vector<CapacityUse>> capacity_use(RoadmapSearch& search, const Schedule& schedule);

}  // namespace wayworth::engine
