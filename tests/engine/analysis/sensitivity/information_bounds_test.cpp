#include <cmath>

#include "engine/analysis/sensitivity/sensitivity.hpp"
#include "engine/analysis/sensitivity/value_of_information.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"
#include "tests/engine/analysis/sensitivity/small_models.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dice.hpp"

namespace wayworth::engine {
namespace {

using tests::draw;

RunSettings sobol(std::uint64_t trials) {
  RunSettings run;
  run.trials = trials;
  return run;
}

/// Of money as these cases have it: what knowing can be off by where both sides rest on the same trials.
double slack(const Estimate& a, const Estimate& b) {
  const auto finite = [](double error) { return std::isfinite(error) ? error : 0.0; };
  return 3.0 * std::hypot(finite(a.standard_error), finite(b.standard_error)) + 1e-9;
}

/// Worth is never negative, never more than everything, and never less than that of a part.
void check_bounds(const DecisionValue& decision) {
  const Estimate& everything = decision.perfect.value;
  CHECK(everything.value >= 0.0);
  for (const InputWorth& one : decision.inputs) {
    CHECK(one.worth.value.value >= 0.0);
    if (!one.worth.is_noise()) CHECK(one.worth.value.value <= everything.value + slack(one.worth.value, everything));
  }
  for (const GroupWorth& one : decision.groups) {
    INFO(one.group.name);
    CHECK(one.worth.value.value >= 0.0);
    if (!one.worth.is_noise()) CHECK(one.worth.value.value <= everything.value + slack(one.worth.value, everything));
    const auto has = [&](InputId id) {
      return std::find(one.group.inputs.begin(), one.group.inputs.end(), id) != one.group.inputs.end();
    };
    for (const InputWorth& part : decision.inputs) {
      if (has(part.input) && !part.worth.is_noise()) CHECK(one.worth.value.value >= part.worth.value.value);
    }
    for (const GroupWorth& part : decision.groups) {
      const bool is_part = std::all_of(part.group.inputs.begin(), part.group.inputs.end(), has);
      if (is_part && !part.worth.is_noise()) CHECK(one.worth.value.value >= part.worth.value.value);
    }
  }
}

/// Five inputs of three kinds, joined by sums, products and a step, so that one's influence hangs on the others.
Model tangled(std::uint64_t seed) {
  tests::Dice dice(seed);
  std::vector<Input> inputs;
  for (const char* path : {"drivers.a", "drivers.b", "drivers.c", "initiatives.one.benefits.benefit.value",
                           "initiatives.one.rollout.success.share"}) {
    inputs.push_back({path, Normal::make(dice.between(-1.0, 2.0), dice.between(0.2, 2.0))});
  }
  Expression sum = number(dice.between(-2.0, 1.0));
  for (int term = 0; term < 3; ++term) {
    const auto any = [&] { return draw(static_cast<std::uint32_t>(dice.roll(inputs.size()))); };
    Expression product = call(Function::multiply, {any(), any()});
    if (dice.chance(0.5)) product = call(Function::maximum, {std::move(product), number(0.0)});
    sum = call(Function::add, {std::move(sum), std::move(product)});
  }
  return tests::worth(std::move(sum), std::move(inputs));
}

TEST_CASE("knowing more is worth at least nothing, at most everything, and no less than knowing a part of it",
          "[sensitivity][property]") {
  std::size_t groups = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    const Model model = tangled(seed);
    const Sensitivity found = analyse_sensitivity(model, {.run = sobol(4096), .break_evens = 0, .group_trials = 4096});
    for (const DecisionValue& decision : found.decisions) {
      check_bounds(decision);
      groups += decision.groups.size();
    }
  }
  CHECK(groups >= 10);
}

TEST_CASE("a group takes the worth of its most valuable part", "[sensitivity]") {
  DecisionValue decision;
  const auto worth = [](double value, double floor) { return PartialInformation{{value, 1.0}, floor}; };
  decision.inputs = {{InputId{0}, worth(30.0, 1.0)}, {InputId{1}, worth(8.0, 9.0)}, {InputId{2}, worth(50.0, 1.0)}};
  decision.groups = {{{"all", {InputId{0}, InputId{1}, InputId{2}}}, worth(20.0, 1.0)},
                     {{"two", {InputId{0}, InputId{1}}}, worth(25.0, 1.0)},
                     {{"noise", {InputId{1}}}, worth(2.0, 9.0)}};
  raise_to_parts(decision);
  CHECK(decision.groups[0].worth.value.value == 50.0);
  CHECK(decision.groups[1].worth.value.value == 30.0);
  CHECK(decision.groups[2].worth.value.value == 2.0);  // what its input seems to be worth is noise
}

}  // namespace
}  // namespace wayworth::engine
