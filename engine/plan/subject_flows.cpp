#include "engine/plan/subject_flows.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "engine/finance/discount.hpp"

namespace wayworth::engine {

namespace {

/// Collects the yearly amounts of the benefit lines of one subject.
class BenefitLines {
public:
  BenefitLines(const Model& model, PlanBuilder& build, CaseValues& values, const Case& with, const Members& without)
      : model_(model), build_(build), values_(values), with_(with), without_{with.option, without} {
    std::set_difference(with.members.begin(), with.members.end(), without.begin(), without.end(),
                        std::back_inserter(own_));
    revenue = cost_savings = staff_savings = not_cashable = freed_fte = not_cashable_fte = build_.constant(0.0);
  }

  void add_streams() {
    for (std::size_t i = 0; i < model_.streams.size(); ++i) {
      const auto id = static_cast<StreamId>(i);
      if (!values_.touches(id, own_)) continue;
      const Stream& stream = model_.streams[i];
      if (stream.kind == StreamKind::revenue) {
        accumulate(revenue, build_.subtract(contribution(id, with_), contribution(id, without_)));
      } else if (stream.kind == StreamKind::cost) {
        accumulate(cost_savings, build_.subtract(values_.stream(id, without_), values_.stream(id, with_)));
        accumulate(not_cashable, difference_of_not_cashable(id, &BenefitLines::saving));
      } else {
        accumulate(staff_savings, build_.subtract(staff_cost(id, without_), staff_cost(id, with_)));
        accumulate(freed_fte, build_.subtract(values_.stream(id, without_), values_.stream(id, with_)));
        accumulate(not_cashable, difference_of_not_cashable(id, &BenefitLines::staff_saving));
        accumulate(not_cashable_fte, difference_of_not_cashable(id, &BenefitLines::saving));
      }
    }
  }

  void add_stated_benefits() {
    for (const InitiativeId id : own_) {
      for (const Benefit& benefit : get(model_, id).benefits) {
        const NodeId adoption = values_.rollout(id, with_.option).adoption;
        const NodeId amount = build_.multiply(adoption, values_.figure(benefit.amount));
        accumulate(benefit.kind == BenefitKind::revenue ? revenue : cost_savings, amount);
        accumulate(not_cashable, not_cashable_part(amount, benefit.cashable));
      }
    }
  }

  const Members& own() const { return own_; }

  NodeId revenue, cost_savings, staff_savings, not_cashable, freed_fte, not_cashable_fte;

private:
  using Saving = NodeId (BenefitLines::*)(StreamId, const Case&);

  void accumulate(NodeId& sum, NodeId amount) { sum = build_.add(sum, amount); }

  NodeId contribution(StreamId id, const Case& at) {
    return build_.multiply(values_.stream(id, at), values_.formula(model_.streams[index_of(id)].margin, at));
  }
  NodeId staff_cost(StreamId id, const Case& at) {
    return build_.multiply(values_.stream(id, at), values_.formula(model_.streams[index_of(id)].cost_per_fte, at));
  }
  NodeId saving(StreamId id, const Case& at) {
    return build_.subtract(values_.stream(id, today_), values_.stream(id, at));
  }
  NodeId staff_saving(StreamId id, const Case& at) {
    return build_.subtract(staff_cost(id, today_), staff_cost(id, at));
  }

  /// Of a saving only the cashable share leaves the budget; of additional cost all of it enters.
  NodeId not_cashable_part(NodeId amount, const Expression& cashable) {
    const NodeId share = build_.subtract(build_.constant(1.0), values_.figure(cashable));
    return build_.multiply(share, build_.maximum(amount, build_.constant(0.0)));
  }

  NodeId difference_of_not_cashable(StreamId id, Saving saved) {
    const Expression& cashable = model_.streams[index_of(id)].cashable;
    return build_.subtract(not_cashable_part((this->*saved)(id, with_), cashable),
                           not_cashable_part((this->*saved)(id, without_), cashable));
  }

  const Model& model_;
  PlanBuilder& build_;
  CaseValues& values_;
  const Case with_;
  const Case without_;
  const Case today_{};
  Members own_;
};

/// Collects the costs of the initiatives of one subject.
class CostLines {
public:
  CostLines(const Model& model, PlanBuilder& build, CaseValues& values, std::size_t option)
      : model_(model), build_(build), values_(values), option_(option) {
    spread = running = lumps = discounted_lumps = lumps_at_start = build_.constant(0.0);
  }

