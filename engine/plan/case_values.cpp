#include "engine/plan/case_values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>

namespace wayworth::engine {

namespace {

const Case today{};

/// `expression` with every name replaced by what it stands for in the first step, no initiative being active.
Expression at_first_step(const Model& model, const Expression& expression) {
  struct Visitor {
    const Model& model;

    Expression operator()(const Expression::Number& value) const { return {value}; }
    Expression operator()(const Expression::Draw& draw) const { return {draw}; }
    Expression operator()(const Expression::StepValue& known) const { return number(known.by_step.front()); }
    Expression operator()(const Expression::StepDraw& draw) const { return {Expression::Draw{draw.first}}; }
    Expression operator()(const Expression::StockValue& named) const {
      const Stock& stock = model.stocks[index_of(named.stock)];
      const Expression initial = at_first_step(model, stock.initial);
      if (named.moment == StockMoment::before) return initial;
      const Expression left = call(Function::multiply, {initial, at_first_step(model, stock.kept)});
      const Expression moved = call(Function::add, {left, at_first_step(model, stock.added)});
      return stock.floor ? call(Function::maximum, {moved, at_first_step(model, *stock.floor)}) : moved;
    }
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

Members with(Members members, InitiativeId id) {
  members.insert(std::lower_bound(members.begin(), members.end(), id), id);
  return members;
}

CaseValues::CaseValues(const Model& model, PlanBuilder& builder) : model_(model), build_(builder) {
  collect_effects();
  links_.resize(model.drivers.size());
  for (const Link& link : model.links) links_[index_of(link.target)].push_back(&link);
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

const CaseValues::Reach& CaseValues::reach(DriverId id) {
  if (const auto known = driver_reach_.find(id); known != driver_reach_.end()) return known->second;
  const Driver& driver = model_.drivers[index_of(id)];
  Reach found = reach_of(driver_effects_[index_of(id)], {&driver.value, &driver.annual_growth});
  for (const Link* link : links_[index_of(id)]) {
    for (const DriverId cause : link->causes) join_reach({Expression::DriverValue{cause}}, found);
  }
  return driver_reach_[id] = std::move(found);
}

const CaseValues::Reach& CaseValues::reach(StreamId id) {
  if (const auto known = stream_reach_.find(id); known != stream_reach_.end()) return known->second;
  const Stream& stream = model_.streams[index_of(id)];
  return stream_reach_[id] =
             reach_of(stream_effects_[index_of(id)], {&stream.value, &stream.margin, &stream.cost_per_fte});
}

const CaseValues::Reach& CaseValues::reach(StockId id) {
  if (const auto known = stock_reach_.find(id); known != stock_reach_.end()) return known->second;
  const Stock& stock = model_.stocks[index_of(id)];
  Reach found = reach_of({}, {&stock.kept, &stock.added});
  if (stock.floor) join_reach(*stock.floor, found);
  return stock_reach_[id] = std::move(found);
}

CaseValues::Reach CaseValues::reach_of(const std::vector<TargetedEffect>& effects,
                                       const std::vector<const Expression*>& formulas) {
  Reach found(model_.initiatives.size(), false);
  for (const TargetedEffect& targeted : effects) found[index_of(targeted.initiative)] = true;
  for (const Expression* formula : formulas) join_reach(*formula, found);
  return found;
}

void CaseValues::join_reach(const Expression& formula, Reach& joined) {
  const auto join = [&joined](const Reach& other) {
    for (std::size_t i = 0; i < other.size(); ++i) joined[i] = joined[i] || other[i];
  };
  for (const DriverId id : drivers_named_in(formula)) join(reach(id));
  for (const StreamId id : streams_named_in(formula)) join(reach(id));
  for (const StockId id : stocks_named_in(formula)) join(reach(id));
}

bool CaseValues::touches(StreamId id, const Members& members) {
  Reach touching = reach(id);
  const std::optional<Release>& release = model_.streams[index_of(id)].release;
  if (release) {
    join_reach({Expression::StockValue{release->headcount, StockMoment::after}}, touching);
    join_reach(release->redundancies, touching);
    join_reach(release->severance, touching);
  }
  return std::any_of(members.begin(), members.end(), [&](InitiativeId member) { return touching[index_of(member)]; });
}

Case CaseValues::narrowed(const Case& at, const Reach& touching) const {
  Case narrow{at.option, {}};
  std::copy_if(at.members.begin(), at.members.end(), std::back_inserter(narrow.members),
               [&](InitiativeId id) { return touching[index_of(id)]; });
  if (narrow.members.empty()) narrow.option = 0;
  return narrow;
}

void CaseValues::mark(NodeId value, const Reach& touching) {
  if (std::find(touching.begin(), touching.end(), true) != touching.end()) build_.mark(value, CaseRole::of_case);
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
  const Case narrow = narrowed(at, reach(id));
  const std::tuple key{id, narrow.option, narrow.members};
  if (const auto known = unclamped_drivers_.find(key); known != unclamped_drivers_.end()) return known->second;
  NodeId value = today_of(model_.drivers[index_of(id)], narrow);
  for (const Link* link : links_[index_of(id)]) value = linked(value, *link, narrow);
  value = with_effects(value, driver_effects_[index_of(id)], narrow);
  mark(value, reach(id));
  return unclamped_drivers_[key] = value;
}

NodeId CaseValues::today_of(const Driver& driver, const Case& at) {
  const NodeId growth = build_.add(build_.constant(1.0), formula(driver.annual_growth, at));
  const NodeId factor = build_.apply(Function::power, {growth, formula(Expression{Expression::Year{}}, at)});
  return build_.multiply(formula(driver.value, at), factor);
}

NodeId CaseValues::shift_of(DriverId cause, const Case& at) {
  return build_.subtract(driver(cause, at), driver(cause, today));
}

NodeId CaseValues::linked(NodeId value, const Link& link, const Case& at) {
  const auto is_moved = [&](DriverId cause) { return driver(cause, at) != driver(cause, today); };
  if (std::none_of(link.causes.begin(), link.causes.end(), is_moved)) return value;
  const NodeId one = build_.constant(1.0);
  const NodeId coefficient = figure(link.coefficients.front());
  NodeId full{};
  switch (link.form) {
    case LinkForm::logit: {
      // The odds are multiplied by exp(coefficient * shift): c * odds / (1 + c * (odds - 1)).
      const NodeId shift = shift_of(link.causes.front(), at);
      const NodeId odds = build_.apply(Function::exponential, {build_.multiply(coefficient, shift)});
      const NodeId others = build_.add(one, build_.multiply(value, build_.subtract(odds, one)));
      full = build_.divide(build_.multiply(value, odds), others);
      break;
    }
    case LinkForm::elasticity: {
      const NodeId ratio = build_.divide(driver(link.causes.front(), at), driver(link.causes.front(), today));
      full = build_.multiply(value, build_.apply(Function::power, {ratio, coefficient}));
      break;
    }
    case LinkForm::mix: {
      full = value;
      for (std::size_t i = 0; i < link.causes.size(); ++i) {
        full = build_.add(full, build_.multiply(figure(link.coefficients[i]), shift_of(link.causes[i], at)));
      }
      break;
    }
  }
  return build_.add(value, build_.multiply(figure(link.attribution), build_.subtract(full, value)));
}

PlanBuilder::StockNodes CaseValues::stock(StockId id, const Case& at) {
  const Case narrow = narrowed(at, reach(id));
  const std::tuple key{id, narrow.option, narrow.members};
  if (const auto known = stocks_.find(key); known != stocks_.end()) return known->second;
  const Stock& stock = model_.stocks[index_of(id)];
  const double no_floor = -std::numeric_limits<double>::infinity();
  const NodeId floor = stock.floor ? formula(*stock.floor, narrow) : build_.constant(no_floor);
  const PlanBuilder::StockNodes nodes =
      build_.stock(formula(stock.kept, narrow), formula(stock.added, narrow), floor, figure_at_start(stock.initial));
  mark(nodes.before, reach(id));
  mark(nodes.after, reach(id));
  return stocks_[key] = nodes;
}

NodeId CaseValues::staff(StreamId id, const Case& at) {
  const Stream& stream = model_.streams[index_of(id)];
  return stream.release ? stock(stream.release->headcount, at).after : this->stream(id, at);
}

NodeId CaseValues::stream(StreamId id, const Case& at) {
  const Case narrow = narrowed(at, reach(id));
  const std::tuple key{id, narrow.option, narrow.members};
  if (const auto known = streams_.find(key); known != streams_.end()) return known->second;
  const NodeId today_value = formula(model_.streams[index_of(id)].value, narrow);
  const NodeId value = with_effects(today_value, stream_effects_[index_of(id)], narrow);
  mark(value, reach(id));
  return streams_[key] = value;
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
    NodeId operator()(const Expression::StockValue& named) const {
      const PlanBuilder::StockNodes nodes = values.stock(named.stock, at);
      return named.moment == StockMoment::before ? nodes.before : nodes.after;
    }
    NodeId operator()(const Expression::StepValue& known) const { return values.build_.table(known.by_step); }
    NodeId operator()(const Expression::StepDraw& draw) const {
      if (index_of(draw.first) + values.model_.time.steps > values.model_.inputs.size()) {
        throw std::logic_error("a model without a draw for each of its steps");
      }
      return values.build_.step_input(draw.first);
    }
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
  RolloutNodes nodes;
  if (option == any_schedule) {
    nodes.start = build_.parameter(start_parameter(id));
    nodes.active = build_.parameter(active_parameter(id));
  } else {
    const auto planned = static_cast<double>(model_.options[option].starts[index_of(id)].value() - 1);
    nodes.start = build_.constant(planned * months_per_step(model_.time));
    nodes.active = build_.constant(1.0);
  }
  for (const Need& need : initiative.needs) {
    const NodeId live = rollout(need.initiative, option).go_live;
    nodes.start = build_.maximum(nodes.start, build_.add(live, build_.constant(need.lag_months)));
  }
  const NodeId duration = figure_at_start(plan.duration);
  const NodeId delay = figure_at_start(plan.delay);
  nodes.go_live = build_.add(build_.add(nodes.start, duration), delay);
  nodes.cost_factor = build_.constant(1.0);
  if (plan.costs_more_when_delayed) nodes.cost_factor = build_.add(nodes.cost_factor, share_of(delay, duration));
  const NodeId success = figure_at_start(plan.success);
  const NodeId failure = build_.subtract(build_.constant(1.0), success);
  const NodeId kept = build_.add(success, build_.multiply(failure, figure_at_start(plan.if_it_fails)));
  const NodeId at_most = build_.multiply(kept, nodes.active);
  nodes.adoption = build_.multiply(build_.adoption(nodes.go_live, figure_at_start(plan.ramp), plan.shape), at_most);
  nodes.adoption = build_.multiply(nodes.adoption, left_by_decay(plan, nodes.go_live));
  return nodes;
}

/// part / whole; 0 where the whole is.
NodeId CaseValues::share_of(NodeId part, NodeId whole) {
  const NodeId zero = build_.constant(0.0);
  if (build_.is_constant(part, 0.0)) return zero;
  const NodeId is_something = build_.apply(Function::not_equal, {whole, zero});
  return build_.apply(Function::choose, {is_something, build_.divide(part, whole), zero});
}

/// What decay leaves of the effect, in the middle of each step.
NodeId CaseValues::left_by_decay(const Rollout& plan, NodeId go_live) {
  const NodeId decay = figure_at_start(plan.decay);
  const NodeId zero = build_.constant(0.0);
  if (build_.is_constant(decay, 0.0)) return build_.constant(1.0);
  const double months = months_per_step(model_.time);
  const NodeId middle = build_.by_step([&](double step) { return (step - 0.5) * months; });
  const NodeId from = build_.add(go_live, figure_at_start(plan.decay_after));
  const NodeId decaying = build_.maximum(build_.subtract(middle, from), zero);
  const NodeId years = build_.divide(decaying, build_.constant(12.0));
  return build_.apply(Function::power, {build_.subtract(build_.constant(1.0), decay), years});
}

}  // namespace wayworth::engine
