#include "engine/model/correlation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace wayworth::engine {
namespace {

/// Disjoint sets of inputs. Source: Tarjan, "Efficiency of a good but not linear set union algorithm", JACM 22, 1975.
class Components {
public:
  void join(InputId a, InputId b) {
    const InputId first = root_of(a);
    const InputId second = root_of(b);
    parent_[std::max(first, second)] = std::min(first, second);
  }

  InputId root_of(InputId id) {
    const auto found = parent_.emplace(id, id).first;
    if (found->second == id) return id;
    const InputId root = root_of(found->second);
    parent_[id] = root;
    return root;
  }

  bool knows(InputId id) const { return parent_.contains(id); }

  /// The members of every set by the set's first member, all in ascending order.
  std::map<InputId, std::vector<InputId>> sets() {
    std::map<InputId, std::vector<InputId>> result;
    std::vector<InputId> all;
    for (const auto& [id, parent] : parent_) all.push_back(id);
    for (const InputId id : all) result[root_of(id)].push_back(id);
    return result;
  }

private:
  std::map<InputId, InputId> parent_;
};

std::size_t place_of(InputId id, const std::vector<InputId>& inputs) {
  return static_cast<std::size_t>(std::lower_bound(inputs.begin(), inputs.end(), id) - inputs.begin());
}

std::optional<CorrelationGroup> make_group(std::vector<InputId> inputs, std::vector<RankCorrelation> pairs) {
  SquareMatrix ranks = SquareMatrix::identity(inputs.size());
  for (const RankCorrelation& pair : pairs) {
    ranks.set_both(place_of(pair.first, inputs), place_of(pair.second, inputs), pair.stated);
  }
  std::optional<Dependence> dependence = dependence_from(ranks);
  if (!dependence) return std::nullopt;
  for (RankCorrelation& pair : pairs) {
    pair.used = dependence->used_ranks(place_of(pair.first, inputs), place_of(pair.second, inputs));
  }
  return CorrelationGroup{std::move(inputs), std::move(pairs), std::move(*dependence)};
}

bool comes_first(const RankCorrelation& a, const RankCorrelation& b) {
  return std::pair(a.first, a.second) < std::pair(b.first, b.second);
}

}  // namespace

std::vector<std::optional<CorrelationGroup>> correlation_groups(std::span<const RankCorrelation> pairs) {
  Components components;
  for (const RankCorrelation& pair : pairs) {
    if (pair.stated != 0.0) components.join(pair.first, pair.second);
  }
  std::map<InputId, std::vector<RankCorrelation>> pairs_of;
  for (const RankCorrelation& pair : pairs) {
    const bool in_one_group = components.knows(pair.first) && components.knows(pair.second) &&
                              components.root_of(pair.first) == components.root_of(pair.second);
    if (in_one_group) pairs_of[components.root_of(pair.first)].push_back(pair);
  }
  std::vector<std::optional<CorrelationGroup>> groups;
  for (auto& [root, inputs] : components.sets()) {
    std::vector<RankCorrelation>& own = pairs_of[root];
    std::sort(own.begin(), own.end(), comes_first);
    groups.push_back(make_group(std::move(inputs), std::move(own)));
  }
  return groups;
}

std::vector<RankCorrelation> moved_pairs(const CorrelationGroup& group) {
  const std::size_t size = group.inputs.size();
  SquareMatrix stated = SquareMatrix::identity(size);
  for (const RankCorrelation& pair : group.pairs) {
    stated.set_both(place_of(pair.first, group.inputs), place_of(pair.second, group.inputs), pair.stated);
  }
  std::vector<RankCorrelation> moved;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = i + 1; j < size; ++j) {
      moved.push_back({group.inputs[i], group.inputs[j], stated(i, j), group.dependence.used_ranks(i, j)});
    }
  }
  // Moves that differ by rounding alone count as equal.
  const auto rounded_move = [](const RankCorrelation& pair) { return std::round(1e8 * move_of(pair)); };
  std::stable_sort(moved.begin(), moved.end(), [&](const RankCorrelation& a, const RankCorrelation& b) {
    return rounded_move(a) > rounded_move(b);
  });
  return moved;
}

double move_of(const RankCorrelation& pair) {
  return std::abs(pair.used - pair.stated);
}

}  // namespace wayworth::engine
