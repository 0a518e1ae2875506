#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>

#include "engine/execute/reference.hpp"
#include "engine/finance/discount.hpp"

namespace wayworth::engine {
namespace {

std::vector<InitiativeId> without(const std::vector<InitiativeId>& all, const std::vector<InitiativeId>& some) {
  std::vector<InitiativeId> rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(rest));
  return rest;
}

std::vector<InitiativeId> inserted(std::vector<InitiativeId> ids, InitiativeId id) {
  ids.insert(std::upper_bound(ids.begin(), ids.end(), id), id);
  return ids;
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Adds `sign` times `part` to `line`.
void add(MoneyLine& line, double sign, const MoneyLine& part) {
  for (std::size_t entry = 0; entry < line.flow.size(); ++entry) {
    line.flow[entry] += sign * part.flow[entry];
    line.present_value[entry] += sign * part.present_value[entry];
  }
}

void add_to(std::vector<double>& sum, double sign, const std::vector<double>& part) {
  for (std::size_t entry = 0; entry < sum.size(); ++entry) sum[entry] += sign * part[entry];
}

FlowLine line_of(StreamKind kind) {
  if (kind == StreamKind::revenue) return FlowLine::revenue;
  return kind == StreamKind::fte ? FlowLine::staff_savings : FlowLine::cost_savings;
}

FlowLine line_of(BenefitKind kind) {
  return kind == BenefitKind::revenue ? FlowLine::revenue : FlowLine::cost_savings;
}

FlowLine line_of(CostKind kind) {
  return kind == CostKind::one_off ? FlowLine::one_off_costs : FlowLine::running_costs;
}

/// The lines of a cash flow statement; `net` and `cash_net` hold the benefits alone until the costs are subtracted.
class Statement {
public:
  explicit Statement(const Model& model) : model_(model) {
    const std::vector<double> nothing(model.time.steps + 1, 0.0);
    lines.fill({nothing, nothing});
    expensed = nothing;
    depreciation = nothing;
  }

  /// Benefits of a set of initiatives against today.
  void add_benefits_of(const TrialAccount& account) {
    for (std::size_t i = 0; i < account.streams.size(); ++i) {
      add_benefit(line_of(model_.streams[i].kind), account.streams[i].benefit);
      add_cost(FlowLine::one_off_costs, account.streams[i].severance);
      add_to(expensed, 1.0, account.streams[i].severance.flow);
    }
    for (const InitiativeAccount& initiative : account.initiatives) {
      const std::vector<Benefit>& stated = get(model_, initiative.initiative).benefits;
      for (std::size_t i = 0; i < stated.size(); ++i) add_benefit(line_of(stated[i].kind), initiative.benefits[i]);
    }
  }

  void subtract(const Statement& other) {
    for (std::size_t i = 0; i < lines.size(); ++i) add(lines[i], -1.0, other.lines[i]);
    add_to(expensed, -1.0, other.expensed);
  }

  void add_costs_of(const InitiativeAccount& initiative) {
    const std::vector<Cost>& costs = get(model_, initiative.initiative).costs;
    for (std::size_t i = 0; i < costs.size(); ++i) {
      add_cost(line_of(costs[i].kind), initiative.costs[i]);
      const bool is_expense = costs[i].kind == CostKind::one_off && !costs[i].depreciated_years;
      if (is_expense) add_to(expensed, 1.0, initiative.costs[i].flow);
    }
    add_to(depreciation, 1.0, initiative.depreciation);
  }

  /// Taxes the benefits, of savings the cashable share only for `cash_net`; call once all else is added.
  void add_taxes() {
    const MoneyLine taxes = taxes_on(at(FlowLine::net));
    const MoneyLine cash_taxes = taxes_on(at(FlowLine::cash_net));
    add(at(FlowLine::taxes), 1.0, taxes);
    add(at(FlowLine::net), -1.0, taxes);
    add(at(FlowLine::cash_net), -1.0, cash_taxes);
  }

  MoneyLine& at(FlowLine line) { return lines[static_cast<std::size_t>(line)]; }

  std::array<MoneyLine, flow_line_count> lines;
  std::vector<double> expensed;      ///< what of the one-off costs is not depreciated, entry by entry
  std::vector<double> depreciation;  ///< entry by entry

private:
  void add_benefit(FlowLine line, const BenefitAccount& benefit) {
    add(at(line), 1.0, benefit.economic);
    add(at(FlowLine::net), 1.0, benefit.economic);
    add(at(FlowLine::cash_net), 1.0, benefit.cash);
  }

  void add_cost(FlowLine line, const MoneyLine& cost) {
    add(at(line), 1.0, cost);
    add(at(FlowLine::net), -1.0, cost);
    add(at(FlowLine::cash_net), -1.0, cost);
  }

  /// \param net  after all costs, before tax
  [[nodiscard]] MoneyLine taxes_on(const MoneyLine& net) const {
    const MoneyLine& one_off = lines[static_cast<std::size_t>(FlowLine::one_off_costs)];
    MoneyLine taxes{std::vector<double>(net.flow.size(), 0.0), std::vector<double>(net.flow.size(), 0.0)};
    double losses = 0.0;
    for (std::size_t entry = 0; entry < net.flow.size(); ++entry) {
      const double gain = net.flow[entry] + one_off.flow[entry] - expensed[entry] - depreciation[entry];
      double taxed = gain;
      if (model_.tax.losses_are_carried_forward) {
        taxed = std::max(gain - losses, 0.0);
        losses = std::max(losses - gain, 0.0);
      }
      const double steps = entry == 0 || model_.discounting.timing == DiscountTiming::end
                               ? static_cast<double>(entry)
                               : static_cast<double>(entry) - 0.5;
      taxes.flow[entry] = model_.tax.rate * taxed;
      taxes.present_value[entry] =
          taxes.flow[entry] * discount_factor(model_.discounting.rates, steps / model_.time.steps_per_year);
    }
    return taxes;
  }

  const Model& model_;
};

/// Months until the cumulative flow stays at 0 or above, linear within a step; infinity when it ends below 0.
double payback_months(const std::vector<double>& flow, double months_per_step) {
  std::vector<double> cumulative(flow.size());
  std::partial_sum(flow.begin(), flow.end(), cumulative.begin());
  if (cumulative.back() < 0.0) return std::numeric_limits<double>::infinity();
  for (std::size_t step = flow.size() - 1; step > 0; --step) {
    if (cumulative[step - 1] >= 0.0) continue;
    const double part_of_step = -cumulative[step - 1] / flow[step];
    return (static_cast<double>(step - 1) + part_of_step) * months_per_step;
  }
  return 0.0;
}

double peak_funding(const std::vector<double>& flow) {
  double cumulative = 0.0;
  double lowest = 0.0;
  for (const double one : flow) {
    cumulative += one;
    lowest = std::min(lowest, cumulative);
  }
  return -lowest;
}

/// The flow of the last twelve months; of a shorter horizon, scaled up to a year.
double last_year(const std::vector<double>& flow, const Timeline& time) {
  const std::size_t steps_per_year = static_cast<std::size_t>(time.steps_per_year);
  const std::size_t counted = std::min(steps_per_year, time.steps);
  const double total = std::accumulate(flow.end() - static_cast<std::ptrdiff_t>(counted), flow.end(), 0.0);
  return total * static_cast<double>(steps_per_year) / static_cast<double>(counted);
}

double freed_fte(const StreamAccount& stream) {
  return stream.staff.today.back() - stream.staff.with.back();
}

double cashed_fte(const StreamAccount& stream) {
  const double freed = freed_fte(stream);
  return stream.cashable.back() * std::max(freed, 0.0) + std::min(freed, 0.0);
}

template <class PerStream>
double sum_over_staff(const Model& model, const TrialAccount& account, PerStream per_stream) {
  double total = 0.0;
  for (std::size_t i = 0; i < model.streams.size(); ++i) {
    if (model.streams[i].kind == StreamKind::fte) total += per_stream(account.streams[i]);
  }
  return total;
}

bool contains(const TrialAccount& account, InitiativeId id) {
  return std::any_of(account.initiatives.begin(), account.initiatives.end(),
                     [id](const InitiativeAccount& one) { return one.initiative == id; });
}

/// Present value of what comes after the horizon, from the net flow before tax.
double terminal_value(const Model& model, const MoneyLine& net, const MoneyLine& one_off) {
  const TerminalValue& after = model.terminal_value;
  const double rate = model.discounting.rates.last();
  const double years = static_cast<double>(model.time.steps) / model.time.steps_per_year;
  const double surplus = last_year(net.flow, model.time) + last_year(one_off.flow, model.time);
  const double kept = surplus * (1.0 - model.tax.rate) * discount_factor(model.discounting.rates, years);
  if (after.form == TerminalValue::Form::growing) return kept * (1.0 + after.annual_rate) / (rate - after.annual_rate);
  if (after.form == TerminalValue::Form::fading) return kept * (1.0 - after.annual_rate) / (rate + after.annual_rate);
  return 0.0;
}

void fill_measures_of_money(const Model& model, SubjectAccount& subject) {
  const auto set = [&](Measure measure, double value) { subject.measures[static_cast<std::size_t>(measure)] = value; };
  const auto pv = [&](FlowLine line) { return sum(subject[line].present_value); };
  const double benefits = pv(FlowLine::revenue) + pv(FlowLine::cost_savings) + pv(FlowLine::staff_savings);
  const double costs = pv(FlowLine::one_off_costs) + pv(FlowLine::running_costs);
  const double undefined = std::numeric_limits<double>::quiet_NaN();
  const double npv = benefits - costs - pv(FlowLine::taxes) + subject.terminal_value;
  set(Measure::npv, npv);
  set(Measure::cash_npv, pv(FlowLine::cash_net) + subject.cash_terminal_value);
  set(Measure::roi, costs == 0.0 ? undefined : npv / costs);
  set(Measure::benefit_cost_ratio, costs == 0.0 ? undefined : 1.0 + npv / costs);
  set(Measure::pv_taxes, pv(FlowLine::taxes));
  set(Measure::pv_terminal_value, subject.terminal_value);
  set(Measure::pv_benefits, benefits);
  set(Measure::pv_revenue, pv(FlowLine::revenue));
  set(Measure::pv_cost_savings, pv(FlowLine::cost_savings));
  set(Measure::pv_staff_savings, pv(FlowLine::staff_savings));
  set(Measure::pv_costs, costs);
  set(Measure::pv_one_off_costs, pv(FlowLine::one_off_costs));
  set(Measure::payback, payback_months(subject[FlowLine::net].flow, months_per_step(model.time)));
  set(Measure::discounted_payback, payback_months(subject[FlowLine::net].present_value, months_per_step(model.time)));
  set(Measure::peak_funding, peak_funding(subject[FlowLine::net].flow));
  set(Measure::revenue_per_year, last_year(subject[FlowLine::revenue].flow, model.time));
  set(Measure::savings_per_year, last_year(subject[FlowLine::cost_savings].flow, model.time) +
                                     last_year(subject[FlowLine::staff_savings].flow, model.time));
  set(Measure::one_off_costs, sum(subject[FlowLine::one_off_costs].flow));
}

}  // namespace

SubjectSets sets_of(const Model& model, const Subject& subject) {
  const std::vector<InitiativeId> all = members_of(model.options.at(subject.option));
  if (subject.scope == Scope::programme) return {all, {}};
  const InitiativeId id = subject.initiative.value();
  if (subject.scope == Scope::alone) {
    const std::vector<InitiativeId> needed = prerequisites_of(model, id);
    return {inserted(needed, id), needed};
  }
  return {all, without(all, inserted(dependants_of(model, id), id))};
}

SubjectAccount difference(const Model& model, const TrialAccount& with, const TrialAccount& without) {
  Statement statement(model);
  statement.add_benefits_of(with);
  Statement subtracted(model);
  subtracted.add_benefits_of(without);
  statement.subtract(subtracted);
  for (const InitiativeAccount& initiative : with.initiatives) {
    if (!contains(without, initiative.initiative)) statement.add_costs_of(initiative);
  }
  SubjectAccount subject;
  const MoneyLine& one_off = statement.at(FlowLine::one_off_costs);
  subject.terminal_value = terminal_value(model, statement.at(FlowLine::net), one_off);
  subject.cash_terminal_value = terminal_value(model, statement.at(FlowLine::cash_net), one_off);
  statement.add_taxes();
  subject.lines = statement.lines;
  fill_measures_of_money(model, subject);
  subject.measures[static_cast<std::size_t>(Measure::freed_fte)] =
      sum_over_staff(model, with, freed_fte) - sum_over_staff(model, without, freed_fte);
  subject.measures[static_cast<std::size_t>(Measure::cashed_fte)] =
      sum_over_staff(model, with, cashed_fte) - sum_over_staff(model, without, cashed_fte);
  return subject;
}

SubjectAccount evaluate_subject(const Model& model, const std::vector<double>& inputs, const Subject& subject) {
  const SubjectSets sets = sets_of(model, subject);
  const TrialAccount with = evaluate_trial(model, inputs, subject.option, sets.with);
  const TrialAccount without = evaluate_trial(model, inputs, subject.option, sets.without);
  return difference(model, with, without);
}

std::array<double, measure_count> reference_measures(const Model& model, const std::vector<double>& inputs,
                                                     const Subject& subject) {
  return evaluate_subject(model, inputs, subject).measures;
}

}  // namespace wayworth::engine
