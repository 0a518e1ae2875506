#include "engine/plan/schedule.hpp"

#include <algorithm>
#include <limits>

#include "engine/plan/bounded.hpp"
#include "engine/plan/plan_results.hpp"

namespace wayworth::engine {

namespace {

std::vector<bool> needed_nodes(const Plan& plan) {
  std::vector<bool> needed(plan.nodes.size(), false);
  for_each_result(plan, [&](NodeId id) { needed[index_of(id)] = true; });
  for (std::size_t i = plan.nodes.size(); i-- > 0;) {
    if (!needed[i]) continue;
    for (const NodeId argument : plan.nodes[i].arguments) needed[index_of(argument)] = true;
  }
  return needed;
}

/// Which items the `detail` of nodes points to.
/// \param items_of  how many items from `detail` on a node uses; 0 when its detail is something else
template <class Count>
std::vector<bool> items_used(std::size_t count, const std::vector<Node>& nodes, Count items_of) {
  std::vector<bool> used(count, false);
  for (const Node& node : nodes) {
    for (std::size_t i = 0; i < items_of(node); ++i) used[node.detail + i] = true;
  }
  return used;
}

/// Keeps the used items, in the old order, and points the nodes to their new places, which it gives back.
template <class Item, class Count>
std::vector<std::uint32_t> keep_used(std::vector<Item>& items, const std::vector<bool>& used, std::vector<Node>& nodes,
                                     Count items_of) {
  std::vector<Item> kept;
  std::vector<std::uint32_t> place(items.size(), 0);
  for (std::size_t i = 0; i < items.size(); ++i) {
    place[i] = static_cast<std::uint32_t>(kept.size());
    if (used[i]) kept.push_back(std::move(items[i]));
  }
  for (Node& node : nodes) {
    if (items_of(node) > 0) node.detail = place[node.detail];
  }
  items = std::move(kept);
  return place;
}

/// Cuts each group off after its last member that is used, and marks the members before it as used: their luck is part
/// of that of the later ones. Groups of which one member or none is left are dropped.
void keep_used_correlations(std::vector<PlanCorrelation>& correlations, std::vector<bool>& used) {
  std::vector<PlanCorrelation> kept;
  for (PlanCorrelation& group : correlations) {
    while (!group.inputs.empty() && !used[group.inputs.back()]) group.inputs.pop_back();
    for (const std::uint32_t input : group.inputs) used[input] = true;
    if (group.inputs.size() < 2) continue;
    group.factor = group.factor.leading(group.inputs.size());
    kept.push_back(std::move(group));
  }
  correlations = std::move(kept);
}

void drop_unused_tables(Plan& plan) {
  const auto tables_of = [](const Node& node) -> std::size_t {
    return node.operation == Operation::step_table ? 1 : 0;
  };
  keep_used(plan.tables, items_used(plan.tables.size(), plan.nodes, tables_of), plan.nodes, tables_of);
}

void drop_unused_inputs(Plan& plan) {
  const auto inputs_of = [&](const Node& node) -> std::size_t {
    if (node.operation == Operation::step_input) return plan.time.steps;
    return node.operation == Operation::input ? 1 : 0;
  };
  std::vector<bool> used = items_used(plan.inputs.size(), plan.nodes, inputs_of);
  keep_used_correlations(plan.correlations, used);
  const std::vector<std::uint32_t> place = keep_used(plan.inputs, used, plan.nodes, inputs_of);
  for (PlanCorrelation& group : plan.correlations) {
    for (std::uint32_t& input : group.inputs) input = place[input];
  }
}

/// Gives columns to nodes one after another and takes them back.
class ColumnPool {
public:
  std::uint32_t take() {
    if (free_.empty()) return count_++;
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
  }
  /// Columns side by side, never given back.
  std::uint32_t take_row(std::size_t columns) {
    count_ += static_cast<std::uint32_t>(columns);
    return count_ - static_cast<std::uint32_t>(columns);
  }
  void give_back(std::uint32_t slot) { free_.push_back(slot); }
  std::uint32_t count() const { return count_; }

private:
  std::vector<std::uint32_t> free_;
  std::uint32_t count_ = 0;
};

class Scheduler {
public:
  explicit Scheduler(Plan& plan)
      : plan_(plan), last_use_(plan.nodes.size(), 0), has_column_(plan.nodes.size(), false) {}

