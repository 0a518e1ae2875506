#include "engine/analysis/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/sensitivity/input_kind.hpp"
#include "engine/analysis/sensitivity/normal_information.hpp"
#include "engine/core/input_error.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "tests/engine/analysis/sensitivity/small_models.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using tests::draw;
using tests::worth;

/// x1 x2 + x3, means 100, 0.4, -30, standard deviations 20, 0.1, 5.
Model product() {
  const Expression both = call(Function::multiply, {draw(0), draw(1)});
  return worth(call(Function::add, {both, draw(2)}), {{"drivers.x1", Normal::make(100.0, 20.0)},
                                                      {"initiatives.one.effects.x2", Normal::make(0.4, 0.1)},
                                                      {"initiatives.one.costs.x3", Normal::make(-30.0, 5.0)}});
}

RunSettings sobol(std::uint64_t trials) {
  return {.trials = trials, .seed = 11};
}

TEST_CASE("a run keeps the draws that its outputs are made of", "[sensitivity][property]") {
  for (const Sampling sampling : {Sampling::sobol, Sampling::latin_hypercube, Sampling::random}) {
    Experiment experiment(product(), {Subject{}}, {.trials = 5000, .seed = 3, .sampling = sampling});
    const Results results = experiment.run_unchanged();
    REQUIRE(results.inputs.size() == 3);
    const std::span<const double> npv = results.column({}, Measure::npv);
    for (std::size_t i = 0; i < npv.size(); ++i) {
      const auto x = [&](std::size_t input) { return results.inputs[input].values[i]; };
      REQUIRE_THAT(npv[i], tests::WithinRel(x(0) * x(1) + x(2), 1e-12));
    }
  }
}

TEST_CASE("a changed input leaves the luck of all others alone", "[sensitivity][property]") {
  for (const Sampling sampling : {Sampling::sobol, Sampling::latin_hypercube, Sampling::random}) {
    Experiment experiment(product(), {Subject{}}, {.trials = 512, .seed = 3, .sampling = sampling});
    const Results results = experiment.run_unchanged();
    const std::vector<double> fixed = experiment.run({.fixed = {{InputId{0}, 90.0}}});
    const std::vector<double> redrawn = experiment.run({.redrawn = {InputId{2}}});
    std::size_t as_before = 0;
    for (std::size_t i = 0; i < fixed.size(); ++i) {
      const auto x = [&](std::size_t input) { return results.inputs[input].values[i]; };
      REQUIRE_THAT(fixed[i], tests::WithinRel(90.0 * x(1) + x(2), 1e-12));
      // What is left is the second draw of the third input.
      const double second = redrawn[i] - x(0) * x(1);
      CHECK(std::abs(second + 30.0) < 5.0 * 6.0);
      as_before += std::abs(second - x(2)) < 1e-9 ? 1U : 0U;
    }
    CHECK(as_before == 0);
  }
}

TEST_CASE("one input at a time moves the mean as the closed form says", "[sensitivity][known-answer]") {
  Experiment experiment(product(), {Subject{}}, sobol(4096));
  const std::vector<OneAtATime> found = one_at_a_time(experiment);
  REQUIRE(found.size() == 3);
  const double z = standard_normal_quantile(0.9);
  CHECK(found[0].input == InputId{1});
  CHECK_THAT(found[0].high_value, tests::WithinRel(0.4 + 0.1 * z, 1e-9));
  const double swings[] = {2.0 * z * 0.1 * 100.0, 2.0 * z * 20.0 * 0.4, 2.0 * z * 5.0};
  const double lows[] = {(0.4 - 0.1 * z) * 100.0 - 30.0, (100.0 - 20.0 * z) * 0.4 - 30.0, 40.0 - 30.0 - 5.0 * z};
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(std::abs(found[i].swing.value - swings[i]) < 5.0 * found[i].swing.standard_error + 1e-9);
    CHECK(std::abs(found[i].at_low.value - lows[i]) < 5.0 * found[i].at_low.standard_error + 1e-9);
  }
}

