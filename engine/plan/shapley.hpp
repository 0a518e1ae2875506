#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace wayworth::engine {

/// Players of a game as bits: player i is in the set when bit i is.
using PlayerSet = std::uint64_t;
inline constexpr std::size_t most_players = 64;

/// A game in which some players achieve nothing without others: a set of players is worth what its largest subset is
/// in which nobody lacks those whom he needs.
class Players {
public:
  /// \param needs  by player: all those whom he needs, directly or through others; at most most_players entries
  explicit Players(std::vector<PlayerSet> needs) : needs_(std::move(needs)) {}

  [[nodiscard]] std::size_t count() const { return needs_.size(); }
  [[nodiscard]] PlayerSet largest_closed_subset(PlayerSet set) const;

private:
  std::vector<PlayerSet> needs_;
};

/// Linear combinations of the values of sets: by_set[k][i] is the weight of the value of sets[k] in the share of
/// player i. The empty set is worth nothing and is left out.
struct SetWeights {
  std::vector<PlayerSet> sets;  ///< closed, each once
  std::vector<std::vector<double>> by_set;
};

/// The Shapley value: what a player adds to those before him, on average over all orders. The shares add up to the
/// value of all players. Empty when there are more than `most_sets` closed sets, or more than 16 players.
/// Source: Shapley, "A value for n-person games", Contributions to the Theory of Games II, 1953.
std::optional<SetWeights> shapley_weights(const Players& players, std::size_t most_sets);

/// Where random orders of the players come from: the same address, the same orders.
struct OrderAddress {
  std::uint64_t seed = 0;
  std::uint64_t stream = 0;  ///< stream_id of the game's permanent name
};

/// The order number `index`, as players from the first to the last; all orders are equally likely.
std::vector<std::size_t> random_order(const OrderAddress& address, std::uint64_t index, std::size_t players);

/// The share of each player in one order and in its reverse, averaged. In a game in which players act on each other in
/// pairs only, this is the Shapley value already; in every game the shares add up to the value of all players.
/// Source: Castro, Gomez and Tejada, "Polynomial calculation of the Shapley value based on sampling", Computers and
/// Operations Research 36, 2009; the reversal: Lomeli, Rowland, Gretton and Ghahramani, "Antithetic and Monte Carlo
/// kernel estimators for partial rankings", Statistics and Computing 29, 2019.
SetWeights weights_of_order_and_reverse(const Players& players, const std::vector<std::size_t>& order);

}  // namespace wayworth::engine
