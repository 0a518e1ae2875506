#include "engine/plan/shapley.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <unordered_map>

#include "engine/random/stream.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t most_enumerated_players = 16;

PlayerSet only(std::size_t player) {
  return PlayerSet{1} << player;
}

/// Collects weights of values of sets; equal sets become one, the empty set is dropped.
class WeightTable {
public:
  explicit WeightTable(std::size_t players) : players_(players) {}

  void add(PlayerSet set, std::size_t player, double weight) {
    if (set == 0) return;
    const auto [place, is_new] = places_.try_emplace(set, table_.sets.size());
    if (is_new) {
      table_.sets.push_back(set);
      table_.by_set.emplace_back(players_, 0.0);
    }
    table_.by_set[place->second][player] += weight;
  }

  SetWeights take() { return std::move(table_); }

private:
  std::size_t players_;
  SetWeights table_;
  std::unordered_map<PlayerSet, std::size_t> places_;
};

/// By size of the set that a player joins: the share of all orders in which exactly that set comes before him.
std::vector<double> shares_of_orders(std::size_t players) {
  std::vector<double> shares = {1.0 / static_cast<double>(players)};
  for (std::size_t size = 1; size < players; ++size) {
    shares.push_back(shares.back() * static_cast<double>(size) / static_cast<double>(players - size));
  }
  return shares;
}

void add_order(WeightTable& table, const Players& players, const std::vector<std::size_t>& order, double weight) {
  PlayerSet before = 0;
  PlayerSet closed_before = 0;
  for (const std::size_t player : order) {
    before |= only(player);
    const PlayerSet closed = players.largest_closed_subset(before);
    if (closed != closed_before) {
      table.add(closed, player, weight);
      table.add(closed_before, player, -weight);
    }
    closed_before = closed;
  }
}

}  // namespace

PlayerSet Players::largest_closed_subset(PlayerSet set) const {
  PlayerSet closed = 0;
  for (PlayerSet left = set; left != 0; left &= left - 1) {
    const auto player = static_cast<std::size_t>(std::countr_zero(left));
    if ((needs_[player] & ~set) == 0) closed |= only(player);
  }
  return closed;
}

std::optional<SetWeights> shapley_weights(const Players& players, std::size_t most_sets) {
  const std::size_t count = players.count();
  if (count > most_enumerated_players) return std::nullopt;
  const PlayerSet end = only(count);
  std::vector<PlayerSet> closed(end);
  for (PlayerSet set = 0; set < end; ++set) closed[set] = players.largest_closed_subset(set);
  std::vector<PlayerSet> different = closed;
  std::sort(different.begin(), different.end());
  different.erase(std::unique(different.begin(), different.end()), different.end());
  if (different.size() > most_sets) return std::nullopt;

  WeightTable table(count);
  const std::vector<double> shares = shares_of_orders(count);
  for (PlayerSet before = 0; before < end; ++before) {
    for (std::size_t player = 0; player < count; ++player) {
      const PlayerSet joined = before | only(player);
      if (joined == before || closed[joined] == closed[before]) continue;
      const double share = shares[static_cast<std::size_t>(std::popcount(before))];
      table.add(closed[joined], player, share);
      table.add(closed[before], player, -share);
    }
  }
  return table.take();
}

std::vector<std::size_t> random_order(const OrderAddress& address, std::uint64_t index, std::size_t players) {
  std::vector<std::uint64_t> keys(players);
  for (std::size_t player = 0; player < players; ++player) {
    const PhiloxBlock words = random_words({.seed = address.seed,
                                            .stream = address.stream,
                                            .index = index,
                                            .block = static_cast<std::uint32_t>(player),
                                            .purpose = Purpose::shapley_order});
    keys[player] = words[0] | std::uint64_t{words[1]} << 32U;
  }
  std::vector<std::size_t> order(players);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
  return order;
}

SetWeights weights_of_order_and_reverse(const Players& players, const std::vector<std::size_t>& order) {
  WeightTable table(players.count());
  add_order(table, players, order, 0.5);
  add_order(table, players, {order.rbegin(), order.rend()}, 0.5);
  return table.take();
}

}  // namespace wayworth::engine
