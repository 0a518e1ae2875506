#include <cmath>

#include "engine/analysis/findings.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "scenarios/read_model.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::scenarios {
namespace {

/// One year; what the initiative brings is 100 a call, and there are as many calls as the world has.
const std::string text = R"(wayworth: 1
name: Worlds
currency: USD
time: {start: 2026-01, horizon: 12 months, step: year}
finance: {discount_rate: 0%, discounting: end}
simulation: {trials: 16384, seed: 3}
drivers:
  calls: {value: uniform(90, 110), unit: call/year, max: 130}
  price: {value: 100, unit: USD/call}
  margin: 40%
initiatives:
  desk:
    benefits: [{name: Sales, kind: revenue, value: calls * price * margin, unit: USD/year}]
    rollout: {duration: 0, ramp: 0}
)";

const std::string worlds = R"(worlds:
  base: {probability: 50%}
  slump: {probability: 30%, name: Slump, effects: {calls: {change: -50%}, margin: {add: -10pp}}}
  boom: {probability: 20%, effects: {calls: {change: 100%}, margin: {set: 60%}}}
)";

engine::Model model_of(const std::string& scenario) {
  const ReadResult read = read_model_from_text(scenario, "worlds");
  REQUIRE(read.model);
  return *read.model;
}

engine::Results run(const engine::Model& model, const std::string& sampling = "sobol") {
  engine::RunSettings settings{.trials = 16384, .seed = 3};
  if (sampling == "random") settings.sampling = engine::Sampling::random;
  return engine::simulate(engine::compile(model), settings);
}

TEST_CASE("a world changes drivers in as many trials as its probability says", "[worlds][known-answer]") {
  const engine::Model model = model_of(text + worlds);
  REQUIRE(model.worlds);
  CHECK(model.worlds->list[1].name == "Slump");
  for (const std::string sampling : {"sobol", "random"}) {
    const engine::Findings found = engine::find(model, run(model, sampling));
    REQUIRE(found.worlds.size() == 3);
    const double probabilities[] = {0.5, 0.3, 0.2};
    // In the boom the limit of 130 calls holds.
    const double means[] = {4000.0, 50.0 * 30.0, 130.0 * 60.0};
    std::uint64_t trials = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const engine::WorldFindings& world = found.worlds[i];
      trials += world.trials;
      const double expected = 16384.0 * probabilities[i];
      CHECK(std::abs(static_cast<double>(world.trials) - expected) < 5.0 * std::sqrt(expected));
      const engine::Estimate& mean = *world.npv.front().mean;
      CHECK(std::abs(mean.value - means[i]) < 5.0 * mean.standard_error + 1e-9);
    }
    CHECK(trials == 16384);
    double all = 0.0;
    for (const engine::WorldFindings& world : found.worlds) {
      all += world.npv.front().mean->value * static_cast<double>(world.trials) / 16384.0;
    }
    CHECK_THAT(found.options[0][engine::Measure::npv].mean->value, tests::WithinRel(all, 1e-12));
  }
}

TEST_CASE("worlds leave the luck of everything else alone", "[worlds][property]") {
  const engine::Model with = model_of(text + worlds);
  const engine::Results in_worlds = run(with);
  const engine::Results without = run(model_of(text));
  const std::vector<std::size_t> world = engine::world_of_trials(*with.worlds, with, in_worlds.manifest);
  const auto npv = in_worlds.column({}, engine::Measure::npv);
  const auto npv_without = without.column({}, engine::Measure::npv);
  for (std::size_t i = 0; i < npv.size(); ++i) {
    if (world[i] == 0) REQUIRE(npv[i] == npv_without[i]);
    if (world[i] == 1) REQUIRE_THAT(npv[i], tests::WithinRel(npv_without[i] * 0.5 * 0.75, 1e-12));
  }
}

TEST_CASE("without chance it is the likeliest world", "[worlds]") {
  const engine::Model model = model_of(text + worlds);
  for (const engine::Point point : {engine::Point::mode, engine::Point::median, engine::Point::mean}) {
    const engine::Results results = engine::simulate_point(engine::compile(model), point);
    const double npv = results.column({}, engine::Measure::npv)[0];
    CHECK((npv == 4000.0 || point == engine::Point::mode));
    CHECK(engine::find(model, results).worlds.empty());
  }
}

}  // namespace
}  // namespace wayworth::scenarios
