#include "engine/execute/reference.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const std::vector<InitiativeId> only_first = {InitiativeId{0}};

Expression named(DriverId id) {
  return {Expression::DriverValue{id}};
}

Driver driver(double value) {
  Driver made;
  made.value = number(value);
  made.annual_growth = number(0.0);
  return made;
}

Stream cost_stream(Expression value) {
  Stream made;
  made.kind = StreamKind::cost;
  made.value = std::move(value);
  made.margin = number(1.0);
  made.cost_per_fte = number(0.0);
  made.cashable = number(1.0);
  return made;
}

/// Live from the very start, without ramp.
Initiative initiative(std::vector<Effect> effects) {
  Initiative made;
  made.effects = std::move(effects);
  made.rollout = {.duration = number(0.0),
                  .ramp = number(0.0),
                  .shape = RampShape::linear,
                  .success = number(1.0),
                  .if_it_fails = number(0.0)};
  return made;
}

Effect effect(std::variant<DriverId, StreamId> target, EffectKind kind, double amount) {
  return {target, kind, number(amount), {}};
}

Cost cost(CostKind kind, CostFrom from, double amount) {
  return {"", kind, from, number(amount), {}};
}

/// Annual steps without discounting; all initiatives from step 1.
Model yearly(std::size_t steps, std::vector<Driver> drivers, std::vector<Stream> streams,
             std::vector<Initiative> initiatives) {
  Model model;
  model.time = {.start_year = 2026, .start_month = 1, .steps = steps, .steps_per_year = 1};
  model.drivers = std::move(drivers);
  model.streams = std::move(streams);
  model.initiatives = std::move(initiatives);
  model.options = {{"all", "All", std::vector<std::optional<std::size_t>>(model.initiatives.size(), 1)}};
  return model;
}

Model monthly(std::size_t steps, Initiative one) {
  Model model = yearly(steps, {}, {}, {std::move(one)});
  model.time.steps_per_year = 12;
  return model;
}

/// 1.2 M contacts of 420 s at 36 an hour; A volume -20 %, B -10 % time, C volume -8 % and +3 % time, D -20 s.
Model attribution_case() {
  constexpr DriverId volume{0};
  constexpr DriverId seconds{1};
  const Expression work = call(Function::multiply, {named(volume), named(seconds)});
  return yearly(
      1, {driver(1.2e6), driver(420.0)}, {cost_stream(call(Function::multiply, {work, number(0.01)}))},
      {initiative({effect(volume, EffectKind::change, -0.2)}), initiative({effect(seconds, EffectKind::change, -0.1)}),
       initiative({effect(volume, EffectKind::change, -0.08), effect(seconds, EffectKind::change, 0.03)}),
       initiative({effect(seconds, EffectKind::add, -20.0)})});
}

double npv(const Model& model, Scope scope, std::uint32_t id) {
  return evaluate_subject(model, {}, {.scope = scope, .initiative = InitiativeId{id}})[Measure::npv];
}

TEST_CASE("relative effects multiply before absolute ones add", "[reference][known-answer]") {
  const Model model = yearly(1, {driver(420.0)}, {},
                             {initiative({effect(DriverId{0}, EffectKind::add, -20.0)}),
                              initiative({effect(DriverId{0}, EffectKind::change, -0.1)}),
                              initiative({effect(DriverId{0}, EffectKind::change, 0.03)})});
  const TrialAccount all = evaluate_trial(model, {}, 0, {InitiativeId{0}, InitiativeId{1}, InitiativeId{2}});
  CHECK_THAT(all.drivers[0].with[0], tests::WithinRel(369.34, 1e-14));
  CHECK(all.drivers[0].today[0] == 420.0);
}

TEST_CASE("targets pull after that, and limits hold last, today as well", "[reference][known-answer]") {
  Initiative half = initiative({effect(DriverId{0}, EffectKind::set, 330.0)});
  half.rollout.success = number(0.0);
  half.rollout.if_it_fails = number(0.5);
  Driver handle_time = driver(420.0);
  handle_time.minimum = 345.0;
  handle_time.maximum = 400.0;
  Model model = yearly(1, {handle_time}, {},
                       {half, initiative({effect(DriverId{0}, EffectKind::change, -0.1)}),
                        initiative({effect(DriverId{0}, EffectKind::add, -20.0)})});
  const std::vector<InitiativeId> members = {InitiativeId{0}, InitiativeId{1}, InitiativeId{2}};
  CHECK(evaluate_trial(model, {}, 0, members).drivers[0].with[0] == 345.0);
  CHECK(evaluate_trial(model, {}, 0, members).drivers[0].today[0] == 400.0);
  model.drivers[0].minimum = -infinity;
  CHECK_THAT(evaluate_trial(model, {}, 0, members).drivers[0].with[0], tests::WithinRel(344.0, 1e-14));
}