  void add(InitiativeId id) {
    const RolloutNodes& rollout = values_.rollout(id, option_);
    for (const Cost& cost : get(model_, id).costs) {
      const NodeId amount = values_.figure(cost.amount);
      if (cost.kind == CostKind::running) {
        const NodeId from = cost.from == CostFrom::start ? rollout.start : rollout.go_live;
        sum(running, build_.multiply(amount, build_.live_share(from)));
      } else if (cost.from == CostFrom::start || rollout.start == rollout.go_live) {
        add_lump(cost, rollout.start);
      } else {
        sum(spread, build_.multiply(amount, build_.implementation_share(rollout.start, rollout.go_live)));
      }
    }
  }

  NodeId spread, running, lumps, discounted_lumps, lumps_at_start;

private:
  void sum(NodeId& total, NodeId amount) { total = build_.add(total, amount); }

  void add_lump(const Cost& cost, NodeId at) {
    const NodeId years_before = build_.divide(at, build_.constant(-12.0));
    const NodeId factor =
        build_.apply(Function::power, {build_.constant(1.0 + model_.discounting.annual_rate), years_before});
    const NodeId in_step = build_.multiply(values_.figure(cost.amount), build_.lump_share(at));
    const NodeId is_very_start = build_.apply(Function::less_equal, {at, build_.constant(0.0)});
    sum(lumps, in_step);
    sum(discounted_lumps, build_.multiply(in_step, factor));
    sum(lumps_at_start, build_.multiply(values_.figure_at_start(cost.amount), is_very_start));
  }

  const Model& model_;
  PlanBuilder& build_;
  CaseValues& values_;
  std::size_t option_;
};

}  // namespace

SubjectFlows subject_flows(const Model& model, PlanBuilder& build, CaseValues& values, const Case& with,
                           const Members& without) {
  BenefitLines benefits(model, build, values, with, without);
  benefits.add_streams();
  benefits.add_stated_benefits();
  CostLines costs(model, build, values, with.option);
  for (const InitiativeId id : benefits.own()) costs.add(id);
  return {.revenue = benefits.revenue,
          .cost_savings = benefits.cost_savings,
          .staff_savings = benefits.staff_savings,
          .not_cashable = benefits.not_cashable,
          .spread_one_off = costs.spread,
          .running_costs = costs.running,
          .lumps = costs.lumps,
          .discounted_lumps = costs.discounted_lumps,
          .lumps_at_start = costs.lumps_at_start,
          .freed_fte = benefits.freed_fte,
          .not_cashable_fte = benefits.not_cashable_fte};
}

namespace {

/// Makes the nodes of the measures of one subject.
class Measures {
public:
  Measures(const Plan& plan, PlanBuilder& build, const SubjectFlows& flows)
      : plan_(plan), build_(build), flows_(flows), zero_(build.constant(0.0)), one_(build.constant(1.0)) {
    discount_ = build.table(discount_factors(plan.discounting.annual_rate, plan.discounting.timing,
                                             plan.time.steps_per_year, plan.time.steps));
    discount_of_yearly_ = build.multiply(discount_, in_step(one_));
    at_start_ = build.subtract(zero_, flows.lumps_at_start);
    const NodeId benefits = build.add(build.add(flows.revenue, flows.cost_savings), flows.staff_savings);
    const NodeId yearly = in_step(build.subtract(benefits, flows.running_costs));
    net_without_lumps_ = build.subtract(yearly, flows.spread_one_off);
    net = build.subtract(net_without_lumps_, flows.lumps);
  }

  /// The part of an amount a year that falls into one step.
  NodeId in_step(NodeId yearly) { return build_.multiply(yearly, build_.constant(1.0 / plan_.time.steps_per_year)); }

  NodeId net;
  NodeId at_start() const { return at_start_; }

