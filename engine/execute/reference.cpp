#include "engine/execute/reference.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/execute/reference_step.hpp"
#include "engine/finance/discount.hpp"
#include "engine/finance/ramp.hpp"

namespace wayworth::engine {
namespace {

constexpr double months_per_year = 12.0;

class TrialEvaluation {
public:
  TrialEvaluation(const Model& model, const std::vector<double>& inputs, std::size_t option,
                  const std::vector<InitiativeId>& members)
      : model_(model), option_(model.options.at(option)), months_per_step_(months_per_step(model.time)) {
    account_.inputs = inputs;
    account_.drivers.resize(model.drivers.size());
    account_.streams.resize(model.streams.size());
    for (StreamAccount& stream : account_.streams) stream.benefit = {empty_line(), empty_line()};
    ReferenceStep first_step(model, account_.inputs, 1);
    for (const InitiativeId id : members) account_.initiatives.push_back(schedule(id, first_step));
  }

  TrialAccount run() {
    for (std::size_t step = 1; step <= model_.time.steps; ++step) evaluate_step(step);
    return std::move(account_);
  }

private:
  [[nodiscard]] MoneyLine empty_line() const {
    const std::vector<double> nothing(model_.time.steps + 1, 0.0);
    return {nothing, nothing};
  }

  /// Months from the start of the model to go-live of an initiative of the option.
  [[nodiscard]] double go_live_of(InitiativeId id, ReferenceStep& first_step) const {
    return start_of(id, first_step) + first_step.value_of(get(model_, id).rollout.duration);
  }

  [[nodiscard]] double start_of(InitiativeId id, ReferenceStep& first_step) const {
    const std::size_t planned_step = option_.starts.at(index_of(id)).value();
    double start = static_cast<double>(planned_step - 1) * months_per_step_;
    for (const InitiativeId need : get(model_, id).needs) start = std::max(start, go_live_of(need, first_step));
    return start;
  }

  [[nodiscard]] InitiativeAccount schedule(InitiativeId id, ReferenceStep& first_step) const {
    const Initiative& initiative = get(model_, id);
    const Rollout& rollout = initiative.rollout;
    const double success = first_step.value_of(rollout.success);
    InitiativeAccount account;
    account.initiative = id;
    account.start_months = start_of(id, first_step);
    account.go_live_months = go_live_of(id, first_step);
    account.ramp_months = first_step.value_of(rollout.ramp);
    account.effect_kept = success + (1.0 - success) * first_step.value_of(rollout.if_it_fails);
    account.benefits.assign(initiative.benefits.size(), {empty_line(), empty_line()});
    account.costs.assign(initiative.costs.size(), empty_line());
    return account;
  }

  void evaluate_step(std::size_t step) {
    std::vector<ActiveInitiative> active;
    for (InitiativeAccount& account : account_.initiatives) {
      account.adoption.push_back(adoption_in(step, account));
      active.push_back({account.initiative, account.adoption.back()});
    }
    ReferenceStep today(model_, account_.inputs, step);
    ReferenceStep with(today, active);
    for (std::size_t i = 0; i < account_.drivers.size(); ++i) {
      account_.drivers[i].today.push_back(today.driver(static_cast<DriverId>(i)));
      account_.drivers[i].with.push_back(with.driver(static_cast<DriverId>(i)));
    }
    for (std::size_t i = 0; i < account_.streams.size(); ++i) {
      evaluate_stream(step, static_cast<StreamId>(i), today, with);
    }
    for (InitiativeAccount& account : account_.initiatives) {
      evaluate_benefits(step, account, today);
      evaluate_costs(step, account, today);
    }
  }

  [[nodiscard]] double adoption_in(std::size_t step, const InitiativeAccount& account) const {
    const RampShape shape = get(model_, account.initiative).rollout.shape;
    return account.effect_kept *
           ramp_average(shape, account.go_live_months, account.ramp_months, step_start(step), step_start(step + 1));
  }

  void evaluate_stream(std::size_t step, StreamId id, ReferenceStep& today, ReferenceStep& with) {
    const Stream& stream = model_.streams[index_of(id)];
    StreamAccount& account = account_.streams[index_of(id)];
    const Expression price = price_of(stream);
    account.value.today.push_back(today.stream(id));
    account.value.with.push_back(with.stream(id));
    account.price.today.push_back(today.value_of(price));
    account.price.with.push_back(with.value_of(price));
    const double money_today = account.value.today.back() * account.price.today.back();
    const double money_with = account.value.with.back() * account.price.with.back();
    const bool is_revenue = stream.kind == StreamKind::revenue;
    account.cashable.push_back(is_revenue ? 1.0 : today.value_of(stream.cashable));
    const double better_by = is_revenue ? money_with - money_today : money_today - money_with;
    add_benefit(step, better_by / model_.time.steps_per_year, account.cashable.back(), account.benefit);
  }