TEST_CASE("alone and last share out a benefit as published", "[reference][known-answer]") {
  const Model model = attribution_case();
  const double alone[] = {1008000.0, 504000.0, 264096.0, 240000.0};
  const double last[] = {815502.72, 382072.32, 174789.12, 176640.0};
  for (std::uint32_t i = 0; i < 4; ++i) {
    CHECK_THAT(npv(model, Scope::alone, i), tests::WithinRel(alone[i], 1e-12));
    CHECK_THAT(npv(model, Scope::last, i), tests::WithinRel(last[i], 1e-12));
  }
  CHECK_THAT(evaluate_subject(model, {}, {})[Measure::npv], tests::WithinRel(1777989.12, 1e-12));
}

TEST_CASE("an initiative is valued given its prerequisites, and lost with its dependants",
          "[reference][known-answer]") {
  Model model = attribution_case();
  model.initiatives[3].needs = {{InitiativeId{1}}};
  CHECK_THAT(npv(model, Scope::alone, 3), tests::WithinRel(240000.0, 1e-12));
  CHECK_THAT(npv(model, Scope::alone, 1), tests::WithinRel(504000.0, 1e-12));
  CHECK_THAT(npv(model, Scope::last, 1), tests::WithinRel(558712.32, 1e-12));
  CHECK_THAT(npv(model, Scope::last, 3), tests::WithinRel(176640.0, 1e-12));
}

TEST_CASE("growth compounds from the start, and figures of initiatives mean today's values", "[reference]") {
  Driver calls = driver(100.0);
  calls.annual_growth = number(0.1);
  Initiative halves = initiative({effect(DriverId{0}, EffectKind::change, -0.5)});
  halves.benefits = {{"", BenefitKind::cost_saving, named(DriverId{0}), number(1.0), {}}};
  const TrialAccount account = evaluate_trial(yearly(3, {calls}, {}, {halves}), {}, 0, only_first);
  CHECK_THAT(account.drivers[0].with[2], tests::WithinRel(60.5, 1e-14));
  CHECK_THAT(account.initiatives[0].benefits[0].economic.flow[3], tests::WithinRel(121.0, 1e-14));
}

TEST_CASE("a stream that names a stream sees its effects", "[reference]") {
  const Stream first = cost_stream(number(100.0));
  const Stream second = cost_stream(call(Function::multiply, {{Expression::StreamValue{StreamId{0}}}, number(2.0)}));
  const Model model = yearly(1, {}, {first, second}, {initiative({effect(StreamId{0}, EffectKind::add, -10.0)})});
  const TrialAccount account = evaluate_trial(model, {}, 0, only_first);
  CHECK(account.streams[1].value.with[0] == 180.0);
  CHECK(evaluate_subject(model, {}, {})[Measure::pv_cost_savings] == 30.0);
}

TEST_CASE("revenue counts at its margin, before and after", "[reference]") {
  Stream sales = cost_stream(number(1000.0));
  sales.kind = StreamKind::revenue;
  sales.margin = named(DriverId{0});
  const Model model =
      yearly(1, {driver(0.3)}, {sales},
             {initiative({effect(StreamId{0}, EffectKind::change, 0.1), effect(DriverId{0}, EffectKind::add, 0.1)})});
  const SubjectAccount programme = evaluate_subject(model, {}, {});
  CHECK_THAT(programme[Measure::pv_revenue], tests::WithinRel(1100.0 * 0.4 - 1000.0 * 0.3, 1e-13));
  CHECK(programme[Measure::cash_npv] == programme[Measure::npv]);
}

TEST_CASE("of a saving only the cashable share is cash, of a harm all of it", "[reference]") {
  Stream agents = cost_stream(number(10.0));
  agents.kind = StreamKind::fte;
  agents.cost_per_fte = number(50.0);
  agents.cashable = number(0.25);
  const auto with_change = [&](double change) {
    return evaluate_subject(yearly(2, {}, {agents}, {initiative({effect(StreamId{0}, EffectKind::change, change)})}),
                            {}, {});
  };
  const SubjectAccount saving = with_change(-0.4);
  CHECK_THAT(saving[Measure::pv_staff_savings], tests::WithinRel(400.0, 1e-14));
  CHECK_THAT(saving[Measure::cash_npv], tests::WithinRel(100.0, 1e-14));
  CHECK_THAT(saving[Measure::freed_fte], tests::WithinRel(4.0, 1e-14));
  CHECK_THAT(saving[Measure::cashed_fte], tests::WithinRel(1.0, 1e-14));
  CHECK_THAT(saving[Measure::savings_per_year], tests::WithinRel(200.0, 1e-14));
  const SubjectAccount harm = with_change(0.4);
  CHECK_THAT(harm[Measure::cash_npv], tests::WithinRel(-400.0, 1e-14));
  CHECK_THAT(harm[Measure::cashed_fte], tests::WithinRel(-4.0, 1e-14));
}

