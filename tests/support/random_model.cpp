#include "tests/support/random_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/dependence/rank_correlation.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/random_formula.hpp"

namespace wayworth::tests {
namespace {

using engine::DriverId;
using engine::EffectKind;
using engine::Expression;
using engine::InitiativeId;
using engine::Model;
using engine::number;
using engine::StreamId;

class ModelMaker {
public:
  explicit ModelMaker(std::uint64_t seed) : dice_(seed), formulas_(dice_, model_.inputs) {}

  Model make(const std::optional<engine::Timeline>& time) {
    make_time();
    if (time) model_.time = *time;
    make_money();
    make_drivers();
    make_links();
    make_streams();
    make_initiatives();
    make_options();
    make_correlations();
    return std::move(model_);
  }

private:
  void make_time() {
    const int steps_per_year[] = {12, 4, 1};
    const std::size_t most_steps[] = {30, 14, 6};
    const std::size_t grid = dice_.roll(3);
    model_.name = "random";
    model_.currency = "EUR";
    model_.time = {.start_year = 2026,
                   .start_month = 1,
                   .steps = dice_.count(1, most_steps[grid]),
                   .steps_per_year = steps_per_year[grid]};
    model_.discounting.rates = dice_.chance(0.2) ? engine::AnnualRates(0.0) : discount_rates();
    model_.discounting.timing = dice_.chance(0.5) ? engine::DiscountTiming::mid : engine::DiscountTiming::end;
  }

  /// Of one year or more.
  engine::AnnualRates discount_rates() {
    std::vector<double> rates(dice_.chance(0.6) ? 1 : dice_.count(2, 4));
    for (double& rate : rates) rate = dice_.between(0.01, 0.2);
    return engine::AnnualRates(std::move(rates));
  }

  void make_money() {
    if (dice_.chance(0.4)) model_.tax = {dice_.between(0.1, 0.4), dice_.chance(0.5)};
    const double rate = model_.discounting.rates.last();
    const double chosen = dice_.between(0.0, 1.0);
    if (chosen < 0.2) model_.terminal_value = {engine::TerminalValue::Form::fading, dice_.between(0.05, 0.5)};
    if (chosen > 0.8 && rate > 0.0) model_.terminal_value = {engine::TerminalValue::Form::growing, rate / 2.0};
  }

  void make_drivers() {
    const std::size_t count = dice_.count(1, 6);
    model_.drivers.resize(count);
    for (const std::size_t i : shuffled(count)) {
      engine::Driver& driver = model_.drivers[i];
      driver.key = driver.name = fmt::format("driver_{}", i);
      driver.value = formulas_.amount(1.0, named_);
      driver.annual_growth = dice_.chance(0.5) ? number(0.0) : formulas_.within(-0.1, 0.15, named_);
      if (dice_.chance(0.2)) driver.value = times(driver.value, by_step());
      if (dice_.chance(0.3)) driver.value = times(driver.value, stock(formulas_.amount(1.0, named_)));
      if (dice_.chance(0.2)) driver.value = times(driver.value, noise());
      if (dice_.chance(0.3)) driver.minimum = dice_.between(0.2, 0.8);
      if (dice_.chance(0.3)) driver.maximum = dice_.between(1.0, 2.0);
      named_.drivers.push_back(static_cast<DriverId>(i));
    }
  }

  Expression by_step() {
    Expression::StepValue known;
    for (std::size_t step = 0; step < model_.time.steps; ++step) known.by_step.push_back(dice_.between(0.5, 1.5));
    return {known};
  }

  Expression stock(Expression initial) {
    engine::Stock made;
    made.key = fmt::format("stock_{}", model_.stocks.size());
    made.initial = std::move(initial);
    made.kept = formulas_.within(0.6, 1.0, named_);
    made.added = formulas_.amount(0.1, named_);
    if (dice_.chance(0.4)) made.floor = formulas_.amount(1.0, named_);
    return last_stock(std::move(made));
  }