  static Expression price_of(const Stream& stream) {
    if (stream.kind == StreamKind::revenue) return stream.margin;
    if (stream.kind == StreamKind::fte) return stream.cost_per_fte;
    return number(1.0);
  }

  void evaluate_benefits(std::size_t step, InitiativeAccount& account, ReferenceStep& today) {
    const Initiative& initiative = get(model_, account.initiative);
    for (std::size_t i = 0; i < initiative.benefits.size(); ++i) {
      const Benefit& benefit = initiative.benefits[i];
      const double amount = account.adoption.back() * today.value_of(benefit.amount) / model_.time.steps_per_year;
      add_benefit(step, amount, today.value_of(benefit.cashable), account.benefits[i]);
    }
  }

  void evaluate_costs(std::size_t step, InitiativeAccount& account, ReferenceStep& today) {
    const Initiative& initiative = get(model_, account.initiative);
    for (std::size_t i = 0; i < initiative.costs.size(); ++i) {
      const Cost& cost = initiative.costs[i];
      const double amount = today.value_of(cost.amount);
      const bool from_go_live = cost.from == CostFrom::go_live;
      const bool lump = cost.from == CostFrom::start || account.go_live_months == account.start_months;
      if (cost.kind == CostKind::running) {
        const double from = from_go_live ? account.go_live_months : account.start_months;
        const double share = months_inside(step, from, horizon_months()) / months_per_step_;
        add_in_step(step, amount / model_.time.steps_per_year * share, account.costs[i]);
      } else if (lump) {
        add_lump(step, amount, account.start_months, account.costs[i]);
      } else {
        const double duration = account.go_live_months - account.start_months;
        const double share = months_inside(step, account.start_months, account.go_live_months) / duration;
        add_in_step(step, amount * share, account.costs[i]);
      }
    }
  }

  /// Of a harm (a negative benefit) nothing is spared: it hits the budget whole.
  void add_benefit(std::size_t step, double amount, double cashable, BenefitAccount& account) const {
    add_in_step(step, amount, account.economic);
    add_in_step(step, cashable * std::max(amount, 0.0) + std::min(amount, 0.0), account.cash);
  }

  void add_in_step(std::size_t step, double amount, MoneyLine& line) const {
    const double steps_to_cash =
        static_cast<double>(step) - (model_.discounting.timing == DiscountTiming::mid ? 0.5 : 0.0);
    const double years = steps_to_cash / model_.time.steps_per_year;
    line.flow[step] += amount;
    line.present_value[step] += amount * discount_factor(model_.discounting.annual_rate, years);
  }

  /// Money that is paid at one moment, if that moment lies in the step. It is discounted from its exact date.
  void add_lump(std::size_t step, double amount, double at_months, MoneyLine& line) const {
    const double paid_in = std::ceil(at_months / months_per_step_);  // 0: at the very start, before step 1
    const bool at_the_very_start = step == 1 && paid_in == 0.0;
    if (!at_the_very_start && paid_in != static_cast<double>(step)) return;
    const std::size_t entry = at_the_very_start ? 0 : step;
    line.flow[entry] += amount;
    line.present_value[entry] += amount * discount_factor(model_.discounting.annual_rate, at_months / months_per_year);
  }

  [[nodiscard]] double months_inside(std::size_t step, double from, double to) const {
    return std::max(0.0, std::min(to, step_start(step + 1)) - std::max(from, step_start(step)));
  }

  [[nodiscard]] double step_start(std::size_t step) const { return static_cast<double>(step - 1) * months_per_step_; }
  [[nodiscard]] double horizon_months() const { return step_start(model_.time.steps + 1); }

  const Model& model_;
  const Option& option_;
  double months_per_step_;
  TrialAccount account_;
};

}  // namespace

TrialAccount evaluate_trial(const Model& model, const std::vector<double>& inputs, std::size_t option,
                            const std::vector<InitiativeId>& members) {
  return TrialEvaluation(model, inputs, option, members).run();
}

}  // namespace wayworth::engine
