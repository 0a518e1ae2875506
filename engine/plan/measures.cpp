#include "engine/plan/measures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "engine/finance/discount.hpp"

namespace wayworth::engine {

namespace {

/// Makes the nodes of the measures of one subject.
class Measures {
public:
  Measures(const Plan& plan, PlanBuilder& build, const SubjectFlows& flows)
      : plan_(plan), build_(build), flows_(flows), zero_(build.constant(0.0)), one_(build.constant(1.0)) {
    discount_ = build.table(
        discount_factors(plan.discounting.rates, plan.discounting.timing, plan.time.steps_per_year, plan.time.steps));
    discount_of_yearly_ = build.multiply(discount_, in_step(one_));
    const NodeId benefits = build.add(build.add(flows.revenue, flows.cost_savings), flows.staff_savings);
    surplus_ = build.subtract(benefits, flows.running_costs);
    taxes = taxes_on(surplus_);
    at_start = build.subtract(zero_, build.add(flows.lumps_at_start, taxes.at_start));
    const NodeId before_tax = build.subtract(in_step(surplus_), flows.spread_one_off);
    net_without_lumps_ = build.subtract(before_tax, taxes.in_step);
    net = build.subtract(net_without_lumps_, flows.lumps);
  }

  /// The net flow of which savings count with their cashable share only.
  struct Flow {
    NodeId at_start{};
    NodeId in_step{};
  };
  Flow cash_net() {
    const Flow cash_taxes = taxes_on(cash_surplus());
    const NodeId in_cash = build_.subtract(net, in_step(flows_.not_cashable));
    return {build_.subtract(at_start, build_.subtract(cash_taxes.at_start, taxes.at_start)),
            build_.subtract(in_cash, build_.subtract(cash_taxes.in_step, taxes.in_step))};
  }

  /// The part of an amount a year that falls into one step.
  NodeId in_step(NodeId yearly) { return build_.multiply(yearly, build_.constant(1.0 / plan_.time.steps_per_year)); }

  Flow taxes;
  NodeId net{};
  NodeId at_start{};  ///< of `net`

