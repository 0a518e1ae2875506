#include "engine/analysis/returns.hpp"

#include <cmath>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/golden_model.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

const ReturnTerms yearly = {.grid = {DiscountTiming::end, 1}, .rates = {0.1, 0.1}};

/// Trials of -100 now, then `earned[trial]` a year later.
KeptFlows kept_of(const std::vector<double>& earned) {
  KeptFlows kept;
  kept.trials = earned.size();
  kept.values.assign(kept.trials, -100.0);
  kept.values.insert(kept.values.end(), earned.begin(), earned.end());
  return kept;
}

TEST_CASE("the internal rate of the golden programme is found from its simulated cash flow",
          "[analysis][known-answer]") {
  const Model model = golden_two_initiatives();
  const Findings findings = find(model, simulate_point(compile(model), Point::mean));
  const ProgrammeReturns& both = findings.returns.at(0);
  CHECK(both.of_mean_flow.status == InternalRateStatus::ok);
  CHECK_THAT(both.of_mean_flow.internal.value().value, WithinRel(1.742864114466173, 1e-10));
  CHECK_THAT(both.of_trials.internal.value().p50.value, WithinRel(1.742864114466173, 1e-10));
  // Alone, each initiative is what its own option is.
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    const ReturnOfFlow& alone = findings.initiatives.at(i).returns;
    CHECK_THAT(alone.internal.value().value,
               WithinRel(findings.returns.at(i + 1).of_mean_flow.internal.value().value, 1e-12));
    CHECK_THAT(alone.modified.value().value,
               WithinRel(findings.returns.at(i + 1).of_mean_flow.modified.value().value, 1e-12));
  }
}

TEST_CASE("percentiles of rates are those of the trials", "[analysis][known-answer]") {
  std::vector<double> earned;
  for (int percent = -50; percent <= 50; ++percent) earned.push_back(100.0 + percent);
  const ReturnsOfTrials returns = returns_of_trials(kept_of(earned), yearly);
  CHECK(returns.trials == 101);
  CHECK(returns.internal_by_status[static_cast<std::size_t>(InternalRateStatus::ok)] == 101);
  CHECK(returns.without_modified == 0);
  CHECK_THAT(returns.internal.value().p10.value, WithinRel(-0.4, 1e-12));
  CHECK_THAT(returns.internal.value().p50.value, WithinAbs(0.0, 1e-12));
  CHECK_THAT(returns.internal.value().p90.value, WithinRel(0.4, 1e-12));
  CHECK_THAT(returns.modified.value().p90.value, WithinRel(0.4, 1e-12));  // one year: nothing to reinvest
  CHECK(returns.internal.value().p50.standard_error > 0.0);
}

TEST_CASE("percentiles need 95 of 100 trials with a rate", "[analysis]") {
  std::vector<double> earned(100, 110.0);
  for (std::size_t trial = 0; trial < 5; ++trial) earned[trial] = -1.0;
  const ReturnsOfTrials enough = returns_of_trials(kept_of(earned), yearly);
  CHECK(enough.internal_by_status[static_cast<std::size_t>(InternalRateStatus::no_sign_change)] == 5);
  CHECK_THAT(enough.internal.value().p10.value, WithinRel(0.1, 1e-12));
  CHECK(enough.modified.value().p10.value < 0.11);
  earned[5] = -1.0;
  const ReturnsOfTrials too_few = returns_of_trials(kept_of(earned), yearly);
  CHECK(!too_few.internal);
  CHECK(too_few.modified);  // -100 % in these trials: everything was lost
}

TEST_CASE("a flow with two rates has none that counts, but a modified one", "[analysis][known-answer]") {
  const std::vector<double> flow = {-1000, 2500, -1540};
  const ReturnOfFlow returns = return_of_flow(flow, {-0.8, 0.1}, yearly);
  CHECK(returns.status == InternalRateStatus::multiple);
  CHECK(returns.rates.size() == 2);
  CHECK(!returns.internal);
  // 2,500 put aside for a year, from 1,000 + 1,540 / 1.21
  CHECK_THAT(returns.modified.value().value, WithinRel(std::sqrt(2750.0 / (1000.0 + 1540.0 / 1.21)) - 1.0, 1e-12));
}

TEST_CASE("the error of a rate follows from that of the present value", "[analysis][statistical]") {
  // 200 runs of 400 trials each: how far do their rates spread?
  constexpr int runs = 200;
  constexpr int trials = 400;
  Dice dice(11);
  Moments internal;
  Moments modified;
  double internal_error = 0.0;
  double modified_error = 0.0;
  for (int run = 0; run < runs; ++run) {
    Moments values;
    std::vector<double> mean = {-1000.0, 300.0, 0.0, 500.0};
    for (int trial = 0; trial < trials; ++trial) {
      const double earned = dice.between(300.0, 900.0);
      mean[2] += earned / trials;
      const double value = -1000.0 + 300.0 / 1.1 + earned / 1.21 + 500.0 / 1.331;
      values.add({&value, 1});
    }
    const ReturnOfFlow returns =
        return_of_flow(mean, {values.mean(), values.standard_deviation() / std::sqrt(trials)}, yearly);
    internal.add({&returns.internal.value().value, 1});
    modified.add({&returns.modified.value().value, 1});
    internal_error += returns.internal->standard_error / runs;
    modified_error += returns.modified->standard_error / runs;
  }
  // The spread of 200 figures is known to 5 %; the error of the present value is taken at 10 % instead of at 27 %.
  CHECK_THAT(internal_error / internal.standard_deviation(), WithinAbs(1.3, 0.4));
  CHECK_THAT(modified_error / modified.standard_deviation(), WithinAbs(1.0, 0.25));
}

TEST_CASE("mean flows of all trials and of the kept ones", "[analysis]") {
  const KeptFlows kept = kept_of({110.0, 120.0});
  CHECK(mean_flow(kept) == std::vector<double>{-100.0, 115.0});
  FlowSeries series;
  for (const std::size_t entry : {std::size_t{0}, std::size_t{1}}) series.steps.emplace_back().add(kept.entry(entry));
  CHECK(mean_flow(series) == std::vector<double>{-100.0, 115.0});
}

}  // namespace
}  // namespace wayworth::engine
