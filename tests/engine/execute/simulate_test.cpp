#include "engine/execute/simulate.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "engine/core/input_error.hpp"
#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "engine/plan/compile.hpp"
#include "engine/random/stream.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_model.hpp"
#include "tests/support/random_model.hpp"

using namespace wayworth;
using namespace wayworth::engine;
using namespace wayworth::tests;

namespace {

/// Both orders of summing the same few hundred terms; the tabulated quantiles of PERT and beta are right to 1e-9.
constexpr double relative_error = 1e-7;

/// A difference of large present values is only as exact as they are: those of the subject; of a last one, those of the
/// programmes with and without it.
double scale_of(const Results& results, Subject subject, std::size_t trial) {
  if (subject.scope == Scope::last) subject = {.option = subject.option};
  double scale = 1.0;
  for (const Measure measure : {Measure::pv_costs, Measure::pv_revenue, Measure::pv_cost_savings,
                                Measure::pv_staff_savings, Measure::peak_funding, Measure::one_off_costs}) {
    scale = std::max(scale, std::abs(results.column(subject, measure)[trial]));
  }
  return scale;
}

bool is_money(Measure measure) {
  const MeasureUnit unit = traits_of(measure).unit;
  return unit == MeasureUnit::money || unit == MeasureUnit::money_per_year;
}

/// Payback jumps where the cumulative cash touches 0, so there the last bit decides. The difference of two cases that
/// are the same leaves what the rounding of their money leaves.
bool payback_hangs_on_rounding(const SubjectAccount& account) {
  constexpr double residue = 1e-6;
  double cumulative = 0.0;
  double gross = 0.0;
  for (std::size_t entry = 0; entry < account[FlowLine::net].flow.size(); ++entry) {
    cumulative += account[FlowLine::net].flow[entry];
    for (const MoneyLine& line : account.lines) gross += std::abs(line.flow[entry]);
    if (gross > 0.0 && std::abs(cumulative) < std::max(1e-9 * gross, residue)) return true;
  }
  return false;
}

bool is_payback(Measure measure) {
  return measure == Measure::payback || measure == Measure::discounted_payback;
}

void check_measure(const SubjectAccount& account, const Results& results, const TrialColumn& column,
                   std::size_t trial) {
  if (is_payback(column.measure) && payback_hangs_on_rounding(account)) return;
  const double expected = account[column.measure];
  const double actual = column.values[trial];
  INFO("trial " << trial << ", scope " << static_cast<int>(column.subject.scope) << ", option " << column.subject.option
                << ", initiative " << (column.subject.initiative ? static_cast<int>(*column.subject.initiative) : -1)
                << ", " << traits_of(column.measure).key << ": " << actual << ", reference " << expected);
  if (!std::isfinite(expected)) {
    CHECK((std::isnan(expected) ? std::isnan(actual) : actual == expected));
    return;
  }
  const double scale = is_money(column.measure) ? scale_of(results, column.subject, trial) : 1.0;
  CHECK(std::abs(actual - expected) <= relative_error * std::max(std::abs(expected), scale));
}

void check_trial(const Model& model, const Results& results, std::size_t trial) {
  const Manifest& manifest = results.manifest;
  const std::vector<double> inputs =
      draw_inputs(model, {manifest.seed, manifest.sampling, replicates_for(manifest.sampling, manifest.trials)}, trial);
  std::optional<Subject> subject;
  SubjectAccount account;
  for (const TrialColumn& column : results.columns) {
    if (column.subject.scope > Scope::last) continue;  // what initiatives contribute has a test of its own
    if (subject != column.subject) account = evaluate_subject(model, inputs, column.subject);
    subject = column.subject;
    check_measure(account, results, column, trial);
  }
}

bool same_bits(std::span<const double> a, std::span<const double> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
    return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
  });
}

void check_same_results(const Results& a, const Results& b) {
  REQUIRE(a.columns.size() == b.columns.size());
  for (std::size_t i = 0; i < a.columns.size(); ++i) CHECK(same_bits(a.columns[i].values, b.columns[i].values));
  REQUIRE(a.kept_flows.size() == b.kept_flows.size());
  for (std::size_t i = 0; i < a.kept_flows.size(); ++i) {
    CHECK(same_bits(a.kept_flows[i].values, b.kept_flows[i].values));
  }
  REQUIRE(a.segments.size() == b.segments.size());
  for (std::size_t i = 0; i < a.segments.size(); ++i) CHECK(same_bits(a.segments[i].values, b.segments[i].values));
  REQUIRE(a.clamps.size() == b.clamps.size());
  for (std::size_t i = 0; i < a.clamps.size(); ++i) {
    CHECK(a.clamps[i].share_of_trial_steps == b.clamps[i].share_of_trial_steps);
  }
}

/// Unlike the columns they hang on the size of blocks that are smaller than the trials which are summed together.
void check_same_flows(const Results& a, const Results& b) {
  REQUIRE(a.flows.size() == b.flows.size());
  for (std::size_t i = 0; i < a.flows.size(); ++i) {
    for (std::size_t entry = 0; entry < a.flows[i].steps.size(); ++entry) {
      CHECK(a.flows[i].steps[entry].mean() == b.flows[i].steps[entry].mean());
      CHECK(a.flows[i].steps[entry].variance() == b.flows[i].steps[entry].variance());
    }
  }
}

}  // namespace

