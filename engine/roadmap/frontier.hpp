#pragma once

#include <span>
#include <vector>

#include "engine/roadmap/optimise.hpp"

namespace wayworth::engine {

/// A choice as two figures, to be weighed against each other.
struct TradeOff {
  double cost = 0.0;  ///< or what else there should be little of
  double gain = 0.0;  ///< what there should be much of
};

/// The choices that no other one beats, that is with less cost and as much gain or with more gain at the same cost, by
/// rising cost. Of choices that are the same in both, the first.
std::vector<std::size_t> not_dominated(std::span<const TradeOff> choices);

/// A point of the curve of budget against worth.
struct BudgetPoint {
  double budget = 0.0;  ///< for the one-off costs of all initiatives
  Schedule schedule;    ///< the best roadmap that was found within it
  double cost = 0.0;    ///< mean one-off cost of that
  Estimate npv;         ///< mean, on the trials of the search
  Schedule greedy;      ///< what ranking by value per cost, and taking what still fits, chooses within it
  Estimate greedy_npv;
};

/// Plans within `points` budgets from nothing to what all initiatives cost, all other limits as they are; none of them
/// may ask for anything to be part of the roadmap that a small budget cannot pay: such budgets are left out.
/// \param points  at least 2
std::vector<BudgetPoint> budget_frontier(RoadmapSearch& search, std::size_t points);

/// A roadmap that is best for someone between the mean and the worst tenth.
struct RiskPoint {
  Schedule schedule;
  Estimate mean;
  Estimate cvar10;
};

/// Of the candidates that the search has seen, those that no other beats in both, by falling mean.
/// \param replicates  that their trials consist of
std::vector<RiskPoint> risk_frontier(const CandidatePool& pool, std::size_t replicates);

}  // namespace wayworth::engine
