#include "engine/analysis/sensitivity/break_even.hpp"

#include <cmath>

#include "engine/analysis/sensitivity/headroom.hpp"
#include "engine/analysis/sensitivity/initiative_break_even.hpp"
#include "engine/analysis/sensitivity/known_drivers.hpp"
#include "engine/analysis/sensitivity/sensitivity.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"
#include "tests/engine/analysis/sensitivity/small_models.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using tests::draw;
using tests::worth;

RunSettings sobol(std::uint64_t trials) {
  return {.trials = trials, .seed = 7, .threads = 2};
}

const std::vector<BreakEvenTarget> mean_of_0 = {{}};

/// x1 * x2 + x3, all normal: means 100, 0.4 and -30, standard deviations 20, 0.1 and 5.
Model product() {
  return worth(call(Function::add, {call(Function::multiply, {draw(0), draw(1)}), draw(2)}),
               {{"drivers.x1", Normal::make(100.0, 20.0)},
                {"initiatives.one.effects.x2", Normal::make(0.4, 0.1)},
                {"initiatives.one.costs.x3", Normal::make(-30.0, 5.0)}});
}

TEST_CASE("an input breaks even where the mean, the median or the chance of loss is met",
          "[sensitivity][known-answer]") {
  const std::vector<BreakEvenTarget> targets = {{}, {.probability = 0.5}, {.probability = 0.1}};
  Experiment experiment(product(), outputs_of({}, targets), sobol(4096));
  const BreakEven x1 = break_even(experiment, experiment.inputs()[0], targets);
  REQUIRE(x1.places.size() == 3);
  CHECK(x1.now == 100.0);
  CHECK(x1.searched_from == 0.0);  // the range 100 +- 123.6 would change sign
  for (const auto& places : x1.places) REQUIRE(places.size() == 1);
  CHECK_THAT(x1.places[0][0].value, tests::WithinAbs(75.0, 0.2));
  CHECK_THAT(x1.places[0][0].probability_below, tests::WithinAbs(standard_normal_cdf(-1.25), 0.01));
  // Given x1 the rest is normal: 0.4 x - 30 = z sqrt(0.01 x^2 + 25), z being 0 at the median, 1.2816 at a loss of 10 %.
  CHECK(std::abs(x1.places[1][0].value - 75.0) < 5.0 * x1.places[1][0].standard_error);
  CHECK(std::abs(x1.places[2][0].value - 115.2512) < 5.0 * x1.places[2][0].standard_error);
  for (const auto& places : x1.places) CHECK(places[0].standard_error < 2.0);
  const BreakEven x3 = break_even(experiment, experiment.inputs()[2], mean_of_0);
  REQUIRE(x3.places[0].size() == 1);
  CHECK_THAT(x3.places[0][0].value, tests::WithinAbs(-40.0, 0.1));
}

TEST_CASE("every break-even within range is found", "[sensitivity][known-answer]") {
  const Expression below = call(Function::subtract, {draw(0), number(1.0)});
  const Expression above = call(Function::subtract, {draw(0), number(3.0)});
  const Model model = worth(call(Function::multiply, {below, above}), {{"x", Uniform::make(0.5, 3.5)}});
  Experiment experiment(model, {Subject{}}, sobol(64));
  const BreakEven found = break_even(experiment, experiment.inputs()[0], mean_of_0);
  REQUIRE(found.places[0].size() == 2);
  CHECK_THAT(found.places[0][0].value, tests::WithinAbs(1.0, 1e-8));
  CHECK_THAT(found.places[0][1].value, tests::WithinAbs(3.0, 1e-8));
  CHECK(found.places[0][0].standard_error == 0.0);
}

TEST_CASE("an input that cannot turn the sign has no break-even", "[sensitivity]") {
  const Model model = worth(call(Function::add, {draw(0), number(100.0)}), {{"x", Uniform::make(-1.0, 1.0)}});
  Experiment experiment(model, {Subject{}}, sobol(64));
  const BreakEven found = break_even(experiment, experiment.inputs()[0], mean_of_0);
  CHECK(found.places == std::vector<std::vector<BreakEven::Place>>(1));
  CHECK(!found.has_any());
}

