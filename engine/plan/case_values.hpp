#pragma once

#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/plan/plan_builder.hpp"

namespace wayworth::engine {

/// Initiatives that are active, ascending.
using Members = std::vector<InitiativeId>;
/// `members` and `id`, which is not among them.
Members with(Members members, InitiativeId id);

/// Stands for an option when starts and members are parameters of the plan: see start_parameter().
inline constexpr std::size_t any_schedule = static_cast<std::size_t>(-1);

/// Positions of the parameters of an initiative: its planned start in months, and 1 when it is active, else 0. What
/// an active initiative needs must be active too.
constexpr std::size_t start_parameter(InitiativeId id) {
  return 2 * index_of(id);
}
constexpr std::size_t active_parameter(InitiativeId id) {
  return 2 * index_of(id) + 1;
}
constexpr InitiativeId initiative_of_parameter(std::size_t position) {
  return static_cast<InitiativeId>(position / 2);
}

/// A roadmap with only some of its initiatives active. The starts are those of the option throughout.
struct Case {
  std::size_t option = 0;
  Members members;
};

/// When and how far each initiative of one option comes to life.
struct RolloutNodes {
  NodeId start{};        ///< months; later than planned in a trial in which a prerequisite is not live by then
  NodeId go_live{};      ///< months
  NodeId cost_factor{};  ///< of one-off costs that are paid over the implementation: above 1 when it is delayed
  NodeId adoption{};     ///< 0..1 in each step, of the effect that success or failure leaves; 0 when not active
  NodeId active{};       ///< 1, or a parameter
};

/// Makes the nodes for drivers, streams and stocks under the effects of the active initiatives: links from moved causes
/// first, then relative effects multiply, absolute ones add, targets pull, and min and max clamp. Asks for a value with
/// only those initiatives that can touch it, so that cases which differ elsewhere share it.
class CaseValues {
public:
  CaseValues(const Model& model, PlanBuilder& builder);

  NodeId driver(DriverId id, const Case& at);
  /// Money a year, or FTE.
  NodeId stream(StreamId id, const Case& at);
  /// FTE on the payroll, which follow the stream's value when freed FTE do not leave at once.
  NodeId staff(StreamId id, const Case& at);
  /// 1 in the steps in which `min` or `max` holds the driver, else 0.
  NodeId driver_is_clamped(DriverId id, const Case& at);
  NodeId formula(const Expression& expression, const Case& at);
  /// A figure of an initiative: the names in it mean today's values.
  NodeId figure(const Expression& expression);
  /// The same in the first step.
  NodeId figure_at_start(const Expression& expression);

  const RolloutNodes& rollout(InitiativeId id, std::size_t option);

  /// Whether the stream can differ between two cases of which one has `members` and the other has not.
  bool touches(StreamId id, const Members& members);

private:
  struct TargetedEffect {
    InitiativeId initiative;
    const Effect* effect;
  };
  using Reach = std::vector<bool>;  ///< by initiative: whether it can change the value

  void collect_effects();
  const Reach& reach(DriverId id);
  const Reach& reach(StreamId id);
  const Reach& reach(StockId id);
  Reach reach_of(const std::vector<TargetedEffect>& effects, const std::vector<const Expression*>& formulas);
  void join_reach(const Expression& formula, Reach& joined);
  PlanBuilder::StockNodes stock(StockId id, const Case& at);
  NodeId linked(NodeId value, const Link& link, const Case& at);
  NodeId shift_of(DriverId cause, const Case& at);
  /// A value that some initiative can touch hangs on the case.
  void mark(NodeId value, const Reach& touching);
  Case narrowed(const Case& at, const Reach& reach) const;
  NodeId today_of(const Driver& driver, const Case& at);
  NodeId with_effects(NodeId today, const std::vector<TargetedEffect>& effects, const Case& at);
  NodeId unclamped_driver(DriverId id, const Case& at);
  RolloutNodes make_rollout(InitiativeId id, std::size_t option);
  NodeId share_of(NodeId part, NodeId whole);
  NodeId left_by_decay(const Rollout& plan, NodeId go_live);

  const Model& model_;
  PlanBuilder& build_;
  std::vector<std::vector<TargetedEffect>> driver_effects_;
  std::vector<std::vector<TargetedEffect>> stream_effects_;
  std::vector<std::vector<const Link*>> links_;  ///< by target
  std::map<DriverId, Reach> driver_reach_;
  std::map<StreamId, Reach> stream_reach_;
  std::map<StockId, Reach> stock_reach_;
  std::map<std::tuple<DriverId, std::size_t, Members>, NodeId> unclamped_drivers_;
  std::map<std::tuple<StreamId, std::size_t, Members>, NodeId> streams_;
  std::map<std::tuple<StockId, std::size_t, Members>, PlanBuilder::StockNodes> stocks_;
  std::map<std::pair<InitiativeId, std::size_t>, RolloutNodes> rollouts_;
};

}  // namespace wayworth::engine