TEST_CASE("free cash flow over five years: the printed tornado", "[sensitivity][known-answer]") {
  // Sales of 100 million that grow by 6 % a year, margin 18 %, 10 % discount; P10 and P90 are 10 % below and above.
  const auto ten_percent_around = [](double value) { return Uniform::make(0.875 * value, 1.125 * value); };
  Model model =
      worth(number(0.0), {{"drivers.sales", ten_percent_around(100.0)}, {"drivers.margin", ten_percent_around(0.18)}});
  model.time.steps = 5;
  model.discounting = {.rates = 0.1, .timing = DiscountTiming::end};
  const Expression years = call(Function::power, {number(1.06), {Expression::StepNumber{}}});
  model.initiatives[0].benefits[0].amount =
      call(Function::multiply, {call(Function::multiply, {draw(0), draw(1)}), years});
  Experiment experiment(model, {Subject{}}, sobol(4096));
  const std::vector<OneAtATime> found = one_at_a_time(experiment);
  REQUIRE(found.size() == 2);
  for (const OneAtATime& one : found) {
    CHECK_THAT(one.swing.value, tests::WithinAbs(16.129011242997578, 0.002));
    CHECK_THAT(one.at_low.value, tests::WithinAbs(72.6, 0.05));
    CHECK_THAT(one.at_high.value, tests::WithinAbs(88.7, 0.05));
  }
}

TEST_CASE("ends of a coin are its two sides", "[sensitivity]") {
  const Model model = worth(draw(0), {{"x", Bernoulli::make(0.95)}});
  Experiment coin(model, {Subject{}}, sobol(64));
  const std::vector<OneAtATime> found = one_at_a_time(coin);
  CHECK(found[0].low_value == 0.0);
  CHECK(found[0].high_value == 1.0);
  CHECK(found[0].swing.value == 1.0);
}

TEST_CASE("shares of the variance of a product, by input and by kind", "[sensitivity][statistical]") {
  const Model model = product();
  Experiment experiment(model, {Subject{}}, sobol(16384));
  const std::vector<double> npv = experiment.run({});
  const std::vector<VarianceShare> by_input = variance_shares(experiment, npv, single_inputs(experiment));
  REQUIRE(by_input.size() == 3);
  CHECK(by_input[0].group.name == "initiatives.one.effects.x2");
  const double first[] = {0.5181347150259067, 0.3316062176165803, 0.12953367875647667};
  const double total[] = {0.538860103626943, 0.35233160621761656, 0.12953367875647667};
  for (std::size_t i = 0; i < 3; ++i) {
    const SobolIndices& found = by_input[i].indices;
    CHECK(std::abs(found.first.value - first[i]) < 5.0 * found.first.standard_error);
    CHECK(std::abs(found.total.value - total[i]) < 5.0 * found.total.standard_error);
    CHECK(found.first.standard_error < 0.02);
  }
  const std::vector<VarianceShare> by_kind = variance_shares(experiment, npv, groups_by_kind(experiment));
  REQUIRE(by_kind.size() == 3);
  CHECK(by_kind[0].group.name == "Effects and benefits");
  CHECK(by_kind[1].group.name == "Today's business");
  CHECK(by_kind[2].group.name == "Costs");
  const auto subjects = groups_by_subject(model, experiment);
  REQUIRE(subjects.size() == 2);
  CHECK(subjects[1].name == "one");
  CHECK(subjects[1].inputs == std::vector<InputId>{InputId{1}, InputId{2}});
}

/// x1 + x2 + x3, of which the first two are correlated by their ranks.
Model correlated_sum() {
  const Expression both = call(Function::add, {draw(0), draw(1)});
  Model model = worth(call(Function::add, {both, draw(2)}), {{"initiatives.one.effects.x1", Normal::make(10.0, 1.0)},
                                                             {"initiatives.one.costs.x2", Normal::make(10.0, 1.0)},
                                                             {"drivers.x3", Normal::make(0.0, 1.0)}});
  const RankCorrelation pair = {InputId{0}, InputId{1}, 0.5, 0.5};
  for (auto& group : correlation_groups(std::span(&pair, 1))) model.correlations.push_back(std::move(*group));
  return model;
}

