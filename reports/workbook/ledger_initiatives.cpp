#include "reports/workbook/ledger_initiatives.hpp"

#include <cmath>

#include "engine/finance/ramp.hpp"

namespace wayworth::reports {

namespace {

using engine::Expression;
using engine::InitiativeId;

constexpr double months_per_year = 12.0;

bool is_number(const Expression& expression, double value) {
  const auto* number = std::get_if<Expression::Number>(&expression.node);
  return number != nullptr && number->value == value;
}

/// Whether it cannot be 0; an expression that is more than a figure or a draw is not looked into.
bool is_above_zero(const engine::Model& model, const Expression& expression) {
  if (const auto* number = std::get_if<Expression::Number>(&expression.node)) return number->value > 0.0;
  const auto* drawn = std::get_if<Expression::Draw>(&expression.node);
  return drawn != nullptr && minimum(model.inputs[engine::index_of(drawn->input)].distribution) > 0.0;
}

Formula at_least_0(Formula x) {
  return greatest_of(0.0, std::move(x));
}

}  // namespace

FigureName LedgerInitiatives::name(InitiativeId id, const std::string& label, const std::string& path,
                                   const std::string& unit, NumberKind kind) const {
  const engine::Initiative& initiative = engine::get(model_, id);
  return {initiative.name, label, "initiatives." + initiative.key + "." + path, unit, kind, {}};
}

RowId LedgerInitiatives::add_for(InitiativeId id, const std::string& label, NumberKind kind, Formula formula,
                                 const std::string& note) {
  const bool is_time = kind == NumberKind::months;
  const bool is_money = kind == NumberKind::money;
  return rows_.add({.label = engine::get(model_, id).name + ": " + label,
                    .unit = is_time    ? "months"
                            : is_money ? model_.currency
                                       : "share",
                    .note = note,
                    .kind = kind},
                   std::move(formula));
}

void LedgerInitiatives::add_timing(InitiativeId id) {
  if (timings_.contains(id)) return;
  const engine::Initiative& initiative = engine::get(model_, id);
  const engine::Rollout& rollout = initiative.rollout;
  for (const engine::Need& need : initiative.needs) add_timing(need.initiative);
  const auto figure = [&](const Expression& expression, const char* label, const std::string& field) {
    return figures_.figure_at_first(expression, name(id, label, "rollout." + field));
  };
  const auto share = [&](const Expression& expression, const char* label, const std::string& field) {
    return figures_.figure_at_first(expression, name(id, label, "rollout." + field, "share", NumberKind::share));
  };
  Timing timing;
  timing.included = rows_.option_says(LedgerInput::Source::included, id);
  const Formula planned = rows_.option_says(LedgerInput::Source::start, id);
  Formula start = (planned - 1.0) * rows_.months_per_step();
  for (const engine::Need& need : initiative.needs) {
    start = greatest_of(std::move(start), rows_.value(timings_.at(need.initiative).go_live) + need.lag_months);
  }
  const bool waits = !initiative.needs.empty();
  timing.start = add_for(id, "starts", NumberKind::months, std::move(start),
                         waits ? "as planned, or when what it needs is live" : "as planned");
  const RowId duration = add_for(id, "takes", NumberKind::months, figure(rollout.duration, "Duration", "duration"));
  Formula live = rows_.value(timing.start) + rows_.value(duration);
  if (!is_number(rollout.delay, 0.0)) {
    const RowId delay = add_for(id, "is delayed by", NumberKind::months, figure(rollout.delay, "Delay", "delay"));
    live = std::move(live) + rows_.value(delay);
    if (rollout.costs_more_when_delayed) {
      timing.cost_factor = add_for(id, "one-off costs for the delay, times", NumberKind::figure,
                                   if_else(compare(Operator::equal, rows_.value(duration), 0.0), 1.0,
                                           1.0 + rows_.value(delay) / rows_.value(duration)));
    }
  }
  timing.go_live = add_for(id, "is live after", NumberKind::months, std::move(live));
  timing.takes_time = is_above_zero(model_, rollout.duration);
  const RowId ramp = add_for(id, "ramps up in", NumberKind::months, figure(rollout.ramp, "Ramp", "ramp"));
  const Formula success = share(rollout.success, "Succeeds (1) or fails (0)", "success");
  const RowId kept =
      add_for(id, "effect kept", NumberKind::share,
              success + (1.0 - success) * share(rollout.if_it_fails, "Effect kept if it fails", "if_it_fails"));
  timing.adoption = add_adoption(id, timing, ramp, kept);
  figures_.set_adoption(id, timing.adoption);
  timings_.emplace(id, timing);
}

/// The integral of the ramp from go-live on, in months; see engine/finance/ramp.hpp.
Formula LedgerInitiatives::full_effect(const engine::Rollout& rollout, const Formula& since,
                                       const Formula& ramp) const {
  if (rollout.shape == engine::RampShape::step) return at_least_0(since);
  const Formula x = least_of(since / ramp, 1.0);
  Formula rising = 0.5 * power(x, 2.0);
  if (rollout.shape == engine::RampShape::s_curve) {
    namespace s = engine::s_curve;
    const Formula softplus =
        apply(Operator::logarithm, {1.0 + apply(Operator::exponential, {s::steepness * (x - s::middle)})});
    rising = ((softplus - s::start_integral) / s::steepness - s::start_level * x) / s::rise;
  }
  const Formula at_full = at_least_0(since - ramp);
  return if_else(compare(Operator::less_equal, since, 0.0), 0.0,
                 if_else(compare(Operator::less_equal, ramp, 0.0), since, ramp * rising + at_full));
}

RowId LedgerInitiatives::add_adoption(InitiativeId id, const Timing& timing, RowId ramp, RowId kept) {
  const engine::Rollout& rollout = engine::get(model_, id).rollout;
  const Formula live = rows_.value(timing.go_live);
  const RowId reached = add_for(id, "months of full effect until the end of the step", NumberKind::months,
                                full_effect(rollout, rows_.ends() - live, rows_.value(ramp)),
                                "what its ramp adds up to since it is live");
  rows_.edit(reached).start = 0.0;
  const Formula average = (rows_.value(reached) - rows_.before(reached)) / rows_.months_per_step();
  const Formula is_full = compare(Operator::greater_equal, rows_.begins() - live, rows_.value(ramp));
  Formula adoption = timing.included * rows_.value(kept) * if_else(is_full, 1.0, at_least_0(least_of(average, 1.0)));
  if (!is_number(rollout.decay, 0.0)) {
    const Formula lost = figures_.figure_at_first(
        rollout.decay, name(id, "Effect lost in a year", "rollout.decay", "share", NumberKind::share));
    const Formula after =
        figures_.figure_at_first(rollout.decay_after, name(id, "Nothing is lost for", "rollout.decay_after"));
    const RowId years = rows_.add({.label = engine::get(model_, id).name + ": years that its effect has faded"},
                                  at_least_0((rows_.begins() + rows_.ends()) / 2.0 - (live + after)) / months_per_year);
    adoption = std::move(adoption) *
               if_else(compare(Operator::equal, rows_.value(years), 0.0), 1.0, power(1.0 - lost, rows_.value(years)));
  }
  return add_for(id, "adoption in the step", NumberKind::share, std::move(adoption), "failure included");
}

void LedgerInitiatives::add_benefits(InitiativeId id) {
  const engine::Initiative& initiative = engine::get(model_, id);
  for (const engine::Benefit& benefit : initiative.benefits) {
    FigureName amount =
        name(id, benefit.name, "benefits." + benefit.name, model_.currency + "/year", NumberKind::money);
    amount.provenance = benefit.provenance;
    const Formula adoption = rows_.value(timings_.at(id).adoption);
    const Formula a_year = figures_.figure(benefit.amount, Business::today, amount);
    const RowId economic = add_for(id, benefit.name, NumberKind::money, adoption * a_year / rows_.steps_per_year(),
                                   benefit.provenance.as_typed);
    RowId cash = economic;
    if (!is_number(benefit.cashable, 1.0)) {
      const FigureName cashable =
          name(id, benefit.name + ", cashable", amount.path + ".cashable", "share", NumberKind::share);
      const Formula gain = rows_.value(economic);
      cash = add_for(
          id, benefit.name + ", cash-releasing", NumberKind::money,
          figures_.figure(benefit.cashable, Business::today, cashable) * at_least_0(gain) + least_of(gain, 0.0));
    }
    benefits_.push_back({benefit.kind, economic, cash});
  }
}

void LedgerInitiatives::add_costs(InitiativeId id) {
  const std::vector<engine::Cost>& costs = engine::get(model_, id).costs;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    costs[i].kind == engine::CostKind::running ? add_running(id, i) : add_one_off(id, i);
  }
}

