#include "engine/plan/value_plans.hpp"

#include <algorithm>
#include <map>

#include "engine/plan/moving_last.hpp"
#include "engine/plan/node_queries.hpp"
#include "engine/plan/schedule.hpp"

namespace wayworth::engine {

namespace {

Plan with_watched(Plan plan, std::vector<NodeId> watched) {
  plan.watched = std::move(watched);
  drop_unused(plan);
  return plan;
}

/// By node: the initiatives on whose parameters it hangs.
std::vector<Members> initiatives_behind(const Plan& plan) {
  std::vector<Members> behind(plan.nodes.size());
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    const Node& node = plan.nodes[i];
    if (node.operation == Operation::parameter) behind[i] = {initiative_of_parameter(node.detail)};
    for (const NodeId argument : node.arguments) {
      const Members& more = behind[index_of(argument)];
      Members both;
      std::set_union(behind[i].begin(), behind[i].end(), more.begin(), more.end(), std::back_inserter(both));
      behind[i] = std::move(both);
    }
  }
  return behind;
}

class Parter {
public:
  explicit Parter(const Model& model)
      : split_(split_parameters(compile_value_of_schedules(model))),
        moving_(split_.moving),
        behind_(initiatives_behind(moving_)) {}

  ValuePlans run() {
    ValuePlans plans;
    for (const auto& [initiatives, addends] : addends_by_initiatives()) {
      (initiatives.size() <= few_initiatives ? plans.alone : plans.joint).push_back(part_of(initiatives, addends));
    }
    for (std::size_t i = 0; i < own_sets_.size(); ++i) {
      plans.own.push_back({own_sets_[i], with_watched(moving_, own_nodes_[i])});
    }
    plans.still = std::move(split_.still);
    return plans;
  }

private:
  struct Addend {
    NodeId node{};
    double sign = 1.0;
  };

  /// Takes the value apart, as far as it is a sum or a difference.
  std::map<Members, std::vector<Addend>> addends_by_initiatives() const {
    std::map<Members, std::vector<Addend>> addends;
    std::vector<Addend> parts = {{moving_.watched.front(), 1.0}};
    while (!parts.empty()) {
      const Addend part = parts.back();
      parts.pop_back();
      const Node& node = moving_[part.node];
      const Members& initiatives = behind_[index_of(part.node)];
      const bool is_difference = computes(node, Function::subtract);
      if (initiatives.size() > 1 && (is_difference || computes(node, Function::add))) {
        parts.push_back({node.arguments[1], is_difference ? -part.sign : part.sign});
        parts.push_back({node.arguments[0], part.sign});
      } else {
        addends[initiatives].push_back(part);
      }
    }
    return addends;
  }

  ValuePart part_of(const Members& initiatives, const std::vector<Addend>& addends) {
    ValuePart part{{initiatives, moving_}, {}, {}};
    std::vector<NodeId> nodes;
    for (const Addend& addend : addends) {
      nodes.push_back(addend.node);
      part.signs.push_back(addend.sign);
    }
    if (initiatives.size() > few_initiatives) take_own_columns(nodes, part);
    part.what.plan = with_watched(std::move(part.what.plan), std::move(nodes));
    return part;
  }

  /// Makes given columns of what the nodes are made of and that hangs on few initiatives.
  void take_own_columns(const std::vector<NodeId>& nodes, ValuePart& part) {
    std::vector<bool> is_seen(moving_.nodes.size(), false);
    std::vector<NodeId> left = nodes;
    while (!left.empty()) {
      const NodeId id = left.back();
      left.pop_back();
      if (is_seen[index_of(id)]) continue;
      is_seen[index_of(id)] = true;
      const Members& initiatives = behind_[index_of(id)];
      if (initiatives.empty()) continue;  // a number, or given
      if (initiatives.size() <= few_initiatives) {
        Node& node = part.what.plan.nodes[index_of(id)];
        node.operation = Operation::given;
        node.detail = static_cast<std::uint32_t>(split_.still.watched.size() + part.columns.size());
        node.arguments.clear();
        part.columns.push_back(own_column(id));
      } else {
        const auto& arguments = moving_[id].arguments;
        left.insert(left.end(), arguments.begin(), arguments.end());
      }
    }
  }

  ValuePart::OwnColumn own_column(NodeId id) {
    const auto place_in = [](auto& list, const auto& value) {
      const auto found = std::find(list.begin(), list.end(), value);
      const auto place = static_cast<std::size_t>(found - list.begin());
      if (found == list.end()) list.push_back(value);
      return place;
    };
    const std::size_t own = place_in(own_sets_, behind_[index_of(id)]);
    own_nodes_.resize(own_sets_.size());
    return {own, place_in(own_nodes_[own], id)};
  }

  SplitPlan split_;
  const Plan& moving_;
  std::vector<Members> behind_;
  std::vector<Members> own_sets_;
  std::vector<std::vector<NodeId>> own_nodes_;  ///< by own set
};

}  // namespace

ValuePlans value_plans(const Model& model) {
  return Parter(model).run();
}

SplitPlan split_off(const ValuePlans& plans, const ValuePart& joint, InitiativeId initiative) {
  const std::size_t first_own = plans.still.watched.size();
  const auto moves = [&](const Node& node) {
    if (node.operation != Operation::given || node.detail < first_own) return false;
    const Members& behind = plans.own[joint.columns[node.detail - first_own].own].initiatives;
    return std::binary_search(behind.begin(), behind.end(), initiative);
  };
  return split(with_moving_last(joint.what.plan, moves), moves);
}

}  // namespace wayworth::engine