  /// exp of a first-order autoregression.
  Expression noise() {
    const auto first = static_cast<engine::InputId>(model_.inputs.size());
    for (std::size_t step = 1; step <= model_.time.steps; ++step) {
      model_.inputs.push_back({fmt::format("noise[{}]", model_.inputs.size()), engine::Normal::make(0.0, 0.1)});
    }
    engine::Stock made;
    made.key = fmt::format("noise_{}", model_.stocks.size());
    made.initial = number(0.0);
    made.kept = number(dice_.between(0.0, 0.9));
    made.added = {Expression::StepDraw{first}};
    return call(engine::Function::exponential, {last_stock(std::move(made))});
  }

  Expression last_stock(engine::Stock made) {
    model_.stocks.push_back(std::move(made));
    const auto id = static_cast<engine::StockId>(model_.stocks.size() - 1);
    return {Expression::StockValue{id, dice_.chance(0.5) ? engine::StockMoment::before : engine::StockMoment::after}};
  }

  /// From drivers to further ones, between limits in which each form of link is defined.
  void make_links() {
    const std::size_t count = dice_.roll(3);
    for (std::size_t k = 0; k < count; ++k) {
      engine::Link link;
      link.key = link.name = fmt::format("link_{}", k);
      link.form = static_cast<engine::LinkForm>(dice_.roll(3));
      for (std::size_t i = 0; i < (link.form == engine::LinkForm::mix ? 2U : 1U); ++i) {
        link.causes.push_back(add_driver(0.2, 0.9));
        link.coefficients.push_back(formulas_.within(-0.5, 0.5, drivers_only()));
      }
      link.target = add_driver(0.05, 0.9);
      link.attribution = formulas_.within(0.0, 1.0, drivers_only());
      model_.links.push_back(std::move(link));
    }
  }

  DriverId add_driver(double low, double high) {
    const auto id = static_cast<DriverId>(model_.drivers.size());
    engine::Driver driver;
    driver.key = driver.name = fmt::format("driver_{}", model_.drivers.size());
    driver.value = formulas_.within(low, high, named_);
    driver.annual_growth = number(0.0);
    driver.minimum = low;
    driver.maximum = high;
    model_.drivers.push_back(std::move(driver));
    named_.drivers.push_back(id);
    return id;
  }

  engine::Release make_release(std::size_t stream) {
    const Expression needed = {Expression::StreamValue{static_cast<StreamId>(stream)}};
    const Expression redundant = number(dice_.chance(0.5) ? 0.0 : dice_.between(0.1, 1.0));
    const Expression stays = formulas_.within(0.9, 1.0, drivers_only());
    const auto id = static_cast<engine::StockId>(model_.stocks.size());
    engine::Stock headcount;
    headcount.key = fmt::format("headcount_{}", stream);
    headcount.initial = needed;
    headcount.kept = times(one_less(redundant), stays);
    headcount.added = times(redundant, needed);
    headcount.floor = needed;
    model_.stocks.push_back(std::move(headcount));
    const Expression before = times({Expression::StockValue{id, engine::StockMoment::before}}, stays);
    const Expression willing = call(engine::Function::maximum, {needed, before});
    return {id, call(engine::Function::subtract, {willing, {Expression::StockValue{id, engine::StockMoment::after}}}),
            formulas_.amount(2.0, drivers_only())};
  }

  void make_streams() {
    const std::size_t count = dice_.count(1, 4);
    model_.streams.resize(count);
    for (const std::size_t i : shuffled(count)) {
      engine::Stream& stream = model_.streams[i];
      stream.key = stream.name = fmt::format("stream_{}", i);
      stream.kind = static_cast<engine::StreamKind>(dice_.roll(3));
      stream.value = formulas_.amount(1000.0, named_);
      stream.margin = number(1.0);
      if (stream.kind == engine::StreamKind::revenue && dice_.chance(0.5)) {
        stream.basis = engine::RevenueBasis::revenue;
        stream.margin = formulas_.within(0.1, 0.6, named_);
      }
      stream.cost_per_fte = number(0.0);
      if (stream.kind == engine::StreamKind::fte) stream.cost_per_fte = formulas_.amount(5.0, named_);
      stream.cashable = formulas_.within(0.0, 1.0, named_);
      if (stream.kind == engine::StreamKind::fte && dice_.chance(0.5)) stream.release = make_release(i);
      named_.streams.push_back(static_cast<StreamId>(i));
    }
  }

