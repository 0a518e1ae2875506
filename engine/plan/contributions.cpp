#include "engine/plan/contributions.hpp"

#include <algorithm>

#include "engine/plan/measures.hpp"
#include "engine/random/stream.hpp"

namespace wayworth::engine {

namespace {

bool contains(const Members& members, InitiativeId id) {
  return std::binary_search(members.begin(), members.end(), id);
}

Players players_of(const Model& model, const Members& members) {
  std::vector<PlayerSet> needs;
  for (const InitiativeId member : members) {
    PlayerSet needed = 0;
    for (const InitiativeId other : prerequisites_of(model, member)) {
      const auto place = std::lower_bound(members.begin(), members.end(), other) - members.begin();
      needed |= PlayerSet{1} << static_cast<std::size_t>(place);
    }
    needs.push_back(needed);
  }
  return Players(std::move(needs));
}

Members members_in(PlayerSet set, const Members& players) {
  Members in_set;
  for (std::size_t i = 0; i < players.size(); ++i) {
    if ((set >> i & 1U) != 0) in_set.push_back(players[i]);
  }
  return in_set;
}

}  // namespace

Members roadmap_order(const Model& model, std::size_t option) {
  const std::vector<std::optional<std::size_t>>& starts = model.options[option].starts;
  Members waiting = members_of(model.options[option]);
  std::stable_sort(waiting.begin(), waiting.end(),
                   [&](InitiativeId a, InitiativeId b) { return starts[index_of(a)] < starts[index_of(b)]; });
  std::vector<bool> is_placed(model.initiatives.size(), false);
  Members order;
  while (!waiting.empty()) {
    const auto next = std::find_if(waiting.begin(), waiting.end(), [&](InitiativeId id) {
      const auto& needs = get(model, id).needs;
      return std::all_of(needs.begin(), needs.end(),
                         [&](const Need& need) { return is_placed[index_of(need.initiative)]; });
    });
    is_placed[index_of(*next)] = true;
    order.push_back(*next);
    waiting.erase(next);
  }
  return order;
}

Contributions::Contributions(const Model& model, Plan& plan, PlanBuilder& build, CaseValues& values)
    : model_(model),
      plan_(plan),
      build_(build),
      values_(values),
      all_(members_of(model.options.front())),
      is_sum_over_streams_(model.tax.rate == 0.0 || !model.tax.losses_are_carried_forward) {}

void Contributions::add_outputs(const ContributionSettings& settings) {
  add_in_order();
  const std::vector<Game> all_games = games(settings.most_sets);
  const bool can_be_shared = std::all_of(all_games.begin(), all_games.end(),
                                         [](const Game& game) { return game.members.size() <= most_players; });
  if (can_be_shared) add_shares(all_games, settings);
}

void Contributions::add(Scope scope, InitiativeId member, NodeId node) {
  plan_.outputs.push_back({{scope, 0, member}, Measure::npv, node});
}

NodeId Contributions::npv_of(const SubjectFlows& flows) {
  return measure_node(plan_, build_, flows, Measure::npv);
}

NodeId Contributions::own_value(InitiativeId member) {
  return npv_of(own_flows(model_, build_, values_, 0, member));
}

NodeId Contributions::value(std::optional<StreamId> stream, const Members& members) {
  const Case active{0, members};
  if (!stream) return npv_of(subject_flows(model_, build_, values_, active, {}));
  return npv_of(stream_flows(model_, build_, values_, active, {}, *stream));
}

void Contributions::add_in_order() {
  Members before;
  for (const InitiativeId member : roadmap_order(model_, 0)) {
    add(Scope::in_order, member, added(member, before));
    before = with(std::move(before), member);
  }
}

NodeId Contributions::added(InitiativeId member, const Members& before) {
  const Members joined = with(before, member);
  if (!is_sum_over_streams_) return build_.subtract(value(std::nullopt, joined), value(std::nullopt, before));
  NodeId sum = own_value(member);
  for (std::size_t i = 0; i < model_.streams.size(); ++i) {
    const auto stream = static_cast<StreamId>(i);
    if (!values_.touches(stream, {member})) continue;
    sum = build_.add(sum, build_.subtract(value(stream, joined), value(stream, before)));
  }
  return sum;
}

Contributions::Game Contributions::game_of(std::optional<StreamId> stream, Members members,
                                           std::size_t most_sets) const {
  if (members.size() > most_players) return {stream, std::move(members), Players({}), std::nullopt};
  Players players = players_of(model_, members);
  std::optional<SetWeights> exact = shapley_weights(players, most_sets);
  return {stream, std::move(members), std::move(players), std::move(exact)};
}

std::vector<Contributions::Game> Contributions::games(std::size_t most_sets) const {
  std::vector<Game> games;
  if (!is_sum_over_streams_) {
    games.push_back(game_of(std::nullopt, all_, most_sets));
    return games;
  }
  for (std::size_t i = 0; i < model_.streams.size(); ++i) {
    const auto stream = static_cast<StreamId>(i);
    Members members;
    for (const InitiativeId id : all_) {
      if (!values_.touches(stream, {id})) continue;
      for (const InitiativeId needed : with(prerequisites_of(model_, id), id)) {
        if (!contains(members, needed)) members = with(std::move(members), needed);
      }
    }
    if (!members.empty()) games.push_back(game_of(stream, std::move(members), most_sets));
  }
  return games;
}

/// Without one of its prerequisites an initiative has neither benefit nor cost: all of them have an equal part in its
/// own ones.
void Contributions::share_own_values() {
  for (const InitiativeId member : all_) {
    const Members needed = with(prerequisites_of(model_, member), member);
    const NodeId part = build_.divide(own_value(member), build_.constant(static_cast<double>(needed.size())));
    for (const InitiativeId id : needed) shares_[index_of(id)] = build_.add(shares_[index_of(id)], part);
  }
}

void Contributions::add_shares(const std::vector<Game>& games, const ContributionSettings& settings) {
  shares_.assign(model_.initiatives.size(), build_.constant(0.0));
  variances_ = shares_;
  if (is_sum_over_streams_) share_own_values();

  // Games that need few sets come first; what they leave over is for those that need many.
  std::vector<const Game*> few_sets_first;
  for (const Game& game : games) few_sets_first.push_back(&game);
  const auto sets_of = [&](const Game* game) {
    return game->exact ? game->exact->sets.size() : settings.most_sets + 1;
  };
  std::stable_sort(few_sets_first.begin(), few_sets_first.end(),
                   [&](const Game* a, const Game* b) { return sets_of(a) < sets_of(b); });
  std::size_t left = settings.most_sets;
  for (std::size_t i = 0; i < few_sets_first.size(); ++i) {
    const Game& game = *few_sets_first[i];
    const std::size_t allowed = left / (few_sets_first.size() - i);
    if (sets_of(&game) <= allowed) {
      add_exact(game);
      left -= sets_of(&game);
    } else {
      constexpr std::size_t least_pairs = 8;  // fewer would not tell how far they are off
      add_sampled(game, settings.seed, std::max(least_pairs, allowed / (2 * game.members.size())));
      left -= allowed;
    }
  }

  for (const InitiativeId member : all_) add(Scope::share, member, shares_[index_of(member)]);
  if (plan_.order_pairs == 0) return;
  for (const InitiativeId member : all_) add(Scope::share_variance, member, variances_[index_of(member)]);
}

std::vector<NodeId> Contributions::weighted(const Game& game, const SetWeights& weights) {
  std::vector<NodeId> sums(game.members.size(), build_.constant(0.0));
  for (std::size_t k = 0; k < weights.sets.size(); ++k) {
    const NodeId worth = value(game.stream, members_in(weights.sets[k], game.members));
    for (std::size_t i = 0; i < sums.size(); ++i) {
      sums[i] = build_.add(sums[i], build_.multiply(worth, build_.constant(weights.by_set[k][i])));
    }
  }
  return sums;
}

void Contributions::add_exact(const Game& game) {
  const std::vector<NodeId> parts = weighted(game, *game.exact);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    NodeId& share = shares_[index_of(game.members[i])];
    share = build_.add(share, parts[i]);
  }
}