  NodeId of(Measure measure) {
    switch (measure) {
      case Measure::npv:
        return build_.subtract(of(Measure::pv_benefits), of(Measure::pv_costs));
      case Measure::cash_npv:
        return build_.subtract(of(Measure::npv), present_value_of_yearly(flows_.not_cashable));
      case Measure::roi:
        return per_cost(of(Measure::npv));
      case Measure::benefit_cost_ratio:
        return per_cost(of(Measure::pv_benefits));
      case Measure::pv_benefits:
        return build_.add(build_.add(of(Measure::pv_revenue), of(Measure::pv_cost_savings)),
                          of(Measure::pv_staff_savings));
      case Measure::pv_revenue:
        return present_value_of_yearly(flows_.revenue);
      case Measure::pv_cost_savings:
        return present_value_of_yearly(flows_.cost_savings);
      case Measure::pv_staff_savings:
        return present_value_of_yearly(flows_.staff_savings);
      case Measure::pv_costs:
        return build_.add(of(Measure::pv_one_off_costs), present_value_of_yearly(flows_.running_costs));
      case Measure::pv_one_off_costs:
        return build_.add(present_value(flows_.spread_one_off),
                          total(flows_.discounted_lumps, one_, flows_.lumps_at_start));
      case Measure::payback:
        return payback_months(cumulative());
      case Measure::discounted_payback:
        return payback_months(discounted_cumulative());
      case Measure::peak_funding: {
        const NodeId lowest = build_.at_end(build_.running_minimum(cumulative(), at_start_));
        return build_.maximum(build_.subtract(zero_, lowest), zero_);
      }
      case Measure::freed_fte:
        return total(flows_.freed_fte, last_step_only(), zero_);
      case Measure::cashed_fte:
        return build_.subtract(of(Measure::freed_fte), total(flows_.not_cashable_fte, last_step_only(), zero_));
      case Measure::revenue_per_year:
        return total(flows_.revenue, average_of_last_year(), zero_);
      case Measure::savings_per_year:
        return total(build_.add(flows_.cost_savings, flows_.staff_savings), average_of_last_year(), zero_);
      case Measure::one_off_costs:
        return build_.add(total(flows_.spread_one_off, one_, zero_), total(flows_.lumps, one_, flows_.lumps_at_start));
    }
    throw std::logic_error("plan: a measure without a formula");
  }

private:
  NodeId total(NodeId x, NodeId weight, NodeId initial) { return build_.at_end(build_.accumulate(x, weight, initial)); }
  NodeId present_value(NodeId x) { return total(x, discount_, zero_); }
  NodeId present_value_of_yearly(NodeId x) { return total(x, discount_of_yearly_, zero_); }
  NodeId cumulative() { return build_.accumulate(net, one_, at_start_); }
  NodeId discounted_cumulative() {
    if (build_.is_constant(flows_.discounted_lumps, 0.0)) {
      return build_.accumulate(net_without_lumps_, discount_, at_start_);
    }
    const NodeId discounted = build_.multiply(net_without_lumps_, discount_);
    return build_.accumulate(build_.subtract(discounted, flows_.discounted_lumps), one_, at_start_);
  }
  NodeId payback_months(NodeId carried) {
    return build_.multiply(build_.at_end(build_.payback(carried, at_start_)),
                           build_.constant(months_per_step(plan_.time)));
  }
  /// Undefined (NaN) in a trial without cost.
  NodeId per_cost(NodeId value) {
    const NodeId costs = of(Measure::pv_costs);
    const NodeId undefined = build_.constant(std::numeric_limits<double>::quiet_NaN());
    const NodeId has_cost = build_.apply(Function::not_equal, {costs, zero_});
    return build_.apply(Function::choose, {has_cost, build_.divide(value, costs), undefined});
  }
  NodeId last_step_only() {
    const auto last = static_cast<double>(plan_.time.steps);
    return build_.by_step([&](double step) { return step == last ? 1.0 : 0.0; });
  }
  /// Averages the yearly amounts of the last year, or of the horizon when it is shorter.
  NodeId average_of_last_year() {
    const auto steps = static_cast<double>(plan_.time.steps);
    const double counted = std::min<double>(plan_.time.steps_per_year, steps);
    return build_.by_step([&](double step) { return step > steps - counted ? 1.0 / counted : 0.0; });
  }

  const Plan& plan_;
  PlanBuilder& build_;
  const SubjectFlows& flows_;
  NodeId zero_;
  NodeId one_;
  NodeId discount_{};            ///< factors of the steps
  NodeId discount_of_yearly_{};  ///< the same for amounts a year
  NodeId at_start_{};
  NodeId net_without_lumps_{};
};

}  // namespace

void add_outputs(Plan& plan, PlanBuilder& build, const Subject& subject, const SubjectFlows& flows) {
  Measures measures(plan, build, flows);
  for (const Measure measure : all_measures()) plan.outputs.push_back({subject, measure, measures.of(measure)});

  const NodeId zero = build.constant(0.0);
  const PlanFlow net{subject, FlowLine::net, measures.at_start(), measures.net};
  if (subject.scope == Scope::programme) plan.kept_flows.push_back(net);
  if (subject.option != 0 || subject.scope == Scope::last) return;
  plan.flows.push_back(net);
  if (subject.scope == Scope::alone) return;
  plan.flows.push_back({subject, FlowLine::revenue, zero, measures.in_step(flows.revenue)});
  plan.flows.push_back({subject, FlowLine::cost_savings, zero, measures.in_step(flows.cost_savings)});
  plan.flows.push_back({subject, FlowLine::staff_savings, zero, measures.in_step(flows.staff_savings)});
  plan.flows.push_back(
      {subject, FlowLine::one_off_costs, flows.lumps_at_start, build.add(flows.spread_one_off, flows.lumps)});
  plan.flows.push_back({subject, FlowLine::running_costs, zero, measures.in_step(flows.running_costs)});
  plan.flows.push_back({subject, FlowLine::cash_net, measures.at_start(),
                        build.subtract(measures.net, measures.in_step(flows.not_cashable))});
}

}  // namespace wayworth::engine