  void make_initiatives() {
    const std::size_t count = dice_.count(1, 5);
    model_.initiatives.resize(count);
    std::vector<InitiativeId> earlier;
    for (const std::size_t i : shuffled(count)) {
      engine::Initiative& initiative = model_.initiatives[i];
      initiative.key = initiative.name = fmt::format("initiative_{}", i);
      for (std::size_t k = dice_.roll(4); k > 0; --k) initiative.effects.push_back(make_effect());
      for (std::size_t k = dice_.roll(3); k > 0; --k) initiative.benefits.push_back(make_benefit());
      for (std::size_t k = dice_.roll(4); k > 0; --k) initiative.costs.push_back(make_cost());
      initiative.rollout = make_rollout();
      for (const InitiativeId other : earlier) {
        if (dice_.chance(0.25)) initiative.needs.push_back({other, dice_.chance(0.5) ? 0.0 : dice_.between(0.0, 4.0)});
      }
      earlier.push_back(static_cast<InitiativeId>(i));
    }
  }

  engine::Effect make_effect() {
    engine::Effect effect;
    const std::size_t target = dice_.roll(model_.drivers.size() + model_.streams.size());
    const bool on_driver = target < model_.drivers.size();
    if (on_driver) effect.target = static_cast<DriverId>(target);
    if (!on_driver) effect.target = static_cast<StreamId>(target - model_.drivers.size());
    effect.kind = static_cast<EffectKind>(dice_.roll(3));
    if (effect.kind == EffectKind::set && !claim_target(target)) effect.kind = EffectKind::change;
    const double scale = on_driver ? 1.0 : 1000.0;
    switch (effect.kind) {
      case EffectKind::change:
        effect.amount = formulas_.within(-0.4, 0.4, drivers_only());
        break;
      case EffectKind::add:
        effect.amount = formulas_.within(-0.2 * scale, 0.3 * scale, drivers_only());
        break;
      case EffectKind::set:
        effect.amount = formulas_.amount(scale, drivers_only());
        break;
    }
    return effect;
  }

  /// The language allows one `set` a target.
  bool claim_target(std::size_t target) {
    if (std::find(set_targets_.begin(), set_targets_.end(), target) != set_targets_.end()) return false;
    set_targets_.push_back(target);
    return true;
  }

  engine::Benefit make_benefit() {
    engine::Benefit benefit;
    benefit.name = "benefit";
    benefit.kind = dice_.chance(0.5) ? engine::BenefitKind::revenue : engine::BenefitKind::cost_saving;
    benefit.amount = formulas_.amount(dice_.chance(0.2) ? -100.0 : 300.0, drivers_only());
    benefit.cashable = formulas_.within(0.0, 1.0, drivers_only());
    return benefit;
  }

  engine::Cost make_cost() {
    using engine::CostFrom;
    engine::Cost cost;
    cost.name = "cost";
    cost.kind = dice_.chance(0.6) ? engine::CostKind::one_off : engine::CostKind::running;
    const CostFrom usual = cost.kind == engine::CostKind::one_off ? CostFrom::over_implementation : CostFrom::go_live;
    cost.from = dice_.chance(0.3) ? CostFrom::start : usual;
    cost.amount = formulas_.amount(cost.kind == engine::CostKind::one_off ? 500.0 : 100.0, drivers_only());
    if (cost.kind == engine::CostKind::running) {
      if (dice_.chance(0.3)) cost.lasts = formulas_.within(0.0, 15.0, drivers_only());
      return cost;
    }
    if (dice_.chance(0.2)) cost.from = CostFrom::go_live;
    if (dice_.chance(0.3)) cost.profile = {0.5, 0.2, 0.3};
    if (dice_.chance(0.3)) {
      cost.amount = number(dice_.between(100.0, 1000.0));  // capital does not change over time
      cost.depreciated_years = dice_.between(0.5, 4.0);
    }
    return cost;
  }

