#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// What each of several changes did to a mean, sharing among them what they do together.
struct ChangeBridge {
  Estimate before;               ///< the mean without any of them
  Estimate after;                ///< the mean with all
  std::vector<Estimate> shares;  ///< of the changes, in their order; they add up to after - before
  std::size_t order_pairs = 0;   ///< orders that were evaluated, each with its reverse; 0: all orders
};

/// Up to so many changes, all orders in which they can be made are looked at: 2^n versions of the case.
inline constexpr std::size_t changes_in_all_orders = 7;
inline constexpr std::size_t most_changes_in_all_orders = 10;  ///< when it is asked for

struct BridgeSettings {
  std::size_t replicates = 1;                        ///< that the trials consist of; 1 for independent trials
  std::uint64_t seed = 1;                            ///< of random orders
  std::size_t most_changes = changes_in_all_orders;  ///< of which all orders are looked at; at most 16
};

/// How many versions of a case with `count` changes are evaluated, at most.
std::size_t versions_evaluated(std::size_t count, const BridgeSettings& settings);

/// The outcome, one value a trial, when the changes marked in the mask are made and the others not: bit i is change i.
/// Always the same number of trials, on the same luck.
using ChangedOutcome = std::function<std::vector<double>(std::uint64_t changes)>;

/// The Shapley value of every change: what it does on average over all orders in which the changes can be made. With
/// more changes, over random orders and their reverses, which add up as exactly; the standard error then holds what the
/// orders may be off.
/// \param count  0 .. 64
/// Sources: see engine/plan/shapley.hpp.
ChangeBridge bridge_of_changes(std::size_t count, const ChangedOutcome& outcome, const BridgeSettings& settings);

}  // namespace wayworth::engine
