#include "tests/support/golden_model.hpp"

namespace wayworth::tests {
namespace {

using engine::Cost;
using engine::CostFrom;
using engine::CostKind;
using engine::DriverId;
using engine::Expression;
using engine::Function;
using engine::number;

constexpr DriverId calls_per_year{0};
constexpr DriverId seconds_per_call{1};
constexpr DriverId wage{2};

engine::Driver driver(const char* key, double value, double annual_growth) {
  engine::Driver made;
  made.key = made.name = key;
  made.value = number(value);
  made.annual_growth = number(annual_growth);
  return made;
}

/// Workload over what a paid full-time equivalent can handle: paid hours less absence, at the planned occupancy.
engine::Stream agents() {
  const double occupancy = 0.85;
  const double shrinkage = 0.3;
  const double paid_hours_per_year = 2080;
  const double seconds_per_fte_year = 3600 * occupancy * (1 - shrinkage) * paid_hours_per_year;
  const Expression workload = call(
      Function::multiply, {{Expression::DriverValue{calls_per_year}}, {Expression::DriverValue{seconds_per_call}}});
  engine::Stream stream;
  stream.key = stream.name = "agents";
  stream.kind = engine::StreamKind::fte;
  stream.value = call(Function::divide, {workload, number(seconds_per_fte_year)});
  stream.margin = number(1.0);
  stream.cost_per_fte = {Expression::DriverValue{wage}};
  stream.cashable = number(1.0);
  return stream;
}

struct Shape {
  const char* key;
  DriverId target;
  double change;
  double duration_months;
  double ramp_months;
  engine::RampShape ramp;
  double one_off;
  double running_per_year;
};

engine::Initiative initiative(const Shape& shape) {
  engine::Initiative made;
  made.key = made.name = shape.key;
  made.effects = {{shape.target, engine::EffectKind::change, number(shape.change), {}}};
  made.costs = {{"Set-up", CostKind::one_off, CostFrom::over_implementation, number(shape.one_off), {}},
                {"Licence", CostKind::running, CostFrom::go_live, number(shape.running_per_year), {}}};
  made.rollout = {.duration = number(shape.duration_months),
                  .ramp = number(shape.ramp_months),
                  .shape = shape.ramp,
                  .success = number(1.0),
                  .if_it_fails = number(0.0)};
  return made;
}

}  // namespace

engine::Model golden_two_initiatives() {
  engine::Model model;
  model.name = "Two initiatives";
  model.currency = "USD";
  model.time = {.start_year = 2026, .start_month = 1, .steps = 36, .steps_per_year = 12};
  model.discounting = {.rates = 0.1, .timing = engine::DiscountTiming::mid};
  model.drivers = {driver("calls_per_year", 12 * 100'000, 0.03), driver("seconds_per_call", 420, 0.0),
                   driver("wage", 52'000, 0.025)};
  model.streams = {agents()};
  model.initiatives = {
      initiative({"fewer_calls", calls_per_year, -0.12, 6, 6, engine::RampShape::linear, 400'000, 12 * 10'000}),
      initiative({"shorter_calls", seconds_per_call, -0.08, 4, 8, engine::RampShape::s_curve, 150'000, 12 * 3'000})};
  model.options = {{"both", "Both", {1, 1}},
                   {"fewer_calls", "Only fewer calls", {1, std::nullopt}},
                   {"shorter_calls", "Only shorter calls", {std::nullopt, 1}}};
  return model;
}

}  // namespace wayworth::tests