  engine::Rollout make_rollout() {
    engine::Rollout rollout;
    const double longest = 20.0;  // months: beyond many horizons
    rollout.duration = dice_.chance(0.2) ? number(static_cast<double>(dice_.roll(7)))
                                         : formulas_.within(0.0, dice_.chance(0.2) ? longest : 8.0, drivers_only());
    rollout.ramp = dice_.chance(0.2) ? number(static_cast<double>(dice_.roll(7)))
                                     : formulas_.within(0.0, dice_.chance(0.2) ? longest : 8.0, drivers_only());
    rollout.shape = static_cast<engine::RampShape>(dice_.roll(3));
    if (dice_.chance(0.3)) rollout.delay = formulas_.within(0.0, 6.0, drivers_only());
    rollout.costs_more_when_delayed = dice_.chance(0.5);
    if (dice_.chance(0.3)) {
      rollout.decay = formulas_.within(0.0, 0.5, drivers_only());
      rollout.decay_after = formulas_.within(0.0, 12.0, drivers_only());
    }
    rollout.success = formulas_.outcome();
    rollout.if_it_fails = formulas_.within(0.0, 1.0, drivers_only());
    return rollout;
  }

  void make_options() {
    for (std::size_t k = dice_.count(1, 3); k > 0; --k) {
      engine::Option option;
      option.key = option.name = fmt::format("option_{}", model_.options.size());
      option.starts.resize(model_.initiatives.size());
      const double membership = model_.options.empty() ? 0.9 : 0.6;
      for (std::size_t i = 0; i < option.starts.size(); ++i) {
        if (dice_.chance(membership)) join(option, static_cast<InitiativeId>(i));
      }
      model_.options.push_back(std::move(option));
    }
  }

  /// Members bring their prerequisites.
  void join(engine::Option& option, InitiativeId id) {
    const auto start = [&] { return dice_.chance(0.4) ? 1 : dice_.count(1, model_.time.steps); };
    option.starts[index_of(id)] = start();
    for (const InitiativeId need : prerequisites_of(model_, id)) {
      if (!option.starts[index_of(need)]) option.starts[index_of(need)] = start();
    }
  }

  /// Some inputs in one factor, so that any strengths hold together, and a pair of others.
  void make_correlations() {
    if (model_.inputs.size() < 4 || dice_.chance(0.4)) return;
    std::vector<double> loadings;
    for (std::size_t i = 0; i < model_.inputs.size(); ++i) {
      loadings.push_back(dice_.chance(0.5) ? 0.0 : dice_.between(-0.9, 0.9));
    }
    std::vector<engine::RankCorrelation> pairs;
    for (std::uint32_t i = 0; i < loadings.size(); ++i) {
      for (std::uint32_t j = i + 1; j < loadings.size(); ++j) {
        const double rank = engine::rank_correlation(loadings[i] * loadings[j]);
        if (rank != 0.0) pairs.push_back({engine::InputId{i}, engine::InputId{j}, rank});
      }
    }
    for (auto& group : engine::correlation_groups(pairs)) model_.correlations.push_back(std::move(group.value()));
  }

  [[nodiscard]] Names drivers_only() const { return {named_.drivers, {}}; }

  std::vector<std::size_t> shuffled(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[dice_.roll(i)]);
    return order;
  }

  Dice dice_;
  Model model_;
  FormulaMaker formulas_;
  Names named_;  ///< what later formulas may name
  std::vector<std::size_t> set_targets_;
};

}  // namespace

Model random_model(std::uint64_t seed, const std::optional<engine::Timeline>& time) {
  return ModelMaker(seed).make(time);
}

}  // namespace wayworth::tests
