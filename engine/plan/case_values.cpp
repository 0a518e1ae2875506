#include "engine/plan/case_values.hpp"

#include <algorithm>
#include <cmath>

namespace wayworth::engine {

namespace {

const Case today{};

/// `expression` with every name replaced by what it stands for in the first step, no initiative being active.
Expression at_first_step(const Model& model, const Expression& expression) {
  struct Visitor {
    const Model& model;

    Expression operator()(const Expression::Number& value) const { return {value}; }
    Expression operator()(const Expression::Draw& draw) const { return {draw}; }
    Expression operator()(const Expression::StepNumber&) const { return number(1.0); }
    Expression operator()(const Expression::Year&) const { return number(0.0); }
    Expression operator()(const Expression::StreamValue& named) const {
      return at_first_step(model, model.streams[index_of(named.stream)].value);
    }
    Expression operator()(const Expression::DriverValue& named) const {
      const Driver& driver = model.drivers[index_of(named.driver)];
      Expression value = at_first_step(model, driver.value);
      if (std::isfinite(driver.minimum)) value = call(Function::maximum, {value, number(driver.minimum)});
      if (std::isfinite(driver.maximum)) value = call(Function::minimum, {value, number(driver.maximum)});
      return value;
    }
    Expression operator()(const Expression::Call& formula) const {
      std::vector<Expression> arguments;
      for (const Expression& argument : formula.arguments) arguments.push_back(at_first_step(model, argument));
      return call(formula.function, std::move(arguments));
    }
  };
  return std::visit(Visitor{model}, expression.node);
}

bool is_active(const Case& at, InitiativeId id) {
  return std::binary_search(at.members.begin(), at.members.end(), id);
}

}  // namespace

CaseValues::CaseValues(const Model& model, PlanBuilder& builder) : model_(model), build_(builder) {
  collect_effects();
  driver_reach_.resize(model.drivers.size());
  for (const DriverId id : driver_order(model)) {
    const Driver& driver = model.drivers[index_of(id)];
    driver_reach_[index_of(id)] = reach_of(driver_effects_[index_of(id)], {&driver.value, &driver.annual_growth});
  }
  stream_reach_.resize(model.streams.size());
  for (const StreamId id : stream_order(model)) {
    const Stream& stream = model.streams[index_of(id)];
    stream_reach_[index_of(id)] =
        reach_of(stream_effects_[index_of(id)], {&stream.value, &stream.margin, &stream.cost_per_fte});
  }
}

void CaseValues::collect_effects() {
  driver_effects_.resize(model_.drivers.size());
  stream_effects_.resize(model_.streams.size());
  for (std::size_t i = 0; i < model_.initiatives.size(); ++i) {
    for (const Effect& effect : model_.initiatives[i].effects) {
      const TargetedEffect targeted{static_cast<InitiativeId>(i), &effect};
      if (const auto* driver = std::get_if<DriverId>(&effect.target)) {
        driver_effects_[index_of(*driver)].push_back(targeted);
      } else {
        stream_effects_[index_of(std::get<StreamId>(effect.target))].push_back(targeted);
      }
    }
  }
}

CaseValues::Reach CaseValues::reach_of(const std::vector<TargetedEffect>& effects,
                                       const std::vector<const Expression*>& formulas) const {
  Reach reach(model_.initiatives.size(), false);
  const auto join = [&reach](const Reach& other) {
    for (std::size_t i = 0; i < other.size(); ++i) reach[i] = reach[i] || other[i];
  };
  for (const TargetedEffect& targeted : effects) reach[index_of(targeted.initiative)] = true;
  for (const Expression* formula : formulas) {
    for (const DriverId id : drivers_named_in(*formula)) join(driver_reach_[index_of(id)]);
    for (const StreamId id : streams_named_in(*formula)) join(stream_reach_[index_of(id)]);
  }
  return reach;
}

bool CaseValues::touches(StreamId id, const Members& members) const {
  const Reach& reach = stream_reach_[index_of(id)];
  return std::any_of(members.begin(), members.end(), [&](InitiativeId member) { return reach[index_of(member)]; });
}

Case CaseValues::narrowed(const Case& at, const Reach& reach) const {
  Case narrow{at.option, {}};
  std::copy_if(at.members.begin(), at.members.end(), std::back_inserter(narrow.members),
               [&](InitiativeId id) { return reach[index_of(id)]; });
  if (narrow.members.empty()) narrow.option = 0;
  return narrow;
}

NodeId CaseValues::driver(DriverId id, const Case& at) {
  const Driver& driver = model_.drivers[index_of(id)];
  NodeId value = unclamped_driver(id, at);
  if (std::isfinite(driver.minimum)) value = build_.maximum(value, build_.constant(driver.minimum));
  if (std::isfinite(driver.maximum)) value = build_.minimum(value, build_.constant(driver.maximum));
  return value;
}

NodeId CaseValues::driver_is_clamped(DriverId id, const Case& at) {
  const NodeId held = driver(id, at);
  return build_.apply(Function::not_equal, {held, unclamped_driver(id, at)});
}

NodeId CaseValues::unclamped_driver(DriverId id, const Case& at) {
  const Case narrow = narrowed(at, driver_reach_[index_of(id)]);
  const std::tuple key{id, narrow.option, narrow.members};
  if (const auto known = unclamped_drivers_.find(key); known != unclamped_drivers_.end()) return known->second;
  const NodeId today_value = today_of(model_.drivers[index_of(id)], narrow);
  return unclamped_drivers_[key] = with_effects(today_value, driver_effects_[index_of(id)], narrow);
}

NodeId CaseValues::today_of(const Driver& driver, const Case& at) {
  const NodeId growth = build_.add(build_.constant(1.0), formula(driver.annual_growth, at));
  const NodeId factor = build_.apply(Function::power, {growth, formula(Expression{Expression::Year{}}, at)});
  return build_.multiply(formula(driver.value, at), factor);
}

NodeId CaseValues::stream(StreamId id, const Case& at) {
  const Case narrow = narrowed(at, stream_reach_[index_of(id)]);
  const std::tuple key{id, narrow.option, narrow.members};
  if (const auto known = streams_.find(key); known != streams_.end()) return known->second;
  const NodeId value = formula(model_.streams[index_of(id)].value, narrow);
  return streams_[key] = with_effects(value, stream_effects_[index_of(id)], narrow);
}

NodeId CaseValues::with_effects(NodeId today_value, const std::vector<TargetedEffect>& effects, const Case& at) {
  NodeId value = today_value;
  for (const EffectKind kind : {EffectKind::change, EffectKind::add, EffectKind::set}) {
    for (const TargetedEffect& targeted : effects) {
      if (targeted.effect->kind != kind || !is_active(at, targeted.initiative)) continue;
      const NodeId adoption = rollout(targeted.initiative, at.option).adoption;
      const NodeId amount = figure(targeted.effect->amount);
      if (kind == EffectKind::change) {
        value = build_.multiply(value, build_.add(build_.constant(1.0), build_.multiply(adoption, amount)));
      } else if (kind == EffectKind::add) {
        value = build_.add(value, build_.multiply(adoption, amount));
      } else {
        value = build_.add(value, build_.multiply(adoption, build_.subtract(amount, value)));
      }
    }
  }
  return value;
}

NodeId CaseValues::figure(const Expression& expression) {
  return formula(expression, today);
}

NodeId CaseValues::figure_at_start(const Expression& expression) {
  return formula(at_first_step(model_, expression), today);
}

NodeId CaseValues::formula(const Expression& expression, const Case& at) {
  struct Visitor {
    CaseValues& values;
    const Case& at;

    NodeId operator()(const Expression::Number& number) const { return values.build_.constant(number.value); }
    NodeId operator()(const Expression::Draw& draw) const { return values.build_.input(draw.input); }
    NodeId operator()(const Expression::DriverValue& named) const { return values.driver(named.driver, at); }
    NodeId operator()(const Expression::StreamValue& named) const { return values.stream(named.stream, at); }
    NodeId operator()(const Expression::StepNumber&) const {
      return values.build_.by_step([](double step) { return step; });
    }
    NodeId operator()(const Expression::Year&) const {
      return values.build_.by_step([&](double step) { return (step - 1.0) / values.model_.time.steps_per_year; });
    }
    NodeId operator()(const Expression::Call& call) const {
      std::vector<NodeId> arguments;
      for (const Expression& argument : call.arguments) arguments.push_back(values.formula(argument, at));
      return values.build_.apply(call.function, std::move(arguments));
    }
  };
  return std::visit(Visitor{*this, at}, expression.node);
}

const RolloutNodes& CaseValues::rollout(InitiativeId id, std::size_t option) {
  const std::pair key{id, option};
  if (const auto known = rollouts_.find(key); known != rollouts_.end()) return known->second;
  return rollouts_[key] = make_rollout(id, option);
}

RolloutNodes CaseValues::make_rollout(InitiativeId id, std::size_t option) {
  const Initiative& initiative = get(model_, id);
  const Rollout& plan = initiative.rollout;
  const auto planned = static_cast<double>(model_.options[option].starts[index_of(id)].value() - 1);
  RolloutNodes nodes;
  nodes.start = build_.constant(planned * months_per_step(model_.time));
  for (const InitiativeId needed : initiative.needs) {
    nodes.start = build_.maximum(nodes.start, rollout(needed, option).go_live);
  }
  nodes.go_live = build_.add(nodes.start, figure_at_start(plan.duration));
  const NodeId success = figure_at_start(plan.success);
  const NodeId failure = build_.subtract(build_.constant(1.0), success);
  const NodeId kept = build_.add(success, build_.multiply(failure, figure_at_start(plan.if_it_fails)));
  nodes.adoption = build_.multiply(build_.adoption(nodes.go_live, figure_at_start(plan.ramp), plan.shape), kept);
  return nodes;
}

}  // namespace wayworth::engine
