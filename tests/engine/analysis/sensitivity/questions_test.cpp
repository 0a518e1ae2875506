#include <algorithm>
#include <cmath>

#include "engine/analysis/sensitivity/normal_information.hpp"
#include "engine/analysis/sensitivity/sensitivity.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"
#include "tests/engine/analysis/sensitivity/small_models.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using tests::draw;
using tests::sum_of;
using tests::worth;

RunSettings sobol(std::uint64_t trials) {
  return {.trials = trials, .seed = 11};
}

/// 50 + 3 (X1 - mu1) + (X2 - mu2) of the closed forms, as two contributions, and noise that matters less.
Model linear_normal() {
  return sum_of({{"initiatives.one.effects.a", Normal::make(50.0, 60.0)},
                 {"initiatives.one.effects.b", Normal::make(0.0, 60.0)},
                 {"drivers.c", Normal::make(0.0, 20.0)},
                 {"drivers.d", Normal::make(0.0, 10.0)}});
}

TEST_CASE("what the worst trials have in common is where they stand", "[sensitivity][known-answer]") {
  const Model model = sum_of({{"drivers.a", Uniform::make(0.0, 1.0)}, {"drivers.b", Normal::make(0.0, 1e-9)}});
  const Sensitivity found = analyse_sensitivity(model, {.run = sobol(16384), .break_evens = 0});
  const TailProfile& tail = found.tail;
  CHECK(tail.trials == 819);
  REQUIRE(tail.inputs.size() == 2);
  CHECK(tail.inputs[0].input == InputId{0});
  CHECK_THAT(tail.inputs[0].percentile.value, tests::WithinAbs(0.025, 1e-4));
  CHECK_THAT(tail.inputs[0].in_tail.value, tests::WithinAbs(0.025, 1e-4));
  CHECK_THAT(tail.inputs[0].mean, tests::WithinAbs(0.5, 1e-4));
  CHECK_THAT(tail.output.value, tests::WithinAbs(0.025, 1e-4));
  const Estimate& other = tail.inputs[1].percentile;
  CHECK(std::abs(other.value - 0.5) < 5.0 * other.standard_error);
}

TEST_CASE("the mean along one input, and by two, is that of the closed form", "[sensitivity][known-answer]") {
  const Expression both = call(Function::multiply, {draw(0), draw(1)});
  const Model model = worth(call(Function::add, {both, draw(2)}), {{"drivers.x1", Normal::make(100.0, 20.0)},
                                                                   {"drivers.x2", Normal::make(0.4, 0.1)},
                                                                   {"drivers.x3", Normal::make(-30.0, 5.0)}});
  const Sensitivity found =
      analyse_sensitivity(model, {.run = sobol(4096), .break_evens = 3, .tables = {{InputId{0}, InputId{1}}}});
  REQUIRE(found.spider.size() == 3);
  for (const SpiderLine& line : found.spider) {
    REQUIRE(line.means.size() == spider_percentiles.size());
    for (std::size_t i = 0; i < line.means.size(); ++i) {
      const double z = standard_normal_quantile(spider_percentiles[i]);
      const double slope = line.input == InputId{0} ? 8.0 : (line.input == InputId{1} ? 10.0 : 5.0);
      CHECK(std::abs(line.means[i].value - (10.0 + slope * z)) < 5.0 * line.means[i].standard_error + 1e-9);
    }
  }
  REQUIRE(found.tables.size() == 1);
  const TwoWayTable& table = found.tables[0];
  for (std::size_t row = 0; row < 5; ++row) {
    for (std::size_t column = 0; column < 5; ++column) {
      const Estimate& mean = table.means[row][column];
      const double expected = table.row_values[row] * table.column_values[column] - 30.0;
      CHECK(std::abs(mean.value - expected) < 5.0 * mean.standard_error + 1e-9);
    }
  }
  CHECK_THAT(table.row_values[0], tests::WithinRel(100.0 + 20.0 * standard_normal_quantile(0.05), 1e-9));
}

