#include "engine/analysis/compare/change_bridge.hpp"

#include <cmath>
#include <map>

#include "engine/plan/shapley.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

/// An order and its reverse have the effects of changes on each other in pairs right already: few are enough.
constexpr std::size_t sampled_pairs = 8;

class BridgeMaker {
public:
  BridgeMaker(std::size_t count, const ChangedOutcome& outcome)
      : players_(std::vector<PlayerSet>(count, 0)), outcome_(outcome), base_(outcome(0)) {
    columns_.assign(count, std::vector<double>(base_.size(), 0.0));
  }

  [[nodiscard]] const std::vector<double>& base() const { return base_; }
  [[nodiscard]] const std::vector<std::vector<double>>& columns() const { return columns_; }

  void add_all_orders() { add(*shapley_weights(players_, std::size_t{1} << players_.count()), 1.0); }

  /// \return what the order and its reverse alone say of the means
  std::vector<double> add_order(const std::vector<std::size_t>& order, double weight) {
    const SetWeights weights = weights_of_order_and_reverse(players_, order);
    std::vector<double> means(players_.count(), 0.0);
    for (std::size_t k = 0; k < weights.sets.size(); ++k) {
      const double mean = mean_of_set(weights.sets[k]);
      for (std::size_t i = 0; i < means.size(); ++i) means[i] += weights.by_set[k][i] * mean;
    }
    add(weights, weight);
    return means;
  }

private:
  /// What the set gains over no change at all, trial by trial.
  const std::vector<double>& gain_of(PlayerSet set) {
    const auto [place, is_new] = gains_.try_emplace(set);
    if (is_new) {
      place->second = outcome_(set);
      for (std::size_t trial = 0; trial < base_.size(); ++trial) place->second[trial] -= base_[trial];
    }
    return place->second;
  }

  double mean_of_set(PlayerSet set) { return mean_estimate(gain_of(set), 1).value; }

  void add(const SetWeights& weights, double factor) {
    for (std::size_t k = 0; k < weights.sets.size(); ++k) {
      const std::vector<double>& gain = gain_of(weights.sets[k]);
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        const double weight = factor * weights.by_set[k][i];
        if (weight == 0.0) continue;
        for (std::size_t trial = 0; trial < gain.size(); ++trial) columns_[i][trial] += weight * gain[trial];
      }
      if (gains_.size() > most_kept_sets) gains_.erase(weights.sets[k]);
    }
  }

  static constexpr std::size_t most_kept_sets = 128;

  Players players_;
  const ChangedOutcome& outcome_;
  std::vector<double> base_;
  std::vector<std::vector<double>> columns_;  ///< by change: its share in each trial
  std::map<PlayerSet, std::vector<double>> gains_;
};

}  // namespace

std::size_t versions_evaluated(std::size_t count, const BridgeSettings& settings) {
  return count <= settings.most_changes ? std::size_t{1} << count : 2 * sampled_pairs * (count - 1) + 2;
}

ChangeBridge bridge_of_changes(std::size_t count, const ChangedOutcome& outcome, const BridgeSettings& settings) {
  const std::size_t replicates = settings.replicates;
  BridgeMaker maker(count, outcome);
  ChangeBridge bridge;
  bridge.before = mean_estimate(maker.base(), replicates);
  bridge.after = bridge.before;
  if (count == 0) return bridge;
  std::vector<Moments> by_order(count);
  if (count <= settings.most_changes) {
    maker.add_all_orders();
  } else {
    bridge.order_pairs = sampled_pairs;
    const OrderAddress address{settings.seed, stream_id("changes between versions")};
    for (std::size_t pair = 0; pair < sampled_pairs; ++pair) {
      const std::vector<double> means =
          maker.add_order(random_order(address, pair, count), 1.0 / static_cast<double>(sampled_pairs));
      for (std::size_t i = 0; i < count; ++i) by_order[i].add({&means[i], 1});
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    Estimate share = mean_estimate(maker.columns()[i], replicates);
    if (bridge.order_pairs > 0) share.standard_error = std::hypot(share.standard_error, by_order[i].standard_error());
    bridge.shares.push_back(share);
  }
  bridge.after = mean_estimate(outcome((PlayerSet{1} << (count - 1) << 1) - 1), replicates);
  return bridge;
}

}  // namespace wayworth::engine
