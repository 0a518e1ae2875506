#include "engine/analysis/cash_flow.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

/// Three trials of four entries, the last trial not kept.
const std::vector<std::vector<double>> flows = {{-100, -50, -30}, {10, 20, 30}, {40, 50, 60}, {7, 8, 3}};

FlowSeries net() {
  FlowSeries series;
  for (const std::vector<double>& entry : flows) series.steps.emplace_back().add(entry);
  return series;
}

KeptFlows kept() {
  KeptFlows first_two;
  first_two.trials = 2;
  for (const std::vector<double>& entry : flows) {
    first_two.values.insert(first_two.values.end(), entry.begin(), entry.begin() + 2);
  }
  return first_two;
}

TEST_CASE("cash flow by step: means of all trials, percentiles of the kept ones", "[analysis][known-answer]") {
  const CashFlow by_step = cash_flow(net(), kept(), 1, 1);
  REQUIRE(by_step.net.size() == 4);
  REQUIRE(by_step.cumulative.size() == 4);
  CHECK(by_step.net[0].mean.value == -60.0);
  CHECK(by_step.net[0].p10 == -95.0);
  CHECK(by_step.net[0].p50 == -75.0);
  CHECK(by_step.net[0].p90 == -55.0);
  CHECK(by_step.net[0].p5 == -97.5);
  CHECK(by_step.net[0].p25 == -87.5);
  CHECK(by_step.net[0].p75 == -62.5);
  CHECK(by_step.net[0].p95 == -52.5);
  CHECK(by_step.cumulative[2].mean.value == 10.0);
  CHECK(by_step.cumulative[2].p50 == -15.0);  // -50 and 20
  CHECK(by_step.cumulative[3].mean.value == 16.0);
}

TEST_CASE("the error of a mean is that of all trials, its spread that of the kept ones", "[analysis][known-answer]") {
  const CashFlow by_step = cash_flow(net(), kept(), 1, 1);
  const double spread = std::sqrt(2.0 * 35.0 * 35.0);  // of -50 and 20
  CHECK_THAT(by_step.cumulative[2].mean.standard_error, tests::WithinRel(spread / std::sqrt(3.0), 1e-14));
}

TEST_CASE("a period sums its steps; the very start stands alone, the last may be short", "[analysis][known-answer]") {
  const CashFlow by_two = cash_flow(net(), kept(), 1, 2);
  REQUIRE(by_two.net.size() == 3);
  CHECK(by_two.net[0].mean.value == -60.0);
  CHECK(by_two.net[1].mean.value == 70.0);
  CHECK(by_two.net[1].p50 == 60.0);  // 50 and 70
  CHECK(by_two.net[2].mean.value == 6.0);
  CHECK(by_two.cumulative[1].p50 == -15.0);
  CHECK(by_two.cumulative[2].mean.value == 16.0);
}

TEST_CASE("one trial tells no error", "[analysis]") {
  KeptFlows one;
  one.trials = 1;
  one.values = {-5.0};
  FlowSeries series;
  series.steps.emplace_back().add(one.values);
  const FlowPoint start = cash_flow(series, one, 1, 1).net[0];
  CHECK(start.p10 == -5.0);
  CHECK(std::isinf(start.mean.standard_error));
}

}  // namespace
}  // namespace wayworth::engine
