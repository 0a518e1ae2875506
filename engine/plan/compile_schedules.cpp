#include "engine/plan/compile_schedules.hpp"

#include <algorithm>

#include "engine/plan/case_values.hpp"
#include "engine/plan/compile.hpp"
#include "engine/plan/hoist.hpp"
#include "engine/plan/measures.hpp"
#include "engine/plan/moving_last.hpp"
#include "engine/plan/node_queries.hpp"
#include "engine/plan/schedule.hpp"

namespace wayworth::engine {

namespace {

Members all_initiatives(const Model& model) {
  Members all;
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) all.push_back(static_cast<InitiativeId>(i));
  return all;
}

NodeId total(PlanBuilder& build, NodeId x, NodeId weight, NodeId initial) {
  return build.at_end(build.accumulate(x, weight, initial));
}

/// Nodes of the limits of one model.
class Limits {
public:
  explicit Limits(const Model& model)
      : model_(model),
        build_(model.time),
        values_(model, build_),
        zero_(build_.constant(0.0)),
        one_(build_.constant(1.0)) {}

  Plan compile() {
    Plan plan = empty_plan(model_);
    const Members all = all_initiatives(model_);
    for (const InitiativeId id : all) plan.watched.push_back(one_off_costs(id));
    plan.watched.push_back(lowest_cash(plan, all));
    for (std::size_t role = 0; role < model_.limits.roles.size(); ++role) {
      const NodeId effort = effort_in_step(static_cast<RoleId>(role));
      for (std::size_t period = 0; period < capacity_periods(model_); ++period) {
        plan.watched.push_back(total(build_, effort, is_in_period(period), zero_));
      }
    }
    for (const InitiativeId id : all) plan.watched.push_back(duration(id));
    for (const InitiativeId id : all) plan.watched.push_back(values_.figure_at_start(get(model_, id).rollout.ramp));
    for (const InitiativeId id : all) add_efforts(id, plan.watched);
    take_nodes(plan, build_);
    drop_unused(plan);
    return plan;
  }

private:
  NodeId duration(InitiativeId id) {
    const Rollout& rollout = get(model_, id).rollout;
    return build_.add(values_.figure_at_start(rollout.duration), values_.figure_at_start(rollout.delay));
  }

  void add_efforts(InitiativeId id, std::vector<NodeId>& nodes) {
    std::vector<NodeId> by_role(model_.limits.roles.size(), zero_);
    for (const Effort& effort : get(model_, id).efforts) {
      by_role[index_of(effort.role)] = needed(effort, values_.rollout(id, any_schedule));
    }
    nodes.insert(nodes.end(), by_role.begin(), by_role.end());
  }

  NodeId one_off_costs(InitiativeId id) {
    const SubjectFlows flows = subject_flows(model_, build_, values_, Case{any_schedule, {id}}, {});
    return build_.add(total(build_, flows.spread_one_off, one_, zero_),
                      total(build_, flows.lumps, one_, flows.lumps_at_start));
  }

  NodeId lowest_cash(const Plan& plan, const Members& all) {
    const SubjectFlows flows = subject_flows(model_, build_, values_, Case{any_schedule, all}, {});
    const NodeId peak = measure_node(plan, build_, flows, Measure::peak_funding);
    return build_.subtract(zero_, peak);
  }

  /// People stay while an implementation that costs more when delayed is.
  NodeId needed(const Effort& effort, const RolloutNodes& rollout) {
    return build_.multiply(values_.figure_at_start(effort.person_months), rollout.cost_factor);
  }

  NodeId effort_in_step(RoleId role) {
    NodeId sum = zero_;
    for (std::size_t i = 0; i < model_.initiatives.size(); ++i) {
      const RolloutNodes& rollout = values_.rollout(static_cast<InitiativeId>(i), any_schedule);
      for (const Effort& effort : model_.initiatives[i].efforts) {
        if (effort.role != role) continue;
        const NodeId person_months = build_.multiply(rollout.active, needed(effort, rollout));
        const NodeId share = build_.implementation_share(rollout.start, rollout.go_live);
        sum = build_.add(sum, build_.multiply(person_months, share));
      }
    }
    return sum;
  }

  NodeId is_in_period(std::size_t period) {
    const auto length = static_cast<double>(model_.limits.capacity_period);
    const double before = length * static_cast<double>(period);
    return build_.by_step([&](double step) { return step > before && step <= before + length ? 1.0 : 0.0; });
  }

  const Model& model_;
  PlanBuilder build_;
  CaseValues values_;
  NodeId zero_;
  NodeId one_;
};

/// Sorts the nodes of a plan into those that move and those that do not.
class Splitter {
public:
  Splitter(const Plan& plan, const MovesByItself& moves_by_itself)
      : plan_(plan), is_moving_(moving_nodes(plan, moves_by_itself)) {
    for (const Node& node : plan.nodes) {
      if (node.operation != Operation::given) continue;
      result_.first_given = std::max<std::size_t>(result_.first_given, node.detail + 1);
    }
  }

  SplitPlan split() {
    result_.still = plan_;
    result_.still.watched.clear();
    result_.moving = plan_;
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      if (is_moving_[i]) {
        for (const NodeId argument : plan_.nodes[i].arguments) hand_over(argument);
      }
    }
    for (const NodeId id : plan_.watched) hand_over(id);
    drop_unused(result_.still);
    drop_unused(result_.moving);
    return std::move(result_);
  }

private:
  /// In the moving plan, what it reads of the other part becomes a given column.
  void hand_over(NodeId id) {
    Node& node = result_.moving.nodes[index_of(id)];
    if (is_moving_[index_of(id)] || is_number(node) || node.operation == Operation::given) return;
    node.detail = static_cast<std::uint32_t>(result_.first_given + result_.still.watched.size());
    node.operation = Operation::given;
    node.arguments.clear();
    result_.still.watched.push_back(id);
  }

  const Plan& plan_;
  std::vector<bool> is_moving_;
  SplitPlan result_;
};

}  // namespace

std::size_t capacity_periods(const Model& model) {
  return (model.time.steps + model.limits.capacity_period - 1) / model.limits.capacity_period;
}

Plan compile_value_of_schedules(const Model& model) {
  Plan plan = empty_plan(model);
  PlanBuilder build(model.time);
  CaseValues values(model, build);
  const SubjectFlows flows = subject_flows(model, build, values, Case{any_schedule, all_initiatives(model)}, {});
  plan.watched = {measure_node(plan, build, flows, Measure::npv)};
  take_nodes(plan, build);
  drop_unused(plan);
  hoist(plan);
  return plan;
}

Plan compile_limits_of_schedules(const Model& model) {
  return Limits(model).compile();
}

SplitPlan split(const Plan& plan, const MovesByItself& moves_by_itself) {
  return Splitter(plan, moves_by_itself).split();
}

SplitPlan split_parameters(const Plan& plan) {
  return split(plan, [](const Node& node) { return node.operation == Operation::parameter; });
}

}  // namespace wayworth::engine