  void run() {
    sort_into_sections();
    find_first_steps();
    find_lifetimes();
    find_last_uses();
    plan_.slots.assign(plan_.nodes.size(), 0);
    take_carried_columns();
    assign(plan_.before_steps, 0);
    take_lasting_columns();
    assign(plan_.each_step, plan_.before_steps.size());
    for (const NodeId id : read_in_steps_) pool_.give_back(plan_.slots[index_of(id)]);
    assign(plan_.after_steps, steps_end() + 1);
    plan_.slot_count = pool_.count();
  }

private:
  void sort_into_sections() {
    std::vector<bool> after(plan_.nodes.size(), false);
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      const Node& node = plan_.nodes[i];
      const auto id = static_cast<NodeId>(i);
      for (const NodeId argument : node.arguments) after[i] = after[i] || after[index_of(argument)];
      if (node.operation == Operation::at_end) after[i] = true;
      if (is_alias(node.operation) || node.operation == Operation::given) continue;  // no work
      if (node.variation == Variation::by_trial_and_step) {
        plan_.each_step.push_back(id);
      } else if (node.variation == Variation::by_trial) {
        (after[i] ? plan_.after_steps : plan_.before_steps).push_back(id);
      }
    }
  }

  /// A sum whose weights are 0 up to some step, such as the last year's, needs nothing of the steps before.
  std::size_t first_weighted_step(const Node& sum) const {
    const Node& weight = plan_[sum.arguments[1]];
    if (weight.operation != Operation::step_table) return 1;
    const std::vector<double>& weights = plan_.tables[weight.detail];
    const auto first = std::find_if(weights.begin(), weights.end(), [](double value) { return value != 0.0; });
    return static_cast<std::size_t>(first - weights.begin()) + 1;
  }

  void find_first_steps() {
    std::vector<std::size_t> first_read(plan_.nodes.size(), plan_.time.steps + 1);
    for_each_result(plan_, [&](NodeId id) { first_read[index_of(id)] = 1; });
    plan_.first_steps.assign(plan_.each_step.size(), 1);
    for (std::size_t i = plan_.each_step.size(); i-- > 0;) {
      const NodeId id = plan_.each_step[i];
      const Node& node = plan_[id];
      std::size_t first = first_read[index_of(id)];
      if (carries_on(node.operation)) first = node.operation == Operation::accumulate ? first_weighted_step(node) : 1;
      plan_.first_steps[i] = first;
      for (const NodeId argument : node.arguments) {
        first_read[index_of(argument)] = std::min(first_read[index_of(argument)], first);
      }
    }
  }

  /// Whether the reader moves exactly when `argument` does: nothing else that it reads changes from step to step.
  bool moves_with(const Node& reader, NodeId argument) const {
    if (carries_on(reader.operation) || looks_at_time(reader.operation)) return false;
    for (const NodeId other : reader.arguments) {
      const Variation variation = plan_[other].variation;
      if (other != argument && (variation == Variation::by_step || variation == Variation::by_trial_and_step)) {
        return false;
      }
    }
    return true;
  }

  /// Backwards, so that the readers of a node come first. A sum that nothing reads before the end adds up what stands
  /// still when that has moved, as a weighted sum does with each of its terms, so these too read an argument only in
  /// steps in which it is computed. What hardly ever rests is computed in every step anyway, and needs no column to
  /// last, nor a sum for the end to look for its changes.
  void find_lifetimes() {
    const std::vector<bool> rests = nodes_that_rest(plan_);
    std::vector<Lifetime> longest(plan_.nodes.size(), Lifetime::end);  // that readers in steps leave to a node
    for_each_result(plan_, [&](NodeId id) { longest[index_of(id)] = Lifetime::steps; });
    plan_.lifetimes.assign(plan_.each_step.size(), Lifetime::steps);
    for (std::size_t i = plan_.each_step.size(); i-- > 0;) {
      const NodeId id = plan_.each_step[i];
      const Node& node = plan_[id];
      Lifetime lifetime = longest[index_of(id)];
      const bool adds_up_changes = node.operation == Operation::accumulate && rests[index_of(node.arguments[0])];
      if (lifetime == Lifetime::end && !adds_up_changes) lifetime = Lifetime::step;
      if (carries_on(node.operation) && lifetime != Lifetime::end) lifetime = Lifetime::steps;
      if (adds_changes(node.operation)) lifetime = Lifetime::steps;
      plan_.lifetimes[i] = lifetime;
      for (const NodeId argument : node.arguments) {
        Lifetime& of_argument = longest[index_of(argument)];
        const bool in_step = lifetime == Lifetime::end || adds_changes(node.operation) || !rests[index_of(argument)] ||
                             moves_with(node, argument);
        if (!in_step) of_argument = Lifetime::steps;
        if (of_argument == Lifetime::end) of_argument = Lifetime::step;
      }
    }
  }

  /// Positions count through the three sections; between the steps and what comes after there is one more.
  std::size_t steps_end() const { return plan_.before_steps.size() + plan_.each_step.size(); }