void Contributions::add_sampled(const Game& game, std::uint64_t seed, std::size_t pairs) {
  const std::string name = game.stream ? "streams." + model_.streams[index_of(*game.stream)].key : "programme";
  const OrderAddress address{seed, stream_id(name)};
  std::vector<std::vector<NodeId>> by_pair;
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    const std::vector<std::size_t> order = random_order(address, pair, game.members.size());
    by_pair.push_back(weighted(game, weights_of_order_and_reverse(game.players, order)));
  }
  const auto count = static_cast<double>(pairs);
  for (std::size_t i = 0; i < game.members.size(); ++i) {
    NodeId sum = build_.constant(0.0);
    for (const std::vector<NodeId>& parts : by_pair) sum = build_.add(sum, parts[i]);
    const NodeId mean = build_.divide(sum, build_.constant(count));
    NodeId squares = build_.constant(0.0);
    for (const std::vector<NodeId>& parts : by_pair) {
      const NodeId deviation = build_.subtract(parts[i], mean);
      squares = build_.add(squares, build_.multiply(deviation, deviation));
    }
    NodeId& share = shares_[index_of(game.members[i])];
    NodeId& variance = variances_[index_of(game.members[i])];
    share = build_.add(share, mean);
    variance = build_.add(variance, build_.divide(squares, build_.constant(count * (count - 1.0))));
  }
  plan_.order_pairs = plan_.order_pairs == 0 ? pairs : std::min(plan_.order_pairs, pairs);
}

}  // namespace wayworth::engine
