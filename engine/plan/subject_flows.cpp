#include "engine/plan/subject_flows.hpp"

#include <algorithm>

namespace wayworth::engine {

namespace {

/// Collects the yearly amounts of the benefit lines of one subject.
class BenefitLines {
public:
  BenefitLines(const Model& model, PlanBuilder& build, CaseValues& values, const Case& with, const Members& without)
      : model_(model), build_(build), values_(values), with_(with), without_{with.option, without} {
    std::set_difference(with.members.begin(), with.members.end(), without.begin(), without.end(),
                        std::back_inserter(own_));
    revenue = cost_savings = staff_savings = not_cashable = freed_fte = not_cashable_fte = severance =
        build_.constant(0.0);
  }

  void add_streams() {
    for (std::size_t i = 0; i < model_.streams.size(); ++i) add_stream(static_cast<StreamId>(i));
  }

  void add_stream(StreamId id) {
    if (!values_.touches(id, own_)) return;
    const Stream& stream = model_.streams[index_of(id)];
    if (stream.kind == StreamKind::revenue) {
      accumulate(revenue, build_.difference(contribution(id, with_), contribution(id, without_)));
    } else if (stream.kind == StreamKind::cost) {
      accumulate(cost_savings, build_.difference(values_.stream(id, without_), values_.stream(id, with_)));
      accumulate(not_cashable, difference_of_not_cashable(id, &BenefitLines::saving));
    } else {
      accumulate(staff_savings, build_.difference(staff_cost(id, without_), staff_cost(id, with_)));
      accumulate(freed_fte, build_.difference(values_.staff(id, without_), values_.staff(id, with_)));
      accumulate(not_cashable, difference_of_not_cashable(id, &BenefitLines::staff_saving));
      accumulate(not_cashable_fte, difference_of_not_cashable(id, &BenefitLines::freed));
      accumulate(severance, build_.difference(severance_paid(id, with_), severance_paid(id, without_)));
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
  NodeId severance;  ///< in the step

private:
  using Saving = NodeId (BenefitLines::*)(StreamId, const Case&);

  void accumulate(NodeId& sum, NodeId amount) { sum = build_.add(sum, amount); }

  NodeId contribution(StreamId id, const Case& at) {
    return build_.multiply(values_.stream(id, at), values_.formula(model_.streams[index_of(id)].margin, at));
  }
  NodeId staff_cost(StreamId id, const Case& at) {
    return build_.multiply(values_.staff(id, at), values_.formula(model_.streams[index_of(id)].cost_per_fte, at));
  }
  NodeId severance_paid(StreamId id, const Case& at) {
    const std::optional<Release>& release = model_.streams[index_of(id)].release;
    if (!release) return build_.constant(0.0);
    return build_.multiply(values_.formula(release->redundancies, at), values_.formula(release->severance, at));
  }
  NodeId saving(StreamId id, const Case& at) {
    return build_.subtract(values_.stream(id, today_), values_.stream(id, at));
  }
  NodeId freed(StreamId id, const Case& at) {
    return build_.subtract(values_.staff(id, today_), values_.staff(id, at));
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
    return build_.difference(not_cashable_part((this->*saved)(id, with_), cashable),
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
    capital = capital_at_start = depreciation = build_.constant(0.0);
  }

  void add(InitiativeId id) {
    for (const Cost& cost : get(model_, id).costs) {
      if (cost.kind == CostKind::running) {
        add_running(cost, values_.rollout(id, option_));
      } else {
        add_one_off(cost, values_.rollout(id, option_));
      }
    }
  }

  NodeId spread, running, lumps, discounted_lumps, lumps_at_start, capital, capital_at_start, depreciation;

private:
  void sum(NodeId& total, NodeId amount) { total = build_.add(total, amount); }

  NodeId amount_of(const Cost& cost, const RolloutNodes& rollout) {
    return build_.multiply(rollout.active, values_.figure(cost.amount));
  }

  void add_running(const Cost& cost, const RolloutNodes& rollout) {
    const NodeId from = cost.from == CostFrom::start ? rollout.start : rollout.go_live;
    NodeId paid = build_.live_share(from);
    if (cost.lasts) {
      const NodeId until = build_.add(from, values_.figure_at_start(*cost.lasts));
      paid = build_.subtract(paid, build_.live_share(until));
    }
    sum(running, build_.multiply(amount_of(cost, rollout), paid));
  }

  void add_one_off(const Cost& cost, const RolloutNodes& rollout) {
    const bool is_spread = cost.from == CostFrom::over_implementation && rollout.start != rollout.go_live;
    if (is_spread) {
      add_spread(cost, rollout);
    } else {
      add_lump(cost, rollout);
    }
    if (cost.depreciated_years) {
      NodeId amount = amount_of(cost, rollout);
      if (is_spread) amount = build_.multiply(amount, rollout.cost_factor);
      add_depreciation(amount, rollout.go_live, *cost.depreciated_years);
    }
  }

  void add_spread(const Cost& cost, const RolloutNodes& rollout) {
    const NodeId amount = build_.multiply(amount_of(cost, rollout), rollout.cost_factor);
    const NodeId in_step = build_.multiply(amount, share_paid(cost.profile, rollout));
    sum(spread, in_step);
    if (cost.depreciated_years) sum(capital, in_step);
  }

  /// The share of a cost paid over the implementation that falls into the step.
  NodeId share_paid(const std::vector<double>& profile, const RolloutNodes& rollout) {
    if (profile.empty()) return build_.implementation_share(rollout.start, rollout.go_live);
    const NodeId time = build_.subtract(rollout.go_live, rollout.start);
    const auto edge = [&](std::size_t i) {
      if (i == profile.size()) return rollout.go_live;
      const double share = static_cast<double>(i) / static_cast<double>(profile.size());
      return build_.add(rollout.start, build_.multiply(time, build_.constant(share)));
    };
    NodeId paid = build_.constant(0.0);
    for (std::size_t i = 0; i < profile.size(); ++i) {
      const NodeId part = build_.implementation_share(edge(i), edge(i + 1));
      paid = build_.add(paid, build_.multiply(build_.constant(profile[i]), part));
    }
    return paid;
  }

  /// What 1 is worth that is paid after so many months.
  NodeId discount_factor_at(NodeId months) {
    const std::span<const double> rates = model_.discounting.rates.by_year();
    const NodeId years_before = build_.divide(months, build_.constant(-12.0));
    if (rates.size() == 1) return build_.apply(Function::power, {build_.constant(1.0 + rates[0]), years_before});
    // The logarithm is a line whose slope changes where a year begins.
    NodeId logarithm = build_.multiply(years_before, build_.constant(std::log1p(rates[0])));
    for (std::size_t year = 1; year < rates.size(); ++year) {
      const NodeId since =
          build_.minimum(build_.add(years_before, build_.constant(static_cast<double>(year))), build_.constant(0.0));
      const double change = std::log1p(rates[year]) - std::log1p(rates[year - 1]);
      logarithm = build_.add(logarithm, build_.multiply(since, build_.constant(change)));
    }
    return build_.apply(Function::exponential, {logarithm});
  }

  void add_lump(const Cost& cost, const RolloutNodes& rollout) {
    const NodeId at = cost.from == CostFrom::go_live ? rollout.go_live : rollout.start;
    const NodeId factor = discount_factor_at(at);
    const NodeId in_step = build_.multiply(amount_of(cost, rollout), build_.lump_share(at));
    const NodeId is_very_start = build_.apply(Function::less_equal, {at, build_.constant(0.0)});
    const NodeId amount_at_start = build_.multiply(rollout.active, values_.figure_at_start(cost.amount));
    const NodeId paid_at_start = build_.multiply(amount_at_start, is_very_start);
    sum(lumps, in_step);
    sum(discounted_lumps, build_.multiply(in_step, factor));
    sum(lumps_at_start, paid_at_start);
    if (!cost.depreciated_years) return;
    sum(capital, in_step);
    sum(capital_at_start, paid_at_start);
  }

  void add_depreciation(NodeId amount, NodeId go_live, double years) {
    const NodeId end = build_.add(go_live, build_.constant(12.0 * years));
    const NodeId share = build_.subtract(build_.live_share(go_live), build_.live_share(end));
    sum(depreciation, build_.multiply(build_.divide(amount, build_.constant(years)), share));
  }

  const Model& model_;
  PlanBuilder& build_;
  CaseValues& values_;
  std::size_t option_;
};

SubjectFlows together(PlanBuilder& build, const BenefitLines& benefits, const CostLines& costs) {
  return {.revenue = benefits.revenue,
          .cost_savings = benefits.cost_savings,
          .staff_savings = benefits.staff_savings,
          .not_cashable = benefits.not_cashable,
          .spread_one_off = build.add(costs.spread, benefits.severance),
          .running_costs = costs.running,
          .lumps = costs.lumps,
          .discounted_lumps = costs.discounted_lumps,
          .lumps_at_start = costs.lumps_at_start,
          .capital = costs.capital,
          .capital_at_start = costs.capital_at_start,
          .depreciation = costs.depreciation,
          .freed_fte = benefits.freed_fte,
          .not_cashable_fte = benefits.not_cashable_fte};
}

}  // namespace

SubjectFlows subject_flows(const Model& model, PlanBuilder& build, CaseValues& values, const Case& with,
                           const Members& without) {
  BenefitLines benefits(model, build, values, with, without);
  benefits.add_streams();
  benefits.add_stated_benefits();
  CostLines costs(model, build, values, with.option);
  for (const InitiativeId id : benefits.own()) costs.add(id);
  return together(build, benefits, costs);
}

SubjectFlows stream_flows(const Model& model, PlanBuilder& build, CaseValues& values, const Case& with,
                          const Members& without, StreamId stream) {
  BenefitLines benefits(model, build, values, with, without);
  benefits.add_stream(stream);
  return together(build, benefits, CostLines(model, build, values, with.option));
}

SubjectFlows own_flows(const Model& model, PlanBuilder& build, CaseValues& values, std::size_t option,
                       InitiativeId id) {
  BenefitLines benefits(model, build, values, {option, {id}}, {});
  benefits.add_stated_benefits();
  CostLines costs(model, build, values, option);
  costs.add(id);
  return together(build, benefits, costs);
}

}  // namespace wayworth::engine