TEST_CASE("a start slips until every prerequisite is live", "[reference]") {
  Initiative first = initiative({});
  first.rollout.duration = number(4.5);
  Initiative second = initiative({});
  second.rollout.duration = number(2.0);
  second.needs = {{InitiativeId{0}}};
  Model model = yearly(12, {}, {}, {first, second});
  model.time.steps_per_year = 12;
  model.options[0].starts = {3, 5};
  const TrialAccount account = evaluate_trial(model, {}, 0, {InitiativeId{0}, InitiativeId{1}});
  CHECK(account.initiatives[0].start_months == 2.0);
  CHECK(account.initiatives[1].start_months == 6.5);
  CHECK(account.initiatives[1].go_live_months == 8.5);
}

TEST_CASE("adoption is the average over the step, and failure keeps a share of it", "[reference][known-answer]") {
  Initiative one = initiative({});
  one.rollout.duration = number(2.5);
  one.rollout.ramp = number(6.0);
  Model model = monthly(12, one);
  const std::vector<double> expected = {0.0,     0.0,     1.0 / 48,  1.0 / 6, 1.0 / 3, 0.5,
                                        2.0 / 3, 5.0 / 6, 47.0 / 48, 1,       1,       1};
  const std::vector<double> adoption = evaluate_trial(model, {}, 0, only_first).initiatives[0].adoption;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK_THAT(adoption[i], tests::WithinAbs(expected[i], 1e-15));
  }
  model.initiatives[0].rollout.success = number(0.0);
  model.initiatives[0].rollout.if_it_fails = number(0.3);
  CHECK(evaluate_trial(model, {}, 0, only_first).initiatives[0].adoption[11] == 0.3);
}

TEST_CASE("one-off money is paid evenly over the implementation, inside the horizon", "[reference]") {
  Initiative one = initiative({});
  one.rollout.duration = number(2.5);
  one.costs = {cost(CostKind::one_off, CostFrom::over_implementation, 100.0)};
  Model model = monthly(4, one);
  model.options[0].starts = {2};
  const std::vector<double> flow = evaluate_trial(model, {}, 0, only_first).initiatives[0].costs[0].flow;
  CHECK(flow == std::vector<double>{0.0, 0.0, 40.0, 40.0, 20.0});
  model.options[0].starts = {3};
  CHECK(evaluate_subject(model, {}, {})[Measure::one_off_costs] == 80.0);
}

TEST_CASE("a lump is paid at its date and discounted from it", "[reference]") {
  Initiative one = initiative({});
  one.costs = {cost(CostKind::one_off, CostFrom::start, 100.0)};
  Model model = monthly(24, one);
  model.discounting.rates = 0.21;
  const SubjectAccount at_once = evaluate_subject(model, {}, {});
  CHECK(at_once[FlowLine::one_off_costs].flow[0] == 100.0);
  CHECK(at_once[Measure::pv_one_off_costs] == 100.0);
  model.options[0].starts = {7};
  const SubjectAccount later = evaluate_subject(model, {}, {});
  CHECK(later[FlowLine::one_off_costs].flow[6] == 100.0);
  CHECK_THAT(later[Measure::pv_one_off_costs], tests::WithinRel(100.0 / 1.1, 1e-14));
}

TEST_CASE("a lump belongs to the step that its date lies in, and is not paid beyond the horizon", "[reference]") {
  Initiative first = initiative({});
  first.rollout.duration = number(4.5);
  Initiative second = initiative({});
  second.needs = {{InitiativeId{0}}};
  second.costs = {cost(CostKind::one_off, CostFrom::start, 100.0)};
  Model model = yearly(5, {}, {}, {first, second});
  model.time.steps_per_year = 12;
  model.discounting.rates = 0.1;
  const SubjectAccount paid = evaluate_subject(model, {}, {});
  CHECK(paid[FlowLine::one_off_costs].flow == std::vector<double>{0.0, 0.0, 0.0, 0.0, 0.0, 100.0});
  CHECK_THAT(paid[Measure::pv_one_off_costs], tests::WithinRel(100.0 * std::pow(1.1, -4.5 / 12.0), 1e-14));
  model.time.steps = 4;
  CHECK(evaluate_subject(model, {}, {})[Measure::one_off_costs] == 0.0);
}

