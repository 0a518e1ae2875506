#include "engine/plan/compile.hpp"

#include <algorithm>
#include <iterator>

#include "engine/plan/fuse_products.hpp"
#include "engine/plan/measures.hpp"
#include "engine/plan/schedule.hpp"
#include "engine/plan/segment_figures.hpp"

namespace wayworth::engine {

namespace {

Members with(Members members, InitiativeId id) {
  members.insert(std::lower_bound(members.begin(), members.end(), id), id);
  return members;
}

Members without(const Members& members, const Members& removed) {
  Members left;
  std::set_difference(members.begin(), members.end(), removed.begin(), removed.end(), std::back_inserter(left));
  return left;
}

class Compiler {
public:
  explicit Compiler(const Model& model) : model_(model), build_(model.time), values_(model, build_) {
    plan_.time = model.time;
    plan_.discounting = model.discounting;
    plan_.tax = model.tax;
    plan_.terminal_value = model.terminal_value;
  }

  Plan compile() {
    for (std::size_t option = 0; option < model_.options.size(); ++option) {
      add({Scope::programme, option, std::nullopt}, members_of(model_.options[option]), {});
    }
    const Members all = members_of(model_.options.front());
    for (const InitiativeId id : all) {
      const Members before = prerequisites_of(model_, id);
      add({Scope::alone, 0, id}, with(before, id), before);
      add({Scope::last, 0, id}, all, without(all, with(dependants_of(model_, id), id)));
    }
    add_clamps({0, all});
    add_segment_figures(plan_, model_, build_, values_, {0, all});
    plan_.nodes = build_.take_nodes();
    plan_.tables = build_.take_tables();
    plan_.inputs = plan_inputs(model_);
    drop_unused(plan_);
    fuse_products(plan_);
    schedule(plan_);
    return std::move(plan_);
  }

private:
  void add(const Subject& subject, const Members& active, const Members& reference) {
    add_outputs(plan_, build_, subject,
                subject_flows(model_, build_, values_, Case{subject.option, active}, reference));
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

Plan compile(const Model& model) {
  return Compiler(model).compile();
}

std::vector<PlanInput> plan_inputs(const Model& model) {
  std::vector<PlanInput> inputs;
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    inputs.push_back({static_cast<InputId>(i), model.inputs[i].path, model.inputs[i].distribution});
  }
  return inputs;
}

}  // namespace wayworth::engine