TEST_CASE("correlated inputs are one group, redrawn together, whatever else is grouped",
          "[sensitivity][known-answer]") {
  const Model model = correlated_sum();
  Experiment experiment(model, {Subject{}}, sobol(16384));
  const std::vector<double> npv = experiment.run({});
  // Var = 1 + 1 + 2 r + 1 with Pearson's r of the normal copula.
  const double r = 2.0 * std::sin(3.14159265358979323846 * 0.5 / 6.0);
  const double share = (2.0 + 2.0 * r) / (3.0 + 2.0 * r);
  const std::vector<InputId> pair = {InputId{0}, InputId{1}};
  for (const auto& groups : {single_inputs(experiment), groups_by_kind(experiment)}) {
    const std::vector<VarianceShare> found = variance_shares(experiment, npv, groups);
    REQUIRE(found.size() == 2);
    CHECK(found[0].group == InputGroup{"initiatives.one.costs.x2, initiatives.one.effects.x1", pair});
    CHECK(std::abs(found[0].indices.first.value - share) < 5.0 * found[0].indices.first.standard_error);
    CHECK(std::abs(found[0].indices.total.value - share) < 5.0 * found[0].indices.total.standard_error);
    CHECK(std::abs(found[1].indices.total.value - (1.0 - share)) < 5.0 * found[1].indices.total.standard_error);
  }
  const auto subjects = groups_by_subject(model, experiment);
  REQUIRE(subjects.size() == 2);
  CHECK(subjects[0] == InputGroup{"one", pair});  // already together
}

TEST_CASE("correlated inputs explain as one what each of them seems to explain alone", "[sensitivity][known-answer]") {
  const Sensitivity found = analyse_sensitivity(correlated_sum(), {.run = sobol(16384), .break_evens = 0});
  const double r = 2.0 * std::sin(3.14159265358979323846 * 0.5 / 6.0);
  REQUIRE(found.correlated_shares.size() == 1);
  const GroupShare& pair = found.correlated_shares[0];
  CHECK(pair.group.inputs == std::vector<InputId>{InputId{0}, InputId{1}});
  CHECK(std::abs(pair.share.value - (2.0 + 2.0 * r) / (3.0 + 2.0 * r)) < 5.0 * pair.share.standard_error);
  CHECK(pair.share.standard_error < 0.01);
  double sum = 0.0;
  for (const InputSensitivity& one : found.from_trials.inputs) sum += one.first_order.value;
  CHECK(sum > 1.2);  // each is credited with what the other does
}

TEST_CASE("what an input is worth to the roadmap is the sum over the initiatives", "[sensitivity]") {
  DecisionValue choice;
  choice.inputs = {{InputId{0}, {{9.0, 1.0}, 0.5}}};
  DecisionValue first = choice;
  first.initiative = InitiativeId{0};
  DecisionValue second{
      InitiativeId{1}, {}, {{InputId{1}, {{4.0, 0.5}, 0.5}}, {InputId{0}, {{2.0, 0.25}, 0.5}}}, {}, {}};
  second.inputs.push_back({InputId{2}, {{0.25, 0.1}, 0.5}});  // noise
  const std::vector<InputWorth> worth = worth_to_roadmap({choice, first, second});
  REQUIRE(worth.size() == 2);
  CHECK(worth[0].input == InputId{0});
  CHECK(worth[0].worth.value == Estimate{11.0, 1.25});
  CHECK(worth[1].worth.value == Estimate{4.0, 0.5});
}

TEST_CASE("whether a rollout succeeds is no question that anyone could answer beforehand", "[sensitivity]") {
  Model model =
      worth(call(Function::add, {draw(0), draw(1)}),
            {{"initiatives.one.rollout.success", Bernoulli::make(0.5)}, {"drivers.x", Normal::make(-0.5, 1.0)}});
  const Sensitivity found = analyse_sensitivity(model, {.run = sobol(1024), .break_evens = 0});
  CHECK(found.from_trials.inputs.size() == 2);
  REQUIRE(found.decisions[0].inputs.size() == 1);
  CHECK(found.decisions[0].inputs[0].input == InputId{1});
  CHECK(is_chance_event("drivers.calls.noise[3]"));
  CHECK_FALSE(is_chance_event("drivers.calls.noise.sd"));
  CHECK_FALSE(is_chance_event("initiatives.one.rollout.duration"));
}