  NodeId of(Measure measure) {
    switch (measure) {
      case Measure::npv:
        return build_.add(
            build_.subtract(build_.subtract(of(Measure::pv_benefits), of(Measure::pv_costs)), of(Measure::pv_taxes)),
            of(Measure::pv_terminal_value));
      case Measure::cash_npv: {
        const NodeId more_tax = build_.subtract(present_value(taxes_on(cash_surplus())), of(Measure::pv_taxes));
        const NodeId more_later = build_.subtract(terminal_value(cash_surplus()), of(Measure::pv_terminal_value));
        const NodeId in_cash = build_.subtract(of(Measure::npv), present_value_of_yearly(flows_.not_cashable));
        return build_.add(build_.subtract(in_cash, more_tax), more_later);
      }
      case Measure::roi:
        return per_cost(of(Measure::npv));
      case Measure::benefit_cost_ratio:
        return per_cost(build_.add(of(Measure::npv), of(Measure::pv_costs)));
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
      case Measure::pv_taxes:
        return present_value(taxes);
      case Measure::pv_terminal_value:
        return terminal_value(surplus_);
      case Measure::payback:
        return payback_months(cumulative());
      case Measure::discounted_payback:
        return payback_months(discounted_cumulative());
      case Measure::peak_funding: {
        const NodeId lowest = build_.at_end(build_.running_minimum(cumulative(), at_start));
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
  NodeId cash_surplus() { return build_.subtract(surplus_, flows_.not_cashable); }

  /// Tax on a surplus a year, less depreciation and what of the one-off costs is an expense.
  Flow taxes_on(NodeId surplus) {
    if (plan_.tax.rate == 0.0) return {zero_, zero_};
    const NodeId rate = build_.constant(plan_.tax.rate);
    const NodeId one_off = build_.add(flows_.spread_one_off, flows_.lumps);
    const NodeId expensed = build_.subtract(one_off, flows_.capital);
    const NodeId expensed_at_start = build_.subtract(flows_.lumps_at_start, flows_.capital_at_start);
    const NodeId taxable = build_.subtract(in_step(build_.subtract(surplus, flows_.depreciation)), expensed);
    if (!plan_.tax.losses_are_carried_forward) {
      return {build_.subtract(zero_, build_.multiply(rate, expensed_at_start)), build_.multiply(rate, taxable)};
    }
    const NodeId losses = build_.stock(one_, build_.subtract(zero_, taxable), zero_, expensed_at_start).before;
    return {zero_, build_.multiply(rate, build_.maximum(build_.subtract(taxable, losses), zero_))};
  }

  /// Source: Gordon, "Dividends, earnings, and stock prices", Review of Economics and Statistics 41, 1959 (growing);
  /// a perpetuity that shrinks by the fading rate instead.
  NodeId terminal_value(NodeId surplus) {
    const double discount_rate = plan_.discounting.rates.last();
    const double rate = plan_.terminal_value.annual_rate;
    double multiple = 0.0;
    if (plan_.terminal_value.form == TerminalValue::Form::growing) multiple = (1.0 + rate) / (discount_rate - rate);
    if (plan_.terminal_value.form == TerminalValue::Form::fading) multiple = (1.0 - rate) / (discount_rate + rate);
    if (multiple == 0.0) return zero_;
    const double years = static_cast<double>(plan_.time.steps) / plan_.time.steps_per_year;
    const double factor = multiple * discount_factor(plan_.discounting.rates, years) * (1.0 - plan_.tax.rate);
    return build_.multiply(total(surplus, average_of_last_year(), zero_), build_.constant(factor));
  }

  NodeId present_value(const Flow& flow) {
    return build_.at_end(build_.accumulate(flow.in_step, discount_, flow.at_start));
  }
  NodeId total(NodeId x, NodeId weight, NodeId initial) { return build_.at_end(build_.accumulate(x, weight, initial)); }
  NodeId present_value(NodeId x) { return total(x, discount_, zero_); }
  NodeId present_value_of_yearly(NodeId x) { return total(x, discount_of_yearly_, zero_); }
  NodeId cumulative() { return build_.accumulate(net, one_, at_start); }
  NodeId discounted_cumulative() {
    if (build_.is_constant(flows_.discounted_lumps, 0.0)) {
      return build_.accumulate(net_without_lumps_, discount_, at_start);
    }
    const NodeId discounted = build_.multiply(net_without_lumps_, discount_);
    return build_.accumulate(build_.subtract(discounted, flows_.discounted_lumps), one_, at_start);
  }
  NodeId payback_months(NodeId carried) {
    return build_.multiply(build_.at_end(build_.payback(carried, at_start)),
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
  NodeId surplus_{};             ///< benefits less running costs, a year
  NodeId net_without_lumps_{};
};

}  // namespace

NodeId measure_node(const Plan& plan, PlanBuilder& build, const SubjectFlows& flows, Measure measure) {
  return Measures(plan, build, flows).of(measure);
}

void add_outputs(Plan& plan, PlanBuilder& build, const Subject& subject, const SubjectFlows& flows) {
  Measures measures(plan, build, flows);
  if (subject.scope == Scope::last) {
    plan.outputs.push_back({subject, Measure::npv, measures.of(Measure::npv)});
    return;
  }
  for (const Measure measure : all_measures()) plan.outputs.push_back({subject, measure, measures.of(measure)});

  const NodeId zero = build.constant(0.0);
  const PlanFlow net{subject, FlowLine::net, measures.at_start, measures.net};
  if (subject.scope == Scope::programme) plan.kept_flows.push_back(net);
  if (subject.option != 0) return;
  plan.flows.push_back(net);
  if (subject.scope == Scope::alone) return;
  plan.flows.push_back({subject, FlowLine::revenue, zero, measures.in_step(flows.revenue)});
  plan.flows.push_back({subject, FlowLine::cost_savings, zero, measures.in_step(flows.cost_savings)});
  plan.flows.push_back({subject, FlowLine::staff_savings, zero, measures.in_step(flows.staff_savings)});
  plan.flows.push_back(
      {subject, FlowLine::one_off_costs, flows.lumps_at_start, build.add(flows.spread_one_off, flows.lumps)});
  plan.flows.push_back({subject, FlowLine::running_costs, zero, measures.in_step(flows.running_costs)});
  plan.flows.push_back({subject, FlowLine::taxes, measures.taxes.at_start, measures.taxes.in_step});
  const auto cash_net = measures.cash_net();
  plan.flows.push_back({subject, FlowLine::cash_net, cash_net.at_start, cash_net.in_step});
}

}  // namespace wayworth::engine
