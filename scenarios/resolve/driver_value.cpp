#include "scenarios/resolve/driver_value.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "engine/finance/shifted_beta_geometric.hpp"

namespace wayworth::scenarios {
namespace {

using engine::Expression;
using engine::Function;
using engine::StockMoment;

constexpr AllowedNames in_values = {.drivers = true, .streams = false, .time = true};

/// Values of step 1, 2, ...
template <class ValueOfStep>
Expression by_step(const engine::Timeline& time, ValueOfStep value) {
  Expression::StepValue known;
  for (std::size_t step = 0; step < time.steps; ++step) known.by_step.push_back(value(step));
  return {std::move(known)};
}

/// A figure in the stated unit, or as it comes out.
std::optional<Quantity> of_figure(const Figure& figure, const std::optional<StatedUnit>& unit,
                                  const QuantityFitter& fitter) {
  if (unit) return fitter.in_unit(figure, in_values, {unit->unit, unit->as_typed});
  std::optional<Quantity> quantity = fitter.builder().build(figure, in_values);
  if (!quantity) return std::nullopt;
  if (quantity->unit.is_pure_number()) quantity = converted(std::move(*quantity), engine::Unit());
  if (quantity->is_plain && quantity->suffix == Syntax::Suffix::bare) quantity->checked = false;
  return quantity;
}

/// The figures of the years as one expression, in the unit of the first.
std::optional<Quantity> of_series(const DriverSection& section, const engine::Timeline& time,
                                  const QuantityFitter& fitter) {
  std::optional<Quantity> sum;
  bool is_right = true;
  const std::size_t count = section.series.size();
  for (std::size_t year = 0; year < count; ++year) {
    const Figure& figure = section.series[year];
    std::optional<Quantity> one = of_figure(figure, section.unit, fitter);
    if (one && sum) {
      if (one->is_plain && sum->is_plain && one->suffix != sum->suffix) {
        fitter.builder().problems().error(figure.place, figure.path,
                                          "all figures of a series must be shares (%), or none");
        one.reset();
      } else {
        one = fitter.in_unit(std::move(*one), figure, {sum->unit, sum->unit.text()});
      }
    }
    is_right = is_right && one;
    if (!one) continue;
    const Expression counts = by_step(time, [&](std::size_t step) {
      const auto in_year = step / static_cast<std::size_t>(time.steps_per_year);
      return std::min(in_year, count - 1) == year ? 1.0 : 0.0;
    });
    Expression part = times(counts, std::move(one->expression));
    if (!sum) {
      sum = std::move(one);
      sum->expression = std::move(part);
    } else {
      sum->expression = call(Function::add, {std::move(sum->expression), std::move(part)});
    }
  }
  return is_right ? sum : std::nullopt;
}

Quantity checked(Expression expression, const engine::Unit& unit) {
  Quantity quantity;
  quantity.expression = std::move(expression);
  quantity.unit = unit;
  return quantity;
}

/// The stock of the segment, whose unit is that of its customers at the start.
std::optional<Quantity> of_customers(const DriverSection& section, const Scenario& scenario,
                                     const QuantityFitter& fitter) {
  const std::size_t start = scenario.segments[section.segment].customers_at_start;
  const NamedQuantity& named = fitter.builder().names().driver(static_cast<engine::DriverId>(start));
  if (named.state == NamedQuantity::State::unusable) return std::nullopt;
  const auto stock = static_cast<engine::StockId>(section.segment);
  const Expression after = {Expression::StockValue{stock, StockMoment::after}};
  if (section.role == DriverRole::customers_at_end) return checked(after, named.unit);
  const Expression both = call(Function::add, {{Expression::StockValue{stock, StockMoment::before}}, after});
  return checked(times(engine::number(0.5), both), named.unit);
}

/// Churn of the period that each step lies in.
std::optional<Quantity> of_tenure(const DriverSection& section, const engine::Timeline& time,
                                  const QuantityFitter& fitter) {
  if (!section.unit) return std::nullopt;
  const engine::Unit yearly = engine::Unit::parse("1/year", "");
  Problems& problems = fitter.builder().problems();
  if (!section.unit->unit.same_kind(yearly)) {
    problems.error(section.unit->place, section.path,
                   fmt::format("`unit` must be 1 per time, such as 1/year, not {}", section.unit->as_typed));
    return std::nullopt;
  }
  const double periods_a_step = section.unit->unit.factor_to(yearly) / time.steps_per_year;
  if (periods_a_step > 1.0) {
    problems.error(section.unit->place, section.path,
                   fmt::format("a period of {} is shorter than a step of the simulation", section.unit->as_typed));
    return std::nullopt;
  }
  const auto customers = engine::ShiftedBetaGeometric::make(section.tenure.alpha, section.tenure.beta);
  return checked(by_step(time,
                         [&](std::size_t step) {
                           const double whole = std::floor(static_cast<double>(step) * periods_a_step + 1e-9);
                           const double period = whole + static_cast<double>(section.tenure.age) + 1.0;
                           return 1.0 - customers.retention(period);
                         }),
                 section.unit->unit);
}

/// Factors of the steps: of a quarter or a year the mean of its months.
Expression seasons(const std::vector<double>& by_month, const engine::Timeline& time) {
  const auto months = static_cast<std::size_t>(12 / time.steps_per_year);
  return by_step(time, [&](std::size_t step) {
    double sum = 0.0;
    for (std::size_t month = 0; month < months; ++month) {
      sum += by_month[(static_cast<std::size_t>(time.start_month - 1) + step * months + month) % 12];
    }
    return sum / static_cast<double>(months);
  });
}

/// exp(e - sd^2 / 2), where e(1) = sd z(1) and e(t) = persistence e(t - 1) + sqrt(1 - persistence^2) sd z(t): every
/// step has the same lognormal distribution of mean 1.
std::optional<Expression> noise_factor(const DriverSection& section, const engine::Timeline& time,
                                       const QuantityFitter& fitter, std::vector<engine::Stock>& stocks) {
  const NoiseSection& noise = *section.noise;
  std::optional<Expression> sd = fitter.share_or(0.0, noise.sd, {});
  if (!sd) return std::nullopt;
  const double fresh = std::sqrt(1.0 - noise.persistence * noise.persistence);
  const Expression scale = by_step(time, [&](std::size_t step) { return step == 0 ? 1.0 : fresh; });
  engine::Stock stock;
  stock.key = noise.path;
  stock.initial = engine::number(0.0);
  stock.kept = engine::number(noise.persistence);
  stock.added = times(times(scale, *sd), {Expression::StepDraw{fitter.builder().first_noise_of(section)}});
  stocks.push_back(std::move(stock));
  const auto id = static_cast<engine::StockId>(stocks.size() - 1);
  const Expression half_variance = times(engine::number(0.5), times(*sd, *sd));
  const Expression deviation = {Expression::StockValue{id, StockMoment::after}};
  return call(Function::exponential, {call(Function::subtract, {deviation, half_variance})});
}

}  // namespace

std::optional<Quantity> value_of(const DriverSection& section, const Scenario& scenario, const QuantityFitter& fitter) {
  switch (section.role) {
    case DriverRole::customers:
    case DriverRole::customers_at_end:
      return of_customers(section, scenario, fitter);
    case DriverRole::churn_by_tenure:
      return of_tenure(section, scenario.time, fitter);
    case DriverRole::figure:
    case DriverRole::customers_at_start:
      break;
  }
  if (!section.series.empty()) return of_series(section, scenario.time, fitter);
  if (!section.value) return std::nullopt;
  return of_figure(*section.value, section.unit, fitter);
}

std::string text_of(const DriverSection& section) {
  if (section.value) return section.value->as_typed;
  std::string text;
  for (const Figure& figure : section.series) text += (text.empty() ? "" : "; ") + figure.as_typed;
  if (section.role == DriverRole::churn_by_tenure) {
    text = fmt::format("by tenure: alpha {}, beta {}, age {}", section.tenure.alpha, section.tenure.beta,
                       section.tenure.age);
  }
  return text;
}

void shape_over_time(const DriverSection& section, const engine::Timeline& time, const QuantityFitter& fitter,
                     engine::Driver& driver, std::vector<engine::Stock>& stocks) {
  if (section.grows_yearly) {
    const Expression factor = call(Function::add, {engine::number(1.0), driver.annual_growth});
    const Expression year =
        by_step(time, [&](std::size_t step) { return std::floor(static_cast<double>(step) / time.steps_per_year); });
    driver.value = times(std::move(driver.value), call(Function::power, {factor, year}));
    driver.annual_growth = engine::number(0.0);
  }
  if (!section.seasonality.empty()) driver.value = times(std::move(driver.value), seasons(section.seasonality, time));
  if (!section.noise) return;
  if (std::optional<Expression> factor = noise_factor(section, time, fitter, stocks)) {
    driver.value = times(std::move(driver.value), std::move(*factor));
  }
}

}  // namespace wayworth::scenarios
