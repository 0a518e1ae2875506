#include "engine/execute/reference_step.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wayworth::engine {

ReferenceStep::ReferenceStep(const Model& model, std::span<const double> inputs, std::size_t step,
                             std::vector<double> stocks)
    : model_(model),
      inputs_(inputs),
      step_(step),
      stocks_before_(std::move(stocks)),
      drivers_(model.drivers.size()),
      streams_(model.streams.size()) {}

ReferenceStep::ReferenceStep(ReferenceStep& today, std::vector<ActiveInitiative> active, std::vector<double> stocks)
    : ReferenceStep(today.model_, today.inputs_, today.step_, std::move(stocks)) {
  today_ = &today;
  active_ = std::move(active);
}

double ReferenceStep::value_of(const Expression& expression) {
  return std::visit([this](const auto& node) { return computed(node); }, expression.node);
}

double ReferenceStep::driver(DriverId id) {
  std::optional<double>& known = drivers_[index_of(id)];
  if (!known) {
    const Driver& driver = model_.drivers[index_of(id)];
    const double growth = std::pow(1.0 + value_of(driver.annual_growth), years_since_start());
    const double changed = with_effects(with_links(value_of(driver.value) * growth, id), id);
    known = std::min(std::max(changed, driver.minimum), driver.maximum);
  }
  return *known;
}

double ReferenceStep::stream(StreamId id) {
  std::optional<double>& known = streams_[index_of(id)];
  if (!known) known = with_effects(value_of(model_.streams[index_of(id)].value), id);
  return *known;
}

double ReferenceStep::stock(StockId id, StockMoment moment) {
  const Stock& stock = model_.stocks[index_of(id)];
  ReferenceStep& today = today_ ? *today_ : *this;
  const double before = step_ == 1 ? today.value_of(stock.initial) : stocks_before_[index_of(id)];
  if (moment == StockMoment::before) return before;
  const double moved = before * value_of(stock.kept) + value_of(stock.added);
  return stock.floor ? std::max(moved, value_of(*stock.floor)) : moved;
}

std::vector<double> ReferenceStep::stocks_after() {
  std::vector<double> after;
  for (std::size_t i = 0; i < model_.stocks.size(); ++i) {
    after.push_back(stock(static_cast<StockId>(i), StockMoment::after));
  }
  return after;
}

/// What the causes, moved by the initiatives, make of the target; see Link.
double ReferenceStep::with_links(double base, DriverId target) {
  if (today_ == nullptr) return base;
  double x = base;
  for (const Link& link : model_.links) {
    if (link.target != target) continue;
    const double first = driver(link.causes[0]);
    const double first_today = today_->driver(link.causes[0]);
    const double coefficient = today_->value_of(link.coefficients[0]);
    double full = x;
    if (link.form == LinkForm::logit) {
      full = 1.0 / (1.0 + std::exp(-(std::log(x / (1.0 - x)) + coefficient * (first - first_today))));
    } else if (link.form == LinkForm::elasticity) {
      full = x * std::pow(first / first_today, coefficient);
    } else {
      for (std::size_t i = 0; i < link.causes.size(); ++i) {
        full += today_->value_of(link.coefficients[i]) * (driver(link.causes[i]) - today_->driver(link.causes[i]));
      }
    }
    x += today_->value_of(link.attribution) * (full - x);
  }
  return x;
}

/// Relative effects multiply, then absolute ones add, then targets pull: each kind by itself does not depend on the
/// order of the initiatives. Source: the project's mathematical reference, "Effects on drivers".
double ReferenceStep::with_effects(double base, const std::variant<DriverId, StreamId>& target) {
  double x = base;
  for (const EffectKind kind : {EffectKind::change, EffectKind::add, EffectKind::set}) {
    for (const ActiveInitiative& active : active_) {
      for (const Effect& effect : get(model_, active.initiative).effects) {
        if (effect.kind != kind || effect.target != target) continue;
        const double amount = today_->value_of(effect.amount);
        if (kind == EffectKind::change) x = x * (1.0 + active.adoption * amount);
        if (kind == EffectKind::add) x = x + active.adoption * amount;
        if (kind == EffectKind::set) x = x + active.adoption * (amount - x);
      }
    }
  }
  return x;
}

double ReferenceStep::years_since_start() const {
  return static_cast<double>(step_ - 1) / model_.time.steps_per_year;
}

double ReferenceStep::computed(const Expression::Number& node) {
  return node.value;
}

double ReferenceStep::computed(const Expression::Draw& node) {
  return inputs_[index_of(node.input)];
}

double ReferenceStep::computed(const Expression::DriverValue& node) {
  return driver(node.driver);
}

double ReferenceStep::computed(const Expression::StreamValue& node) {
  return stream(node.stream);
}

double ReferenceStep::computed(const Expression::StockValue& node) {
  return stock(node.stock, node.moment);
}

double ReferenceStep::computed(const Expression::StepValue& node) {
  return node.by_step[step_ - 1];
}

double ReferenceStep::computed(const Expression::StepDraw& node) {
  return inputs_[index_of(node.first) + step_ - 1];
}

double ReferenceStep::computed(const Expression::StepNumber& /*node*/) {
  return static_cast<double>(step_);
}

double ReferenceStep::computed(const Expression::Year& /*node*/) {
  return years_since_start();
}

double ReferenceStep::computed(const Expression::Call& node) {
  std::vector<double> arguments;
  for (const Expression& argument : node.arguments) arguments.push_back(value_of(argument));
  return evaluate(node.function, arguments);
}

}  // namespace wayworth::engine
