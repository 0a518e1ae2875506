#include "reports/workbook/ledger_statement.hpp"

#include <algorithm>
#include <limits>

namespace wayworth::reports {

namespace {

using engine::FlowLine;
using engine::Measure;
using engine::StreamId;

Formula at_least_0(Formula x) {
  return greatest_of(0.0, std::move(x));
}

/// Of a gain the cashable share, of a harm all of it.
Formula cash_of(const Formula& economic, Formula cashable) {
  return std::move(cashable) * at_least_0(economic) + least_of(economic, 0.0);
}

NumberKind kind_of(engine::MeasureUnit unit) {
  switch (unit) {
    case engine::MeasureUnit::money:
    case engine::MeasureUnit::money_per_year:
      return NumberKind::money;
    case engine::MeasureUnit::ratio:
      return NumberKind::share;
    case engine::MeasureUnit::months:
      return NumberKind::months;
    case engine::MeasureUnit::fte:
      return NumberKind::fte;
  }
  return NumberKind::figure;
}

}  // namespace

RowId& LedgerStatement::flow(FlowLine line) {
  return rows_.ledger().flows[static_cast<std::size_t>(line)];
}

Formula LedgerStatement::measure(Measure measure) {
  return rows_.value(rows_.ledger().measures[static_cast<std::size_t>(measure)]);
}

void LedgerStatement::add_streams() {
  for (std::size_t i = 0; i < model_.streams.size(); ++i) add_stream(static_cast<StreamId>(i));
}

/// What a unit of the stream's value is worth.
Formula LedgerStatement::price(StreamId id, Business business) {
  const engine::Stream& stream = model_.streams[engine::index_of(id)];
  if (stream.kind == engine::StreamKind::cost) return 1.0;
  const bool is_revenue = stream.kind == engine::StreamKind::revenue;
  const engine::Expression& price = is_revenue ? stream.margin : stream.cost_per_fte;
  if (price == engine::number(1.0)) return 1.0;
  if (!figures_.moves(price)) business = Business::today;
  const FigureName name{"Streams",
                        stream.name + (is_revenue ? ", margin" : ", cost of an FTE"),
                        "streams." + stream.key + (is_revenue ? ".margin" : ".cost"),
                        is_revenue ? "share" : model_.currency + "/year/FTE",
                        is_revenue ? NumberKind::share : NumberKind::money,
                        {}};
  const RowId row = rows_.add({.label = label_of(name.label, business), .unit = name.unit, .kind = name.kind},
                              figures_.figure(price, business, name));
  return rows_.value(row);
}

/// FTE on the payroll: those that the work needs, or with a release the stock that follows them.
RowId LedgerStatement::staff(StreamId id, Business business) {
  const engine::Stream& stream = model_.streams[engine::index_of(id)];
  return stream.release ? figures_.stock(stream.release->headcount, business) : figures_.stream(id, business);
}

void LedgerStatement::add_stream(StreamId id) {
  const engine::Stream& stream = model_.streams[engine::index_of(id)];
  const engine::Expression& price_expression =
      stream.kind == engine::StreamKind::revenue ? stream.margin : stream.cost_per_fte;
  const bool has_price = stream.kind != engine::StreamKind::cost;
  const RowId today = staff(id, Business::today);
  const RowId with = staff(id, Business::with_initiatives);
  if (stream.release) add_severance(id);
  if (today == with && !(has_price && figures_.moves(price_expression))) return;  // the initiatives leave it alone
  const Formula price_today = price(id, Business::today);
  const Formula price_with =
      has_price && figures_.moves(price_expression) ? price(id, Business::with_initiatives) : price_today;
  Formula money_today = rows_.value(today) * price_today;
  Formula money_with = rows_.value(with) * price_with;
  const bool is_revenue = stream.kind == engine::StreamKind::revenue;
  const Formula gain =
      is_revenue ? std::move(money_with) - std::move(money_today) : std::move(money_today) - std::move(money_with);
  const RowId economic = rows_.add({.label = stream.name + (is_revenue ? ": more revenue" : ": saved"),
                                    .unit = model_.currency,
                                    .kind = NumberKind::money},
                                   gain / rows_.steps_per_year());
  RowId cash = economic;
  Formula cashable = 1.0;
  if (!is_revenue && !(stream.cashable == engine::number(1.0))) {
    const FigureName name{"Streams", stream.name + ", cashable", "streams." + stream.key + ".cashable",
                          "share",   NumberKind::share,          {}};
    const RowId share = rows_.add({.label = name.label, .unit = "share", .kind = NumberKind::share},
                                  figures_.figure(stream.cashable, Business::today, name));
    cashable = rows_.in_last_step(share);
    cash = rows_.add(
        {.label = stream.name + ": saved, cash-releasing", .unit = model_.currency, .kind = NumberKind::money},
        cash_of(rows_.value(economic), rows_.value(share)));
  }
  streams_.push_back({stream.kind, economic, cash});
  if (stream.kind == engine::StreamKind::fte) {
    staff_.push_back({rows_.in_last_step(today), rows_.in_last_step(with), cashable});
  }
}

void LedgerStatement::add_severance(StreamId id) {
  const engine::Stream& stream = model_.streams[engine::index_of(id)];
  const engine::Release& release = *stream.release;
  const auto paid = [&](Business business) {
    const FigureName redundancies{
        "Streams", stream.name + ", redundancies", "streams." + stream.key + ".release", "FTE", NumberKind::fte, {}};
    const FigureName severance{"Streams",
                               stream.name + ", severance",
                               "streams." + stream.key + ".release.severance",
                               model_.currency + "/FTE",
                               NumberKind::money,
                               {}};
    return figures_.figure(release.redundancies, business, redundancies) *
           figures_.figure(release.severance, business, severance);
  };
  const bool moves = figures_.moves(release.redundancies) || figures_.moves(release.severance);
  if (!moves) return;
  severances_.push_back(
      rows_.add({.label = stream.name + ": severance", .unit = model_.currency, .kind = NumberKind::money},
                paid(Business::with_initiatives) - paid(Business::today)));
}

RowId LedgerStatement::add_line(const std::string& label, Formula formula, LedgerRow::Style style) {
  const RowId row = rows_.add({.style = style, .label = label, .unit = model_.currency, .kind = NumberKind::money});
  LedgerRow& line = rows_.edit(row);
  line.all_steps = sum_of(row, 0, rows_.ledger().steps);
  line.start = formula;
  line.each = std::move(formula);
  return row;
}

void LedgerStatement::add_cash_flow() {
  rows_.ledger().flows.resize(engine::flow_line_count);
  Formula revenue, cost_savings, staff_savings, one_off, running, cash, expensed;
  for (const StreamRows& stream : streams_) {
    Formula& line = stream.kind == engine::StreamKind::revenue ? revenue
                    : stream.kind == engine::StreamKind::fte   ? staff_savings
                                                               : cost_savings;
    line = line + rows_.value(stream.economic);
    cash = cash + rows_.value(stream.cash);
  }
  for (const BenefitRows& benefit : initiatives_.benefits()) {
    Formula& line = benefit.kind == engine::BenefitKind::revenue ? revenue : cost_savings;
    line = line + rows_.value(benefit.economic);
    cash = cash + rows_.value(benefit.cash);
  }
  Formula discounted_lumps;
  Formula by_step;
  for (const CostRows& cost : initiatives_.costs()) {
    Formula& line = cost.kind == engine::CostKind::one_off ? one_off : running;
    line = line + rows_.value(cost.flow);
    if (cost.is_expense) expensed = expensed + rows_.value(cost.flow);
    if (cost.kind == engine::CostKind::running) continue;
    Formula& part = cost.present_value ? discounted_lumps : by_step;
    part = part + rows_.value(cost.present_value.value_or(cost.flow));
  }
  for (const RowId severance : severances_) {
    one_off = one_off + rows_.value(severance);
    expensed = expensed + rows_.value(severance);
    by_step = by_step + rows_.value(severance);
  }
  flow(FlowLine::revenue) = add_line("Revenue", revenue);
  flow(FlowLine::cost_savings) = add_line("Cost savings", cost_savings);
  flow(FlowLine::staff_savings) = add_line("Staff savings", staff_savings);
  flow(FlowLine::one_off_costs) = add_line("One-off costs", one_off);
  flow(FlowLine::running_costs) = add_line("Running costs", running);
  const auto value = [&](FlowLine line) { return rows_.value(flow(line)); };
  const Formula costs = value(FlowLine::one_off_costs) + value(FlowLine::running_costs);
  const Formula net = value(FlowLine::revenue) + value(FlowLine::cost_savings) + value(FlowLine::staff_savings) - costs;
  net_before_tax_ = add_line(model_.tax.rate == 0.0 ? "Net cash" : "Net cash before tax", net);
  const RowId released = add_line("Benefits, cash-releasing", cash);
  cash_net_before_tax_ =
      add_line(model_.tax.rate == 0.0 ? "Net cash, cash-releasing" : "Net cash before tax, cash-releasing",
               rows_.value(released) - costs);
  flow(FlowLine::net) = net_before_tax_;
  flow(FlowLine::cash_net) = cash_net_before_tax_;
  if (model_.tax.rate != 0.0) {
    tax_rate_ =
        rows_.certain(model_.tax.rate, {"Settings", "Tax rate", "finance.tax_rate", "share", NumberKind::share, {}});
    const RowId expenses = add_line("One-off costs that are not depreciated", expensed);
    Formula depreciation;
    for (const RowId row : initiatives_.depreciation()) depreciation = depreciation + rows_.value(row);
    const RowId depreciated = add_line("Depreciation", depreciation);
    const Formula deducted = value(FlowLine::one_off_costs) - rows_.value(expenses) - rows_.value(depreciated);
    const auto taxed = [&](const std::string& suffix, RowId net_flow) {
      return add_taxes(suffix, add_line("Taxable gain" + suffix, rows_.value(net_flow) + deducted));
    };
    flow(FlowLine::taxes) = taxed("", net_before_tax_);
    const RowId cash_taxes = taxed(", cash-releasing", cash_net_before_tax_);
    flow(FlowLine::net) = add_line("Net cash", rows_.value(net_before_tax_) - value(FlowLine::taxes));
    flow(FlowLine::cash_net) =
        add_line("Net cash, cash-releasing", rows_.value(cash_net_before_tax_) - rows_.value(cash_taxes));
  } else {
    flow(FlowLine::taxes) = add_line("Taxes", 0.0);
  }
  rows_.heading("Present values");
  discounted_.resize(engine::flow_line_count);
  for (const FlowLine line :
       {FlowLine::revenue, FlowLine::cost_savings, FlowLine::staff_savings, FlowLine::running_costs, FlowLine::taxes}) {
    discounted_[static_cast<std::size_t>(line)] = present_value(flow(line));
  }
  const bool has_lumps = !discounted_lumps.is_number(0.0);
  Formula one_off_now = has_lumps ? by_step * rows_.discount_factor() + discounted_lumps
                                  : value(FlowLine::one_off_costs) * rows_.discount_factor();
  if (by_step.is_number(0.0) && has_lumps) one_off_now = discounted_lumps;
  one_off_discounted_ = add_line("One-off costs, present value", one_off_now);
  discounted_[static_cast<std::size_t>(FlowLine::one_off_costs)] = one_off_discounted_;
  // A lump is discounted from its own day, the rest from the middle or the end of its step.
  const auto net_now = [&](RowId line) {
    return rows_.value(line) * rows_.discount_factor() +
           (has_lumps ? value(FlowLine::one_off_costs) * rows_.discount_factor() - rows_.value(one_off_discounted_)
                      : Formula(0.0));
  };
  for (const FlowLine line : {FlowLine::net, FlowLine::cash_net}) {
    discounted_[static_cast<std::size_t>(line)] =
        add_line(rows_.edit(flow(line)).label + ", present value", net_now(flow(line)));
  }
}

RowId LedgerStatement::present_value(RowId line) {
  const std::string label = rows_.edit(line).label + ", present value";
  return add_line(label, rows_.value(line) * rows_.discount_factor());
}

RowId LedgerStatement::add_taxes(const std::string& suffix, RowId gain) {
  if (!model_.tax.losses_are_carried_forward) {
    return add_line("Taxes" + suffix, tax_rate_ * rows_.value(gain));
  }
  const RowId losses = rows_.add({.label = "Losses carried forward" + suffix,
                                  .unit = model_.currency,
                                  .note = "at the end of the step",
                                  .kind = NumberKind::money});
  const Formula negative = apply(Operator::negate, {rows_.value(gain)});
  rows_.edit(losses).start = at_least_0(negative);
  rows_.edit(losses).each = at_least_0(rows_.before(losses) - rows_.value(gain));
  const RowId taxes = add_line("Taxes" + suffix, tax_rate_ * at_least_0(rows_.value(gain) - rows_.before(losses)));
  rows_.edit(taxes).start = tax_rate_ * at_least_0(rows_.value(gain));
  return taxes;
}

Formula LedgerStatement::total(RowId line) {
  return Formula(Formula::Cell{line, {Place::Kind::all_steps, 0}});
}

/// The flow of the last twelve months; of a shorter horizon, scaled up to a year.
Formula LedgerStatement::last_year(RowId line) {
  const std::size_t steps = rows_.ledger().steps;
  const std::size_t counted = std::min<std::size_t>(static_cast<std::size_t>(model_.time.steps_per_year), steps);
  return sum_of(line, steps - counted + 1, steps) * (rows_.steps_per_year() / static_cast<double>(counted));
}

RowId LedgerStatement::terminal_value(const std::string& of, RowId net_before_tax) {
  const engine::TerminalValue& after = model_.terminal_value;
  LedgerRow row{.label = "After the horizon, present value" + of, .unit = model_.currency, .kind = NumberKind::money};
  if (after.form == engine::TerminalValue::Form::none) return rows_.add(std::move(row), 0.0);
  const bool grows = after.form == engine::TerminalValue::Form::growing;
  const double years = static_cast<double>(model_.time.steps) / model_.time.steps_per_year;
  const Formula surplus = last_year(net_before_tax) + last_year(flow(FlowLine::one_off_costs));
  const Formula kept = surplus * (1.0 - tax_rate_) * rows_.discounted_from_years(years);
  const Formula discount = rows_.discount_rate();
  const Formula& rate = terminal_rate_;
  return rows_.add(std::move(row),
                   grows ? kept * (1.0 + rate) / (discount - rate) : kept * (1.0 - rate) / (discount + rate));
}

RowId LedgerStatement::set(Measure measure, Formula formula) {
  const engine::MeasureTraits& traits = engine::traits_of(measure);
  const char* unit = traits.unit == engine::MeasureUnit::months  ? "months"
                     : traits.unit == engine::MeasureUnit::fte   ? "FTE"
                     : traits.unit == engine::MeasureUnit::ratio ? "ratio"
                                                                 : nullptr;
  const std::string money = model_.currency + (traits.unit == engine::MeasureUnit::money_per_year ? "/year" : "");
  const RowId row = rows_.add({.style = LedgerRow::Style::result,
                               .label = std::string(traits.name),
                               .unit = unit != nullptr ? unit : money,
                               .kind = kind_of(traits.unit)},
                              std::move(formula));
  rows_.ledger().measures[static_cast<std::size_t>(measure)] = row;
  return row;
}

/// Months until the cumulative flow stays at 0 or above: the last time that it crosses 0 upwards, linear in the step.
void LedgerStatement::add_payback(Measure measure, RowId cumulative, RowId flow) {
  const std::size_t steps = rows_.ledger().steps;
  const Formula crosses = apply(Operator::all, {compare(Operator::less, rows_.before(cumulative), 0.0),
                                                compare(Operator::greater_equal, rows_.value(cumulative), 0.0)});
  const Formula when = (rows_.step() - 1.0 - rows_.before(cumulative) / rows_.value(flow)) * rows_.months_per_step();
  const RowId crossing = rows_.add({.label = rows_.edit(cumulative).label + ": month in which it comes up to 0",
                                    .unit = "months",
                                    .kind = NumberKind::months},
                                   if_else(crosses, when, 0.0));
  set(measure,
      if_else(compare(Operator::less, rows_.at(cumulative, steps), 0.0), std::numeric_limits<double>::infinity(),
              apply(Operator::maximum, {Formula(Formula::Cells{crossing, 1, steps})})));
}

void LedgerStatement::add_measures() {
  const std::size_t steps = rows_.ledger().steps;
  rows_.ledger().measures.resize(engine::measure_count);
  const auto cumulative = [&](const char* label, RowId line) {
    const RowId row = rows_.add({.label = label, .unit = model_.currency, .kind = NumberKind::money});
    rows_.edit(row).start = rows_.value(line);
    rows_.edit(row).each = rows_.before(row) + rows_.value(line);
    return row;
  };
  const auto discounted = [&](FlowLine line) { return discounted_[static_cast<std::size_t>(line)]; };
  const auto pv = [&](FlowLine line) { return total(discounted(line)); };
  const RowId cash = cumulative("Cumulative net cash", flow(FlowLine::net));
  const RowId cash_now = cumulative("Cumulative net cash, present value", discounted(FlowLine::net));
  rows_.ledger().cumulative = cash;
  rows_.heading("Key figures of the programme");
  const engine::TerminalValue& goes_on = model_.terminal_value;
  if (goes_on.form != engine::TerminalValue::Form::none) {
    const bool grows = goes_on.form == engine::TerminalValue::Form::growing;
    terminal_rate_ =
        rows_.certain(goes_on.annual_rate, {"Settings",
                                            grows ? "Growth after the horizon" : "Fading after the horizon",
                                            "finance.terminal_value",
                                            "a year",
                                            NumberKind::share,
                                            {}});
  }
  const RowId after = terminal_value("", net_before_tax_);
  const RowId cash_after = terminal_value(", cash-releasing", cash_net_before_tax_);
  const double undefined = std::numeric_limits<double>::quiet_NaN();
  set(Measure::pv_revenue, pv(FlowLine::revenue));
  set(Measure::pv_cost_savings, pv(FlowLine::cost_savings));
  set(Measure::pv_staff_savings, pv(FlowLine::staff_savings));
  set(Measure::pv_benefits,
      measure(Measure::pv_revenue) + measure(Measure::pv_cost_savings) + measure(Measure::pv_staff_savings));
  set(Measure::pv_one_off_costs, pv(FlowLine::one_off_costs));
  set(Measure::pv_costs, measure(Measure::pv_one_off_costs) + pv(FlowLine::running_costs));
  set(Measure::pv_taxes, pv(FlowLine::taxes));
  set(Measure::pv_terminal_value, rows_.value(after));
  set(Measure::npv, measure(Measure::pv_benefits) - measure(Measure::pv_costs) - measure(Measure::pv_taxes) +
                        measure(Measure::pv_terminal_value));
  set(Measure::cash_npv, pv(FlowLine::cash_net) + rows_.value(cash_after));
  const Formula costs = measure(Measure::pv_costs);
  const Formula costs_nothing = compare(Operator::equal, costs, 0.0);
  set(Measure::roi, if_else(costs_nothing, undefined, measure(Measure::npv) / costs));
  set(Measure::benefit_cost_ratio, if_else(costs_nothing, undefined, 1.0 + measure(Measure::npv) / costs));
  add_payback(Measure::payback, cash, flow(FlowLine::net));
  add_payback(Measure::discounted_payback, cash_now, discounted(FlowLine::net));
  const Formula lowest = apply(Operator::minimum, {Formula(Formula::Cells{cash, 0, steps})});
  set(Measure::peak_funding, at_least_0(apply(Operator::negate, {lowest})));
  Formula freed, cashed;
  for (const Staff& one : staff_) {
    freed = freed + (one.today - one.with);
    cashed = cashed + cash_of(one.today - one.with, one.cashable);
  }
  set(Measure::freed_fte, freed);
  set(Measure::cashed_fte, cashed);
  set(Measure::revenue_per_year, last_year(flow(FlowLine::revenue)));
  set(Measure::savings_per_year, last_year(flow(FlowLine::cost_savings)) + last_year(flow(FlowLine::staff_savings)));
  set(Measure::one_off_costs, total(flow(FlowLine::one_off_costs)));
}

}  // namespace wayworth::reports