TEST_CASE("the plan agrees with the reference evaluator on random models", "[simulate][property]") {
  constexpr std::size_t models = 300;
  for (std::uint64_t which = 0; which < models; ++which) {
    const auto sampling = static_cast<Sampling>(which % 3);
    INFO("random model " << which << ", sampling " << static_cast<int>(sampling));
    const Model model = tests::random_model(which);
    const Results results = simulate(compile(model), {.trials = 60, .seed = 20261122, .sampling = sampling});
    for (const std::size_t trial : {0u, 1u, 17u, 31u, 59u}) check_trial(model, results, trial);
  }
}

TEST_CASE("results have the same bits for any number of threads and any block size", "[simulate][property]") {
  for (const Sampling sampling : {Sampling::sobol, Sampling::latin_hypercube, Sampling::random}) {
    const Plan plan = compile(tests::random_model(static_cast<std::uint64_t>(sampling) + 1));
    RunSettings settings{.trials = 9001, .seed = 7, .sampling = sampling, .threads = 1};
    const Results one = simulate(plan, settings);
    for (const std::size_t threads : {2u, 3u, 8u}) {
      settings.threads = threads;
      const Results many = simulate(plan, settings);
      check_same_results(one, many);
      check_same_flows(one, many);
    }
    for (const std::size_t block : {1u, 2u, 16u, 64u, 128u, 512u, 1024u}) {
      INFO("blocks of " << block);
      settings.block_size = block;
      const Results other = simulate(plan, settings);
      check_same_results(one, other);
      if (block > default_block_size) check_same_flows(one, other);
    }
  }
}

TEST_CASE("leaving out the steps in which values stand still changes no bit", "[simulate][property]") {
  constexpr std::size_t models = 100;
  for (std::uint64_t which = 0; which < models; ++which) {
    INFO("random model " << which);
    const Plan plan = compile(tests::random_model(which));
    RunSettings settings{.trials = 64, .seed = 3, .block_size = 16};
    const Results skipped = simulate(plan, settings);
    settings.stillness = Stillness::computed;
    const Results computed = simulate(plan, settings);
    check_same_results(skipped, computed);
    check_same_flows(skipped, computed);
  }
}

TEST_CASE("trials are rounded up to what the sampling can do", "[simulate]") {
  const Plan plan = compile(tests::random_model(1));
  const auto manifest = [&](Sampling sampling) {
    return simulate(plan, {.trials = 500, .sampling = sampling}).manifest;
  };
  CHECK(manifest(Sampling::sobol).trials == 512);
  CHECK(manifest(Sampling::sobol).trials_requested == 500);
  CHECK(manifest(Sampling::sobol).replicates == 16);
  CHECK(manifest(Sampling::latin_hypercube).trials == 512);  // 16 * 32
  CHECK(manifest(Sampling::random).trials == 500);
  CHECK(manifest(Sampling::random).replicates == 1);
  CHECK(replicates_for(Sampling::sobol, 16384) == Replicates{16, 1024});
  CHECK(replicates_for(Sampling::sobol, 16385) == Replicates{16, 2048});
  CHECK(replicates_for(Sampling::latin_hypercube, 16385) == Replicates{16, 1025});
  CHECK(replicates_for(Sampling::sobol, 1) == Replicates{16, 1});
}

TEST_CASE("the golden case of two initiatives to 1e-9", "[simulate][known-answer]") {
  const Results results = simulate_point(compile(tests::golden_two_initiatives()), Point::mean);
  struct Expected {
    Subject subject;
    double pv_benefits, pv_costs, npv, roi, payback;
  };
  const Subject both{Scope::programme, 0, std::nullopt};
  const Subject a{Scope::alone, 0, InitiativeId{0}};
  const Subject b{Scope::alone, 0, InitiativeId{1}};
  for (const Expected& expected :
       {Expected{a, 1468061.7440375178, 645130.4751726007, 822931.268864917, 1.2756043940487336, 17.232854165797026},
        Expected{b, 1016636.772383435, 229762.2027940148, 786874.5695894202, 3.4247346170112447, 12.27167326583437},
        Expected{both, 2369506.277619945, 874892.67796661, 1494613.59965, 1.70833936241, 15.4674985121}}) {
    CHECK_THAT(results.column(expected.subject, Measure::pv_benefits)[0], WithinRel(expected.pv_benefits, 1e-9));
    CHECK_THAT(results.column(expected.subject, Measure::pv_costs)[0], WithinRel(expected.pv_costs, 1e-9));
    CHECK_THAT(results.column(expected.subject, Measure::npv)[0], WithinRel(expected.npv, 1e-9));
    CHECK_THAT(results.column(expected.subject, Measure::roi)[0], WithinRel(expected.roi, 1e-9));
    CHECK_THAT(results.column(expected.subject, Measure::payback)[0], WithinRel(expected.payback, 1e-9));
  }
}

