#pragma once

#include <optional>
#include <vector>

#include "engine/plan/case_values.hpp"
#include "engine/plan/plan.hpp"
#include "engine/plan/shapley.hpp"
#include "engine/plan/subject_flows.hpp"

namespace wayworth::engine {

/// Enough for every order of twelve initiatives that change the same eight streams.
inline constexpr std::size_t sets_for_exact_shares = 32'768;

/// How finely the programme is shared out among its initiatives.
struct ContributionSettings {
  std::uint64_t seed = 1;  ///< of the orders, where not all of them are evaluated
  /// So many sets of initiatives are evaluated, added up over the streams, before the shares are taken from a sample of
  /// the orders instead of from all; each costs about as much as one initiative alone does in that stream.
  std::size_t most_sets = 1024;
};

/// The members of an option in the order of its roadmap: by planned start, then as in the file, but none before those
/// that it needs.
Members roadmap_order(const Model& model, std::size_t option);

/// Adds what each member of the first option contributes to the programme: in the order of the roadmap, and its share
/// (see Scope). The NPV is a sum over streams, and a Shapley value of a sum is the sum of the Shapley values; so only
/// the initiatives that touch one stream, and their prerequisites, have to be looked at together. Where losses are
/// carried forward for tax, the NPV is no such sum, and all members are looked at together. Shares are left out when
/// more than most_players have to be.
class Contributions {
public:
  Contributions(const Model& model, Plan& plan, PlanBuilder& build, CaseValues& values);

  void add_outputs(const ContributionSettings& settings);

private:
  /// The game that is played in one stream, or in the programme as a whole.
  struct Game {
    std::optional<StreamId> stream;
    Members members;  ///< the players, ascending
    Players players;
    std::optional<SetWeights> exact;  ///< the weights of the Shapley value, where the sets are few enough
  };

  void add(Scope scope, InitiativeId member, NodeId node);
  NodeId npv_of(const SubjectFlows& flows);
  NodeId own_value(InitiativeId member);
  /// \param stream  none: all that the members bring and cost
  NodeId value(std::optional<StreamId> stream, const Members& members);
  void add_in_order();
  /// What `member` adds to `before`.
  NodeId added(InitiativeId member, const Members& before);
  Game game_of(std::optional<StreamId> stream, Members members, std::size_t most_sets) const;
  std::vector<Game> games(std::size_t most_sets) const;
  void share_own_values();
  void add_shares(const std::vector<Game>& games, const ContributionSettings& settings);
  /// By player: the weighted sum of the values of sets.
  std::vector<NodeId> weighted(const Game& game, const SetWeights& weights);
  void add_exact(const Game& game);
  void add_sampled(const Game& game, std::uint64_t seed, std::size_t pairs);

  const Model& model_;
  Plan& plan_;
  PlanBuilder& build_;
  CaseValues& values_;
  Members all_;
  bool is_sum_over_streams_;
  std::vector<NodeId> shares_;     ///< by InitiativeId
  std::vector<NodeId> variances_;  ///< by InitiativeId
};

}  // namespace wayworth::engine