TEST_CASE("the nearest place where a decision turns, and its probability", "[sensitivity][known-answer]") {
  // Of a straight line it is beta = mean / sd away, along the slopes, and the probability is that of a loss.
  const Model model = sum_of({{"drivers.a", Normal::make(50.0, 60.0)}, {"drivers.b", Normal::make(0.0, 60.0)}});
  const Sensitivity found = analyse_sensitivity(model, {.run = sobol(16384), .break_evens = 0});
  REQUIRE(found.flips.size() == 2);
  for (const DecisionFlip& one : found.flips) {
    CHECK(one.best == 0);
    CHECK(one.next == 1);
    REQUIRE(one.flip.distance);
    CHECK_THAT(*one.flip.distance, tests::WithinAbs(50.0 / std::sqrt(7200.0), 0.001));
    CHECK_THAT(one.flip.probability, tests::WithinAbs(0.27784489514139726, 0.0005));
    REQUIRE(one.flip.changes.size() == 2);
    double sum = 0.0;
    for (const Flip::Change& change : one.flip.changes) sum += change.value;
    CHECK(std::abs(sum) < 1e-6);
    CHECK_THAT(one.flip.changes[0].percentile, tests::WithinAbs(standard_normal_cdf(-50.0 / 120.0), 0.01));
  }
}

TEST_CASE("a decision that nothing plausible turns says so", "[sensitivity]") {
  const Model model = sum_of({{"drivers.a", Uniform::make(99.0, 101.0)}, {"drivers.b", Uniform::make(-1.0, 1.0)}});
  const Sensitivity found = analyse_sensitivity(model, {.run = sobol(1024), .break_evens = 0});
  CHECK_FALSE(found.flips[1].flip.distance);
  CHECK(found.flips[1].flip.changes.empty());
}

TEST_CASE("groups are worth at least their members and at most everything", "[sensitivity][known-answer]") {
  const Model model = linear_normal();
  const Sensitivity found = analyse_sensitivity(model, {.run = sobol(16384), .break_evens = 0, .group_trials = 16384});
  for (const DecisionValue& decision : found.decisions) {
    const Estimate& everything = decision.perfect.value;
    REQUIRE(decision.groups.size() == 2);
    CHECK(decision.groups[0].group.name == "Effects and benefits");  // the initiative's are the same, and said once
    CHECK(decision.groups[1].group.name == "Today's business");
    const double truth[] = {perfect_information_normal(50.0, std::sqrt(7200.0)),
                            perfect_information_normal(50.0, std::sqrt(500.0))};
    for (std::size_t i = 0; i < 2; ++i) {
      const PartialInformation& worth = decision.groups[i].worth;
      if (!worth.is_noise()) CHECK(std::abs(worth.value.value - truth[i]) < 5.0 * worth.value.standard_error);
      CHECK(worth.value.value >= 0.0);
      CHECK(worth.value.value <= everything.value + 3.0 * everything.standard_error);
      for (const InputWorth& one : decision.inputs) {
        const auto& members = decision.groups[i].group.inputs;
        if (std::find(members.begin(), members.end(), one.input) == members.end() || one.worth.is_noise()) continue;
        CHECK(worth.value.value >= one.worth.value.value - 3.0 * one.worth.value.standard_error);
      }
    }
  }
}

TEST_CASE("two gains at once: what tells both of them is worth everything", "[sensitivity][statistical]") {
  constexpr std::size_t trials = 4096;
  std::vector<std::vector<double>> choices(3, std::vector<double>(trials));
  for (std::uint64_t i = 0; i < 2; ++i) {
    fill_uniform({.seed = 5, .stream = i}, choices[i]);
    standard_normal_quantiles(choices[i], choices[i]);
  }
  const std::vector<std::span<const double>> spans(choices.begin(), choices.end());
  const InformationTools tools(trials);
  const PerfectInformation perfect = perfect_information(spans, 1);
  std::vector<SortedColumn> gains;
  for (const auto& gain : gains_over(perfect.best, spans)) gains.emplace_back(gain);
  const PartialInformation found = InformationValue(spans, 1, tools).of_statistics(gains);
  CHECK_THAT(found.value.value, tests::WithinRel(perfect.value.value, 0.01));
  CHECK(found.value.standard_error > 0.0);
  CHECK(found.value.standard_error < 0.1);
}

