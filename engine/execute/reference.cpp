#include "engine/execute/reference.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/execute/reference_step.hpp"
#include "engine/finance/discount.hpp"
#include "engine/finance/ramp.hpp"
#include "engine/finance/step_share.hpp"

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
    account_.stocks.resize(model.stocks.size());
    for (StreamAccount& stream : account_.streams) {
      stream.benefit = {empty_line(), empty_line()};
      stream.severance = empty_line();
    }
    first_step_.emplace(model, account_.inputs, 1);
    for (const InitiativeId id : members) account_.initiatives.push_back(schedule(id));
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
  [[nodiscard]] double go_live_of(InitiativeId id) {
    const Rollout& rollout = get(model_, id).rollout;
    return start_of(id) + first_step_->value_of(rollout.duration) + first_step_->value_of(rollout.delay);
  }

  [[nodiscard]] double start_of(InitiativeId id) {
    const std::size_t planned_step = option_.starts.at(index_of(id)).value();
    double start = static_cast<double>(planned_step - 1) * months_per_step_;
    for (const Need& need : get(model_, id).needs) {
      start = std::max(start, go_live_of(need.initiative) + need.lag_months);
    }
    return start;
  }

  [[nodiscard]] InitiativeAccount schedule(InitiativeId id) {
    const Initiative& initiative = get(model_, id);
    const Rollout& rollout = initiative.rollout;
    const double success = first_step_->value_of(rollout.success);
    InitiativeAccount account;
    account.initiative = id;
    account.start_months = start_of(id);
    account.go_live_months = go_live_of(id);
    account.ramp_months = first_step_->value_of(rollout.ramp);
    const double duration = first_step_->value_of(rollout.duration);
    if (rollout.costs_more_when_delayed && duration != 0.0) {
      account.cost_factor = 1.0 + first_step_->value_of(rollout.delay) / duration;
    }
    account.effect_kept = success + (1.0 - success) * first_step_->value_of(rollout.if_it_fails);
    account.benefits.assign(initiative.benefits.size(), {empty_line(), empty_line()});
    account.costs.assign(initiative.costs.size(), empty_line());
    account.depreciation.assign(model_.time.steps + 1, 0.0);
    return account;
  }

  void evaluate_step(std::size_t step) {
    std::vector<ActiveInitiative> active;
    ReferenceStep today(model_, account_.inputs, step, stocks_today_);
    for (InitiativeAccount& account : account_.initiatives) {
      account.adoption.push_back(adoption_in(step, account));
      active.push_back({account.initiative, account.adoption.back()});
    }
    ReferenceStep with(today, active, stocks_with_);
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
    stocks_today_ = today.stocks_after();
    stocks_with_ = with.stocks_after();
    for (std::size_t i = 0; i < account_.stocks.size(); ++i) {
      account_.stocks[i].today.push_back(stocks_today_[i]);
      account_.stocks[i].with.push_back(stocks_with_[i]);
    }
  }

  [[nodiscard]] double adoption_in(std::size_t step, const InitiativeAccount& account) {
    const Rollout& rollout = get(model_, account.initiative).rollout;
    const double decay_starts = account.go_live_months + first_step_->value_of(rollout.decay_after);
    const double middle = (step_start(step) + step_start(step + 1)) / 2.0;
    const double years = std::max(0.0, middle - decay_starts) / months_per_year;
    return account.effect_kept * std::pow(1.0 - first_step_->value_of(rollout.decay), years) *
           ramp_average(rollout.shape, account.go_live_months, account.ramp_months, step_start(step),
                        step_start(step + 1));
  }

  void evaluate_stream(std::size_t step, StreamId id, ReferenceStep& today, ReferenceStep& with) {
    const Stream& stream = model_.streams[index_of(id)];
    StreamAccount& account = account_.streams[index_of(id)];
    const Expression price = price_of(stream);
    account.value.today.push_back(today.stream(id));
    account.value.with.push_back(with.stream(id));
    account.price.today.push_back(today.value_of(price));
    account.price.with.push_back(with.value_of(price));
    const auto staff = [&](ReferenceStep& at) {
      return stream.release ? at.stock(stream.release->headcount, StockMoment::after) : at.stream(id);
    };
    account.staff.today.push_back(staff(today));
    account.staff.with.push_back(staff(with));
    if (stream.release) add_severance(step, *stream.release, today, with, account.severance);
    const double money_today = account.staff.today.back() * account.price.today.back();
    const double money_with = account.staff.with.back() * account.price.with.back();
    const bool is_revenue = stream.kind == StreamKind::revenue;
    account.cashable.push_back(is_revenue ? 1.0 : today.value_of(stream.cashable));
    const double better_by = is_revenue ? money_with - money_today : money_today - money_with;
    add_benefit(step, better_by / model_.time.steps_per_year, account.cashable.back(), account.benefit);
  }

  void add_severance(std::size_t step, const Release& release, ReferenceStep& today, ReferenceStep& with,
                     MoneyLine& line) const {
    const auto paid = [&](ReferenceStep& at) {
      return at.value_of(release.redundancies) * at.value_of(release.severance);
    };
    add_in_step(step, paid(with) - paid(today), line);
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
      if (cost.kind == CostKind::running) {
        const double from = cost.from == CostFrom::go_live ? account.go_live_months : account.start_months;
        const double until = cost.lasts ? from + first_step_->value_of(*cost.lasts) : horizon_months();
        const double share = months_inside(step, from, until) / months_per_step_;
        add_in_step(step, amount / model_.time.steps_per_year * share, account.costs[i]);
      } else {
        const double capital = evaluate_one_off(step, cost, amount, account, account.costs[i]);
        if (cost.depreciated_years) depreciate(step, capital, *cost.depreciated_years, account);
      }
    }
  }

  /// Then its cost is paid at once, on the day; where only some trials take no time, in the step, as in all the others.
  static bool never_takes_time(const Rollout& rollout) {
    return rollout.duration == number(0.0) && rollout.delay == number(0.0);
  }

  /// Returns the whole cost.
  double evaluate_one_off(std::size_t step, const Cost& cost, double amount, const InitiativeAccount& account,
                          MoneyLine& line) const {
    const double time = account.go_live_months - account.start_months;
    if (cost.from != CostFrom::over_implementation || never_takes_time(get(model_, account.initiative).rollout)) {
      add_lump(step, amount, cost.from == CostFrom::go_live ? account.go_live_months : account.start_months, line);
      return amount;
    }
    if (time == 0.0) {
      const StepSpan span{step_start(step), step_start(step + 1)};
      add_in_step(step, amount * implementation_share(span, account.start_months, account.go_live_months), line);
      return amount;
    }
    const std::vector<double> profile = cost.profile.empty() ? std::vector<double>{1.0} : cost.profile;
    const double part = time / static_cast<double>(profile.size());
    for (std::size_t i = 0; i < profile.size(); ++i) {
      const double from = account.start_months + static_cast<double>(i) * part;
      const double until = i + 1 == profile.size() ? account.go_live_months : from + part;
      const double share = profile[i] * months_inside(step, from, until) / (until - from);
      add_in_step(step, amount * account.cost_factor * share, line);
    }
    return amount * account.cost_factor;
  }

  void depreciate(std::size_t step, double capital, double years, InitiativeAccount& account) const {
    const double end = account.go_live_months + years * months_per_year;
    const double months = months_inside(step, account.go_live_months, end);
    account.depreciation[step] += capital * months / (years * months_per_year);
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
    line.present_value[step] += amount * discount_factor(model_.discounting.rates, years);
  }

  /// Money that is paid at one moment, if that moment lies in the step. It is discounted from its exact date.
  void add_lump(std::size_t step, double amount, double at_months, MoneyLine& line) const {
    const double paid_in = std::ceil(at_months / months_per_step_);  // 0: at the very start, before step 1
    const bool at_the_very_start = step == 1 && paid_in == 0.0;
    if (!at_the_very_start && paid_in != static_cast<double>(step)) return;
    const std::size_t entry = at_the_very_start ? 0 : step;
    line.flow[entry] += amount;
    line.present_value[entry] += amount * discount_factor(model_.discounting.rates, at_months / months_per_year);
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
  std::optional<ReferenceStep> first_step_;  ///< today: rollouts take their figures from it
  std::vector<double> stocks_today_;         ///< after the step before
  std::vector<double> stocks_with_;
};

}  // namespace

TrialAccount evaluate_trial(const Model& model, const std::vector<double>& inputs, std::size_t option,
                            const std::vector<InitiativeId>& members) {
  return TrialEvaluation(model, inputs, option, members).run();
}

}  // namespace wayworth::engine