TEST_CASE("the errors of break-evens cover the truth", "[sensitivity][statistical]") {
  constexpr int replications = 200;
  int held = 0;
  for (std::uint64_t seed = 1; seed <= replications; ++seed) {
    Experiment experiment(product(), {Subject{}},
                          {.trials = 512, .seed = seed, .sampling = Sampling::random, .threads = 1});
    const BreakEven x1 = break_even(experiment, experiment.inputs()[0], mean_of_0);
    REQUIRE(x1.places[0].size() == 1);
    held += std::abs(x1.places[0][0].value - 75.0) <= 1.96 * x1.places[0][0].standard_error ? 1 : 0;
  }
  CHECK(held > 0.88 * replications);
  CHECK(held < 0.995 * replications);
}

/// price * volume - 5,000, with a price that is certain and a volume of 100 on average.
Model priced(Expression price) {
  Driver driver;
  driver.key = driver.name = "price";
  driver.value = std::move(price);
  driver.annual_growth = number(0.0);
  const Expression sales = call(Function::multiply, {Expression{Expression::DriverValue{DriverId{0}}}, draw(0)});
  Model model = worth(call(Function::subtract, {sales, number(5000.0)}), {{"volume", Uniform::make(80.0, 120.0)}});
  Driver other = driver;
  other.key = other.name = "other";
  other.value = number(3.0);  // on which nothing depends
  model.drivers = {driver, other};
  return model;
}

TEST_CASE("a driver without a range breaks even too", "[sensitivity][known-answer]") {
  const Model model = priced(number(80.0));
  const auto found = break_evens_of_known_drivers(model, {}, mean_of_0, sobol(1024));
  REQUIRE(found.size() == 1);
  CHECK(found[0].driver == DriverId{0});
  CHECK(!found[0].input);
  CHECK(found[0].now == 80.0);
  CHECK(found[0].searched_from == 0.0);
  CHECK(found[0].searched_to == 160.0);
  REQUIRE(found[0].places[0].size() == 1);
  CHECK_THAT(found[0].places[0][0].value, tests::WithinAbs(50.0, 0.01));
  CHECK(found[0].places[0][0].probability_below == 0.0);
  const Model with_seasons = priced(times(number(80.0), {Expression::StepValue{{0.5}}}));
  const auto seasonal = break_evens_of_known_drivers(with_seasons, {}, mean_of_0, sobol(1024));
  REQUIRE(seasonal.size() == 1);
  CHECK_THAT(seasonal[0].places[0][0].value, tests::WithinAbs(100.0, 0.02));
  CHECK(break_evens_of_known_drivers(priced(draw(0)), {}, mean_of_0, sobol(64)).empty());
}

TEST_CASE("a driver without a range is searched for within its limits", "[sensitivity]") {
  Model model = priced(number(0.8));
  model.drivers[0].unit = "share";
  CHECK(break_evens_of_known_drivers(model, {}, mean_of_0, sobol(64))[0].searched_to == 1.0);
  model.drivers[0].minimum = 0.5;
  CHECK(break_evens_of_known_drivers(model, {}, mean_of_0, sobol(64))[0].searched_from == 0.5);
}

TEST_CASE("the targets of a case with savings that stay are about cash as well", "[sensitivity]") {
  Model model = product();
  CHECK(usual_targets(model).size() == 3);
  model.initiatives[0].benefits[0].kind = BenefitKind::cost_saving;
  model.initiatives[0].benefits[0].cashable = number(0.5);
  REQUIRE(usual_targets(model).size() == 4);
  CHECK(usual_targets(model)[3] == BreakEvenTarget{.measure = Measure::cash_npv});
  const auto outputs = outputs_of({}, usual_targets(model));
  REQUIRE(outputs.size() == 2);
  CHECK(outputs[1].measure == Measure::cash_npv);
}

TEST_CASE("benefits and costs may change by the multipliers of a small case", "[sensitivity][known-answer]") {
  const double benefits[] = {0.0, 400.0, 600.0, 700.0, 700.0, 700.0};
  const double costs[] = {900.0, 150.0, 150.0, 150.0, 150.0, 150.0};
  double npv = 0.0;
  double pv_costs = 0.0;
  for (int year = 0; year < 6; ++year) {
    npv += (benefits[year] - costs[year]) / std::pow(1.1, year);
    pv_costs += costs[year] / std::pow(1.1, year);
  }
  const std::vector<double> values(32, npv);
  const std::vector<double> all_costs(32, pv_costs);
  for (const BreakEvenTarget& target : {BreakEvenTarget{}, BreakEvenTarget{.probability = 0.3}}) {
    const Headroom found = headroom(target, values, all_costs);
    CHECK_THAT(found.benefits->value, tests::WithinRel(0.6390355664588084, 1e-12));
    CHECK_THAT(found.costs->value, tests::WithinRel(1.5648581276022906, 1e-12));
  }
}