double worth_of_pilot(const Distribution& prior, double slope, double offset, const Distribution& rest,
                      const Pilot& pilot, Estimate& error) {
  constexpr std::size_t trials = 32768;
  std::vector<double> x(trials);
  std::vector<double> other(trials);
  fill_uniform({.seed = 7, .stream = 1}, x);
  fill_uniform({.seed = 7, .stream = 2}, other);
  std::vector<double> npv(trials);
  for (std::size_t i = 0; i < trials; ++i) {
    x[i] = quantile(prior, x[i]);
    npv[i] = slope * x[i] + offset + quantile(rest, other[i]);
  }
  const std::vector<double> nothing(trials, 0.0);
  const InformationTools tools(trials);
  const SortedColumn shown(pilot_results(pilot, "drivers.x", x, 3));
  error = InformationValue({npv, nothing}, 1, tools).of(shown).value;
  return error.value;
}

TEST_CASE("what a pilot of a normal quantity is worth", "[sensitivity][known-answer]") {
  Estimate found;
  worth_of_pilot(Normal::make(50.0, 60.0), 1.0, 0.0, Constant::make(0.0), {InputId{0}, 10.0, 200.0}, found);
  CHECK(std::abs(found.value - 2.2658631206808444) < 5.0 * found.standard_error);
  CHECK(found.standard_error < 0.3);
  // The voi package: p1 - p2 with p1 ~ N(1, 1), p2 ~ N(0, 2), observed with standard deviation 1.
  const double published[] = {0.07232512026086235, 0.08211760559711401, 0.08319460609998663};
  const double observations[] = {10.0, 100.0, 1000.0};
  for (std::size_t i = 0; i < 3; ++i) {
    worth_of_pilot(Normal::make(1.0, 1.0), 1.0, 0.0, Normal::make(0.0, 2.0), {InputId{0}, observations[i], 1.0}, found);
    CHECK(std::abs(found.value - published[i]) < 5.0 * found.standard_error);
    CHECK(found.standard_error < 0.01);
  }
}

TEST_CASE("what a pilot that counts is worth", "[sensitivity][known-answer]") {
  // 100 p - 50 with p uniform: after n yes or no the mean of p is (yes + 1) / (n + 2), every count being as likely.
  for (const double n : {1.0, 10.0, 100.0}) {
    double truth = 0.0;
    for (double yes = 0.0; yes <= n; ++yes) truth += std::fmax(0.0, 100.0 * (yes + 1.0) / (n + 2.0) - 50.0) / (n + 1.0);
    Estimate found;
    worth_of_pilot(Uniform::make(0.0, 1.0), 100.0, -50.0, Constant::make(0.0), {InputId{0}, n, std::nullopt}, found);
    CHECK(std::abs(found.value - truth) < 5.0 * found.standard_error);
    CHECK(found.standard_error < 0.3);
  }
  CHECK(can_be_counted(Uniform::make(0.0, 1.0)));
  CHECK_FALSE(can_be_counted(Uniform::make(-0.1, 0.1)));
}

TEST_CASE("a pilot is worth less than certainty, and more the larger it is", "[sensitivity][property]") {
  const Model model = linear_normal();
  const Sensitivity found = analyse_sensitivity(
      model, {.run = sobol(16384),
              .break_evens = 0,
              .pilots = {{InputId{0}, 1.0, 60.0}, {InputId{0}, 10.0, 60.0}, {InputId{0}, 1000.0, 60.0}}});
  const DecisionValue& decision = found.decisions[0];
  REQUIRE(decision.pilots.size() == 3);
  double before = 0.0;
  for (const PilotWorth& pilot : decision.pilots) {
    CHECK(pilot.sample.value.value > before);
    CHECK(pilot.sample.value.value <= pilot.certain.value.value + 2.0 * pilot.certain.value.standard_error);
    before = pilot.sample.value.value;
  }
  CHECK_THAT(before, tests::WithinRel(decision.pilots[0].certain.value.value, 0.05));
}

}  // namespace
}  // namespace wayworth::engine