TEST_CASE("a one-off amount that changes is taken when it is paid", "[reference]") {
  Initiative one = initiative({});
  one.costs = {{"", CostKind::one_off, CostFrom::start, {Expression::StepNumber{}}, {}}};
  Model model = monthly(9, one);
  CHECK(evaluate_subject(model, {}, {})[Measure::one_off_costs] == 1.0);
  model.options[0].starts = {6};
  CHECK(evaluate_subject(model, {}, {})[Measure::one_off_costs] == 5.0);
}

TEST_CASE("an implementation that takes no time is paid at once", "[reference]") {
  Initiative one = initiative({});
  one.costs = {cost(CostKind::one_off, CostFrom::over_implementation, 100.0)};
  CHECK(evaluate_subject(monthly(2, one), {}, {})[FlowLine::one_off_costs].flow ==
        std::vector<double>{100.0, 0.0, 0.0});
}

TEST_CASE("running costs are paid from go-live or from the start", "[reference]") {
  Initiative one = initiative({});
  one.rollout.duration = number(1.25);
  one.costs = {cost(CostKind::running, CostFrom::go_live, 1200.0), cost(CostKind::running, CostFrom::start, 120.0)};
  const TrialAccount account = evaluate_trial(monthly(3, one), {}, 0, only_first);
  CHECK(account.initiatives[0].costs[0].flow == std::vector<double>{0.0, 0.0, 75.0, 100.0});
  CHECK(account.initiatives[0].costs[1].flow == std::vector<double>{0.0, 10.0, 10.0, 10.0});
}

TEST_CASE("the costs of a subject are those of the initiatives that it adds", "[reference]") {
  Initiative base = initiative({});
  base.costs = {cost(CostKind::one_off, CostFrom::start, 100.0)};
  Initiative on_top = initiative({});
  on_top.needs = {{InitiativeId{0}}};
  const Model model = yearly(1, {}, {}, {base, on_top});
  const SubjectAccount alone = evaluate_subject(model, {}, {.scope = Scope::alone, .initiative = InitiativeId{1}});
  CHECK(alone[Measure::pv_costs] == 0.0);
  CHECK(std::isnan(alone[Measure::roi]));
  CHECK(std::isnan(alone[Measure::benefit_cost_ratio]));
  CHECK(evaluate_subject(model, {}, {.scope = Scope::last, .initiative = InitiativeId{0}})[Measure::pv_costs] == 100.0);
}

/// An initiative without effects whose stated benefit in year t is `net` of t; the outlay is paid at the very start.
SubjectAccount with_net_flows(double outlay, const std::vector<double>& net) {
  Expression benefit = number(net.back());
  for (std::size_t t = net.size() - 1; t > 0; --t) {
    Expression is_this_step = call(Function::equal, {{Expression::StepNumber{}}, number(static_cast<double>(t))});
    benefit = call(Function::choose, {std::move(is_this_step), number(net[t - 1]), std::move(benefit)});
  }
  Initiative one = initiative({});
  one.benefits = {{"", BenefitKind::revenue, std::move(benefit), number(1.0), {}}};
  one.costs = {cost(CostKind::one_off, CostFrom::start, outlay)};
  return evaluate_subject(yearly(net.size(), {}, {}, {one}), {}, {});
}

TEST_CASE("payback is the last crossing, in months; immediately and never are values of it",
          "[reference][known-answer]") {
  CHECK_THAT(with_net_flows(100, {120, -80, 30, 60})[Measure::payback], tests::WithinRel(3.5 * 12, 1e-14));
  CHECK(with_net_flows(100, {20, 20, 20})[Measure::payback] == infinity);
  CHECK(with_net_flows(0, {10, 10})[Measure::payback] == 0.0);
  CHECK(with_net_flows(100, {120, -80, 30, 60})[Measure::peak_funding] == 100.0);
  CHECK(with_net_flows(100, {100})[Measure::payback] == 12.0);
}

TEST_CASE("what is earned a year is taken from the last twelve months", "[reference]") {
  CHECK(with_net_flows(0, {10, 20, 30})[Measure::revenue_per_year] == 30.0);
  Initiative one = initiative({});
  one.benefits = {{"", BenefitKind::revenue, number(1200.0), number(1.0), {}}};
  CHECK_THAT(evaluate_subject(monthly(5, one), {}, {})[Measure::revenue_per_year], tests::WithinRel(1200.0, 1e-14));
}

}  // namespace
}  // namespace wayworth::engine