/// Benefits of 10 and costs of 6 on average, normal and independent.
struct Figures {
  std::vector<double> values = std::vector<double>(2048);
  std::vector<double> costs = std::vector<double>(2048);

  explicit Figures(std::uint64_t seed) {
    std::vector<double> luck(2 * values.size());
    fill_uniform({.seed = seed, .stream = 1}, luck);
    for (std::size_t i = 0; i < values.size(); ++i) {
      costs[i] = 6.0 + 0.5 * standard_normal_quantile(luck[2 * i + 1]);
      values[i] = 10.0 + 2.0 * standard_normal_quantile(luck[2 * i]) - costs[i];
    }
  }
};

TEST_CASE("with benefits or costs at their limit the chance of loss is the one that was asked for",
          "[sensitivity][property]") {
  const Figures figures(3);
  const Headroom found = headroom({.probability = 0.1}, figures.values, figures.costs);
  std::size_t lost_by_benefits = 0;
  std::size_t lost_by_costs = 0;
  for (std::size_t i = 0; i < figures.values.size(); ++i) {
    const double benefits = figures.values[i] + figures.costs[i];
    lost_by_benefits += found.benefits->value * benefits < figures.costs[i] ? 1U : 0U;
    lost_by_costs += benefits < found.costs->value * figures.costs[i] ? 1U : 0U;
  }
  CHECK(lost_by_benefits == 205);  // of 2,048
  CHECK(lost_by_costs == 205);
  CHECK(!headroom({.probability = 0.1, .value = -1.0}, figures.values, figures.costs).benefits);
}

TEST_CASE("what no change of benefits can save has no headroom", "[sensitivity]") {
  const std::vector<double> losses(32, -8.0);  // benefits of -2 beside costs of 6
  const std::vector<double> costs(32, 6.0);
  CHECK(!headroom({}, losses, costs).benefits);
  CHECK(!headroom({}, losses, costs).costs);
  CHECK(!headroom({.probability = 0.1}, losses, costs).benefits);
  CHECK(!headroom({.probability = 0.1}, losses, costs).costs);
}

TEST_CASE("the errors of the headroom cover the truth", "[sensitivity][statistical]") {
  constexpr int replications = 200;
  int held = 0;
  for (std::uint64_t seed = 1; seed <= replications; ++seed) {
    const Figures figures(seed);
    const Estimate found = *headroom({}, figures.values, figures.costs).benefits;
    held += std::abs(found.value - 0.6) <= 2.13 * found.standard_error ? 1 : 0;  // Student's t of 15
  }
  CHECK(held > 0.88 * replications);
  CHECK(held < 0.995 * replications);
}

TEST_CASE("each initiative breaks even by the figures that it hangs on", "[sensitivity][known-answer]") {
  const Model model = product();
  const Sensitivity found = analyse_sensitivity(model, {.run = sobol(4096), .break_evens = 6});
  REQUIRE(found.targets.size() == 3);
  REQUIRE(found.headroom.size() == 2);
  CHECK(!found.headroom[0].subject.initiative);
  CHECK(found.headroom[1].subject.initiative == InitiativeId{0});
  REQUIRE(found.initiative_break_evens.size() == 1);
  const InitiativeBreakEven& one = found.initiative_break_evens[0];
  REQUIRE(one.inputs.size() == 2);  // a third of six
  CHECK(one.inputs[0].input == InputId{1});
  CHECK(one.inputs[1].input == InputId{0});
  CHECK_THAT(one.inputs[0].places[0].at(0).value, tests::WithinAbs(0.3, 0.002));
  CHECK_THAT(one.inputs[1].places[0].at(0).value, tests::WithinAbs(75.0, 0.3));
  // On the programme, which is this one initiative, they are the same.
  CHECK(found.break_evens[0].places == one.inputs[0].places);
}

}  // namespace
}  // namespace wayworth::engine
