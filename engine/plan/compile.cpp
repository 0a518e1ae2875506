#include "engine/plan/compile.hpp"

#include <algorithm>
#include <iterator>

#include "engine/plan/fuse_products.hpp"
#include "engine/plan/gather.hpp"
#include "engine/plan/hoist.hpp"
#include "engine/plan/measures.hpp"
#include "engine/plan/schedule.hpp"
#include "engine/plan/segment_figures.hpp"

namespace wayworth::engine {

namespace {

Members without(const Members& members, const Members& removed) {
  Members left;
  std::set_difference(members.begin(), members.end(), removed.begin(), removed.end(), std::back_inserter(left));
  return left;
}

class Compiler {
public:
  explicit Compiler(const Model& model)
      : model_(model), build_(model.time), values_(model, build_), plan_(empty_plan(model)) {}

  Plan compile(const ContributionSettings& contributions) {
    for (std::size_t option = 0; option < model_.options.size(); ++option) {
      add({Scope::programme, option, std::nullopt});
    }
    const Members all = members_of(model_.options.front());
    for (const InitiativeId id : all) {
      add({Scope::alone, 0, id});
      add({Scope::last, 0, id});
    }
    Contributions(model_, plan_, build_, values_).add_outputs(contributions);
    add_clamps({0, all});
    add_segment_figures(plan_, model_, build_, values_, {0, all});
    return finish();
  }

  Plan compile_only(const std::vector<OutputRequest>& requests) {
    for (const auto& [subject, measure] : requests) {
      plan_.outputs.push_back({subject, measure, measure_node(plan_, build_, flows_of(subject), measure)});
    }
    return finish();
  }

private:
  SubjectFlows flows_of(const Subject& subject) {
    const Members all = members_of(model_.options[subject.option]);
    if (subject.scope == Scope::programme) return flows(subject.option, all, {});
    const InitiativeId id = subject.initiative.value();
    const Members before = prerequisites_of(model_, id);
    if (subject.scope == Scope::alone) return flows(subject.option, with(before, id), before);
    return flows(subject.option, all, without(all, with(dependants_of(model_, id), id)));
  }

  SubjectFlows flows(std::size_t option, const Members& active, const Members& reference) {
    return subject_flows(model_, build_, values_, Case{option, active}, reference);
  }

  void add(const Subject& subject) { add_outputs(plan_, build_, subject, flows_of(subject)); }

  Plan finish() {
    take_nodes(plan_, build_);
    drop_unused(plan_);
    hoist(plan_);
    prepare_to_run(plan_);
    return std::move(plan_);
  }

  void add_clamps(const Case& programme) {
    const NodeId one = build_.constant(1.0);
    for (std::size_t i = 0; i < model_.drivers.size(); ++i) {
      const auto id = static_cast<DriverId>(i);
      const NodeId clamped = values_.driver_is_clamped(id, programme);
      if (build_.is_constant(clamped, 0.0)) continue;
      plan_.clamps.push_back({id, build_.at_end(build_.accumulate(clamped, one, build_.constant(0.0)))});
    }
  }

  const Model& model_;
  PlanBuilder build_;
  CaseValues values_;
  Plan plan_;
};

}  // namespace

Plan compile(const Model& model, const ContributionSettings& contributions) {
  return Compiler(model).compile(contributions);
}

Plan compile_only(const Model& model, const std::vector<OutputRequest>& requests) {
  return Compiler(model).compile_only(requests);
}

void prepare_to_run(Plan& plan) {
  drop_unused(plan);
  gather(plan);
  fuse_products(plan);
  schedule(plan);
}

Plan empty_plan(const Model& model) {
  Plan plan;
  plan.time = model.time;
  plan.discounting = model.discounting;
  plan.tax = model.tax;
  plan.terminal_value = model.terminal_value;
  plan.inputs = plan_inputs(model);
  plan.correlations = plan_correlations(model);
  return plan;
}

void take_nodes(Plan& plan, PlanBuilder& build) {
  plan.nodes = build.take_nodes();
  plan.tables = build.take_tables();
}

std::vector<PlanInput> plan_inputs(const Model& model) {
  std::vector<PlanInput> inputs;
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    inputs.push_back({static_cast<InputId>(i), model.inputs[i].path, model.inputs[i].distribution});
  }
  return inputs;
}

std::vector<PlanCorrelation> plan_correlations(const Model& model) {
  std::vector<PlanCorrelation> correlations;
  for (const CorrelationGroup& group : model.correlations) {
    correlations.push_back({{}, group.dependence.factor});
    for (const InputId id : group.inputs) {
      correlations.back().inputs.push_back(static_cast<std::uint32_t>(index_of(id)));
    }
  }
  return correlations;
}

}  // namespace wayworth::engine