TEST_CASE("the analysis of a product: drivers in order, and what to measure", "[sensitivity][statistical]") {
  const Sensitivity found = analyse_sensitivity(product(), {.run = sobol(16384), .break_evens = 2});
  REQUIRE(found.from_trials.inputs.size() == 3);
  const double first_order[] = {0.5181347150259067, 0.3316062176165803, 0.12953367875647667};
  for (std::size_t i = 0; i < 3; ++i) {
    const InputSensitivity& one = found.from_trials.inputs[i];
    CHECK(one.rank == i + 1);
    CHECK(std::abs(one.first_order.value - first_order[i]) < 5.0 * one.first_order.standard_error + 0.005);
    // Regression on a nearly straight function: the squares of SRC are the first-order shares.
    CHECK_THAT(one.standardised.value * one.standardised.value, tests::WithinAbs(first_order[i], 0.02));
  }
  CHECK_THAT(found.from_trials.r_squared, tests::WithinAbs(1.0 - 0.02072538860103627, 0.01));
  CHECK(found.break_evens.size() == 2);  // and the one driver is among them
  CHECK(found.by_kind.empty());
  REQUIRE(found.decisions.size() == 2);
  const DecisionValue& choice = found.decisions[0];
  CHECK(choice.perfect.best == 0);
  // By quadrature over x1, given which the rest is normal.
  CHECK(std::abs(choice.perfect.value.value - 1.7172758528663756) < 5.0 * choice.perfect.value.standard_error);
  double evppi = choice.perfect.value.value;
  REQUIRE(choice.inputs.size() == 3);
  CHECK(choice.inputs[0].input == InputId{1});
  for (const InputWorth& one : choice.inputs) {
    CHECK(one.worth.value.value >= 0.0);
    CHECK(one.worth.value.value <= evppi);
    evppi = one.worth.value.value;
  }
  CHECK_THAT(choice.inputs[0].worth.value.value, tests::WithinAbs(perfect_information_normal(10.0, 10.0), 0.15));
  CHECK_THAT(choice.inputs[1].worth.value.value, tests::WithinAbs(perfect_information_normal(10.0, 8.0), 0.15));
}

TEST_CASE("inputs whose swings chance could swap share a rank", "[sensitivity]") {
  const Model model =
      worth(call(Function::add, {draw(0), draw(1)}), {{"a", Normal::make(0.0, 1.0)}, {"b", Normal::make(0.0, 1.0)}});
  const Sensitivity found = analyse_sensitivity(model, {.run = sobol(1024), .break_evens = 0});
  CHECK(found.from_trials.inputs[0].rank == 1);
  CHECK(found.from_trials.inputs[1].rank == 1);
}

TEST_CASE("fewer trials and another seed say the same within their errors", "[sensitivity][statistical]") {
  const Sensitivity found = analyse_sensitivity(product(), {.run = sobol(4096), .break_evens = 0});
  const Convergence& convergence = found.convergence;
  REQUIRE(convergence.steps.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    const Convergence::Step& step = convergence.steps[i];
    CHECK(step.trials == 256U << i);
    CHECK(std::abs(step.npv.mean->value - 10.0) < 5.0 * step.npv.mean->standard_error);
  }
  CHECK_THAT(convergence.steps.back().npv.mean->value, tests::WithinRel(found.npv.value, 1e-12));
  CHECK(convergence.other_seed == 12);
  CHECK(convergence.with_other_seed.mean != found.npv);
  CHECK(std::abs(convergence.seed_distance()) < 5.0);
  // The first eighth of each replicate is the run of an eighth of the trials, but for what the sampling rounds.
  const Sensitivity shorter = analyse_sensitivity(product(), {.run = sobol(512), .break_evens = 0});
  CHECK_THAT(shorter.npv.value, tests::WithinRel(convergence.steps[1].npv.mean->value, 1e-12));
}

TEST_CASE("a case without chance has nothing to analyse", "[sensitivity]") {
  CHECK_THROWS_AS(analyse_sensitivity(worth(number(5.0), {}), {}), InputError);
  CHECK_THROWS_AS(analyse_sensitivity(product(), {.run = sobol(64)}), InputError);
}

}  // namespace
}  // namespace wayworth::engine