RowId LedgerInitiatives::add_amount(InitiativeId id, std::size_t place) {
  const engine::Cost& cost = engine::get(model_, id).costs[place];
  const bool is_running = cost.kind == engine::CostKind::running;
  FigureName amount =
      name(id, cost.name, "costs." + cost.name, model_.currency + (is_running ? "/year" : ""), NumberKind::money);
  amount.provenance = cost.provenance;
  const RowId row = add_for(id, cost.name + (is_running ? ", a year" : ", in all"), NumberKind::money,
                            figures_.figure(cost.amount, Business::today, amount), cost.provenance.as_typed);
  rows_.edit(row).unit = amount.unit;
  return row;
}

/// Months of the step that lie between two moments.
Formula LedgerInitiatives::months_inside(const Formula& from, const Formula& to) const {
  return at_least_0(least_of(to, rows_.ends()) - greatest_of(from, rows_.begins()));
}

void LedgerInitiatives::add_running(InitiativeId id, std::size_t place) {
  const engine::Cost& cost = engine::get(model_, id).costs[place];
  const Timing& timing = timings_.at(id);
  const RowId amount = add_amount(id, place);
  const Formula from = rows_.value(cost.from == engine::CostFrom::go_live ? timing.go_live : timing.start);
  const Formula months =
      cost.lasts
          ? months_inside(from, from + figures_.figure_at_first(*cost.lasts, name(id, cost.name + ", lasts",
                                                                                  "costs." + cost.name + ".lasts")))
          : at_least_0(rows_.ends() - greatest_of(from, rows_.begins()));
  const RowId flow =
      add_for(id, cost.name, NumberKind::money,
              timing.included * rows_.value(amount) / rows_.steps_per_year() * months / rows_.months_per_step());
  costs_.push_back({cost.kind, flow, std::nullopt, false});
}