  /// What is made before the steps and read in one is needed until the last step is over; results are for good.
  void find_last_uses() {
    std::size_t position = 0;
    for (const NodeId id : plan_.before_steps) use_arguments(id, position++);
    for (const NodeId id : plan_.each_step) {
      for (const NodeId argument : plan_[id].arguments) {
        use(argument, plan_[argument].variation == Variation::by_trial ? steps_end() : position);
      }
      ++position;
    }
    for (const NodeId id : plan_.after_steps) use_arguments(id, ++position);
    for_each_result(plan_, [&](NodeId id) { use(id, for_good); });
  }

  void use_arguments(NodeId id, std::size_t position) {
    for (const NodeId argument : plan_[id].arguments) use(argument, position);
  }

  void use(NodeId id, std::size_t position) { last_use_[index_of(id)] = std::max(last_use_[index_of(id)], position); }

  void take_carried_columns() {
    for (std::size_t i = 0; i < plan_.each_step.size(); ++i) {
      const NodeId id = plan_.each_step[i];
      if (!has_history(plan_[id])) continue;
      plan_.slots[index_of(id)] = pool_.take_row(1 + columns_of_before(plan_[id], plan_.lifetimes[i]));
    }
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      const Node& node = plan_.nodes[i];
      if (!is_alias(node.operation)) continue;
      plan_.slots[i] = plan_.slots[index_of(node.arguments[0])] + (node.operation == Operation::stock_before ? 1 : 0);
    }
  }

  static bool has_history(const Node& node) { return carries_on(node.operation) || adds_changes(node.operation); }

  static std::size_t columns_of_before(const Node& node, Lifetime lifetime) {
    if (adds_changes(node.operation)) return node.arguments.size() / 2;
    return keeps_value_before(node.operation) || lifetime == Lifetime::end ? 1 : 0;
  }

  void take_lasting_columns() {
    for (std::size_t i = 0; i < plan_.each_step.size(); ++i) {
      const NodeId id = plan_.each_step[i];
      if (!has_own_column(id) || plan_.lifetimes[i] != Lifetime::steps) continue;
      plan_.slots[index_of(id)] = pool_.take();
      has_column_[index_of(id)] = true;
      if (last_use_[index_of(id)] == for_good) continue;
      last_use_[index_of(id)] = steps_end();
      read_in_steps_.push_back(id);
    }
  }

  bool has_own_column(NodeId id) const {
    const Node& node = plan_[id];
    return !has_history(node) && !is_alias(node.operation) && node.operation != Operation::given &&
           (node.variation == Variation::by_trial || node.variation == Variation::by_trial_and_step);
  }

  void assign(const std::vector<NodeId>& section, std::size_t position) {
    for (const NodeId id : section) {
      give_back_arguments(id, position++);
      if (!has_own_column(id) || has_column_[index_of(id)]) continue;
      plan_.slots[index_of(id)] = pool_.take();
      if (last_use_[index_of(id)] == steps_end()) read_in_steps_.push_back(id);
    }
  }

  /// The columns that are read for the last time; the result may take one of them, since work goes trial by trial.
  void give_back_arguments(NodeId id, std::size_t position) {
    std::vector<NodeId> arguments(plan_[id].arguments.begin(), plan_[id].arguments.end());
    std::sort(arguments.begin(), arguments.end());
    arguments.erase(std::unique(arguments.begin(), arguments.end()), arguments.end());
    for (const NodeId argument : arguments) {
      if (has_own_column(argument) && last_use_[index_of(argument)] == position) {
        pool_.give_back(plan_.slots[index_of(argument)]);
      }
    }
  }

  static constexpr std::size_t for_good = std::numeric_limits<std::size_t>::max();

  Plan& plan_;
  std::vector<std::size_t> last_use_;
  std::vector<bool> has_column_;  ///< by node: it was given one before its turn
  std::vector<NodeId> read_in_steps_;
  ColumnPool pool_;
};

}  // namespace

void drop_unused(Plan& plan) {
  const std::vector<bool> needed = needed_nodes(plan);
  std::vector<NodeId> place(plan.nodes.size());
  std::vector<Node> kept;
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    if (!needed[i]) continue;
    place[i] = static_cast<NodeId>(kept.size());
    kept.push_back(plan.nodes[i]);
    for (NodeId& argument : kept.back().arguments) argument = place[index_of(argument)];
  }
  for_each_result(plan, [&](NodeId& id) { id = place[index_of(id)]; });
  plan.nodes = std::move(kept);
  drop_unused_tables(plan);
  drop_unused_inputs(plan);
}

void schedule(Plan& plan) {
  Scheduler(plan).run();
}

}  // namespace wayworth::engine