TEST_CASE("a run that is told to stop has no results", "[simulate]") {
  const Plan plan = compile(tests::random_model(1));
  CHECK_THROWS_AS(simulate(plan, {.trials = 100'000, .progress = [](double) { return false; }}), RunStopped);
}

TEST_CASE("a figure that is not finite names its first trial", "[simulate]") {
  Model model = tests::golden_two_initiatives();
  model.inputs.push_back({"drivers.bad", Uniform::make(0.0, 1.0)});
  Expression& cost = model.initiatives[0].costs[0].amount;
  const Expression draw{Expression::Draw{static_cast<InputId>(model.inputs.size() - 1)}};
  // The logarithm of draw - 1/4 is not a number in a quarter of the trials.
  cost = call(Function::logarithm, {call(Function::subtract, {draw, number(0.25)})});
  std::uint64_t first = 0;
  while (uniform({.seed = 3, .stream = stream_id("drivers.bad"), .trial = first}) >= 0.25) ++first;
  try {
    simulate(compile(model), {.trials = 20'000, .seed = 3, .sampling = Sampling::random});
    FAIL("no failure was reported");
  } catch (const TrialFailure& failure) {
    CHECK(failure.trial == first);
    CHECK_THAT(failure.what(), ContainsSubstring("not a number in trial " + std::to_string(first + 1)));
  }
}

TEST_CASE("settings out of range are refused", "[simulate]") {
  const Plan plan = compile(tests::golden_two_initiatives());
  CHECK_THROWS_AS(simulate(plan, {.trials = 0}), InputError);
  CHECK_THROWS_AS(simulate(plan, {.trials = 10, .block_size = 3}), InputError);
}

TEST_CASE("of a run that does not fit into memory all trials are summed up", "[simulate][property]") {
  const Model model = tests::random_model(5);
  const Plan plan = compile(model);
  for (const Sampling sampling : {Sampling::sobol, Sampling::latin_hypercube, Sampling::random}) {
    INFO("sampling " << static_cast<int>(sampling));
    RunSettings settings{.trials = 40000, .seed = 9, .sampling = sampling, .threads = 2};
    const Results all = simulate(plan, settings);
    settings.most_kept_bytes = 1;
    const Results some = simulate(plan, settings);
    REQUIRE(some.manifest.kept_trials == least_kept_batches * batch_size);
    CHECK_FALSE(all.manifest.kept_trials);
    for (const TrialColumn& column : all.columns) {
      INFO("scope " << static_cast<int>(column.subject.scope) << ", " << traits_of(column.measure).key);
      const std::span<const double> kept = some.column(column.subject, column.measure);
      CHECK(same_bits(kept, std::span(column.values).first(kept.size())));
      const Summary expected = all.summary(column.subject, column.measure);
      const Summary found = some.summary(column.subject, column.measure);
      CHECK(found.count == expected.count);
      CHECK(found.undefined == expected.undefined);
      CHECK(found.never == expected.never);
      CHECK(found.minimum == expected.minimum);
      CHECK(found.maximum == expected.maximum);
      REQUIRE(found.mean.has_value() == expected.mean.has_value());
      if (expected.mean) {
        const double scale = std::abs(expected.mean->value) + *expected.standard_deviation;
        CHECK(std::abs(found.mean->value - expected.mean->value) <= 1e-12 * scale);
        CHECK(std::abs(found.mean->standard_error - expected.mean->standard_error) <= 1e-9 * scale);
        CHECK(std::abs(*found.standard_deviation - *expected.standard_deviation) <= 1e-9 * scale);
      }
      if (expected.probability_of_loss) {
        CHECK(found.probability_of_loss->value == expected.probability_of_loss->value);
      }
      if (!expected.quantiles) continue;
      for (std::size_t i = 0; i < summary_probabilities.size(); ++i) {
        const double exact = (*expected.quantiles)[i].value;
        const double counted = (*found.quantiles)[i].value;
        if (std::isinf(exact)) CHECK(counted == exact);
        if (std::isfinite(exact)) CHECK(std::abs(counted - exact) <= std::abs(exact) / 1024.0);
      }
    }
  }
}

TEST_CASE("totals have the same bits for any number of threads", "[simulate][property]") {
  const Model model = tests::random_model(8);
  const Plan plan = compile(model);
  RunSettings settings{.trials = 30000, .seed = 4, .sampling = Sampling::latin_hypercube, .threads = 1};
  settings.most_kept_bytes = 1;
  const Results one = simulate(plan, settings);
  for (const std::size_t threads : {2u, 3u, 8u}) {
    settings.threads = threads;
    const Results many = simulate(plan, settings);
    check_same_results(one, many);
    for (const TrialColumn& column : one.columns) {
      const Summary expected = one.summary(column.subject, column.measure);
      const Summary found = many.summary(column.subject, column.measure);
      CHECK(found.mean == expected.mean);
      CHECK(found.quantiles == expected.quantiles);
      CHECK(found.cvar == expected.cvar);
    }
  }
}