void LedgerInitiatives::add_one_off(InitiativeId id, std::size_t place) {
  const engine::Cost& cost = engine::get(model_, id).costs[place];
  const Timing& timing = timings_.at(id);
  const RowId amount = add_amount(id, place);
  const Formula start = rows_.value(timing.start);
  const Formula live = rows_.value(timing.go_live);
  const bool is_spread = cost.from == engine::CostFrom::over_implementation;
  const Formula at = cost.from == engine::CostFrom::go_live ? live : start;
  const Formula whole = timing.included * rows_.value(amount);
  const Formula spread_whole = timing.cost_factor ? whole * rows_.value(*timing.cost_factor) : whole;
  const Formula falls_in_step = apply(
      Operator::all, {compare(Operator::greater, at, rows_.begins()), compare(Operator::less_equal, at, rows_.ends())});
  Formula flow = if_else(falls_in_step, whole, 0.0);
  Formula at_start = if_else(compare(Operator::less_equal, at, 0.0), timing.included * rows_.at(amount, 1), 0.0);
  Formula present_value = rows_.discounted_from(at);
  const Formula takes_time = compare(Operator::greater, live, start);
  if (is_spread) {
    const std::vector<double> profile = cost.profile.empty() ? std::vector<double>{1.0} : cost.profile;
    const auto parts = static_cast<double>(profile.size());
    Formula share = 0.0;
    for (std::size_t i = 0; i < profile.size(); ++i) {
      const Formula part = (live - start) / parts;
      const Formula from = i == 0 ? start : start + static_cast<double>(i) * part;
      const Formula until = i + 1 == profile.size() ? live : start + static_cast<double>(i + 1) * part;
      share = share + profile[i] * months_inside(from, until) / (until - from);
    }
    flow = timing.takes_time ? spread_whole * share : if_else(takes_time, spread_whole * share, flow);
    at_start = timing.takes_time ? Formula(0.0) : if_else(takes_time, 0.0, at_start);
    present_value = if_else(takes_time, rows_.discount_factor(), present_value);
  }
  const RowId row = add_for(id, cost.name, NumberKind::money, std::move(flow));
  std::optional<RowId> discounted;
  if (!is_spread || !timing.takes_time) {
    rows_.edit(row).start = std::move(at_start);
    discounted = add_for(id, cost.name + ", present value", NumberKind::money, rows_.value(row) * present_value,
                         "from the day that it is paid");
    rows_.edit(*discounted).start = rows_.value(row);  // a day 0 months from the start
  }
  costs_.push_back({cost.kind, row, discounted, !cost.depreciated_years});
  if (cost.depreciated_years) {
    const double years = *cost.depreciated_years;
    Formula capital = is_spread ? (timing.takes_time ? spread_whole : if_else(takes_time, spread_whole, whole)) : whole;
    const Formula months = months_inside(live, live + years * months_per_year);
    depreciation_.push_back(
        add_for(id, cost.name + ", depreciation", NumberKind::money, capital * months / (years * months_per_year)));
  }
}

}  // namespace wayworth::reports
