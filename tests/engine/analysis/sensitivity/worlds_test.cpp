#include "engine/analysis/sensitivity/ordered_worlds.hpp"
#include "engine/analysis/sensitivity/sensitivity.hpp"
#include "engine/analysis/sensitivity/sensitivity_of_run.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "tests/engine/analysis/sensitivity/small_models.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using tests::draw;

/// Worth 10 today, -20 in a slump, 30 in a boom, and a little by luck: the worlds are not in the order of their worth.
Model worldly() {
  const auto is = [](double world) { return call(Function::equal, {draw(0), number(world)}); };
  const Expression by_world =
      call(Function::choose, {is(1.0), number(-20.0), call(Function::choose, {is(2.0), number(30.0), number(10.0)})});
  Model model =
      tests::worth(call(Function::add, {by_world, draw(1)}),
                   {{worlds_path, Discrete::make({0.0, 1.0, 2.0}, {0.5, 0.25, 0.25})}, {"x", Uniform::make(-1, 1)}});
  model.worlds = Worlds{InputId{0}, {{"base", "Today", 0.5}, {"slump", "Slump", 0.25}, {"boom", "Boom", 0.25}}};
  return model;
}

RunSettings sobol(std::uint64_t trials) {
  return {.trials = trials, .seed = 7, .threads = 1};
}

TEST_CASE("worlds are run one by one, and their ends are the worst and the best", "[sensitivity][known-answer]") {
  const Model model = worldly();
  Experiment experiment(model, {Subject{}}, sobol(1024));
  const OneAtATime found = one_at_a_time(experiment).front();
  CHECK(found.input == InputId{0});
  REQUIRE(found.by_world.size() == 3);
  CHECK_THAT(found.by_world[0].value, tests::WithinAbs(10.0, 0.01));
  CHECK_THAT(found.by_world[1].value, tests::WithinAbs(-20.0, 0.01));
  CHECK_THAT(found.by_world[2].value, tests::WithinAbs(30.0, 0.01));
  CHECK(found.low_value == 1.0);
  CHECK(found.high_value == 2.0);
  CHECK_THAT(found.swing.value, tests::WithinAbs(50.0, 1e-9));
}

TEST_CASE("from trials, worlds stand in the order of what they are worth", "[sensitivity][known-answer]") {
  const Model model = worldly();
  const Sensitivity found = analyse_sensitivity(model, {.run = sobol(4096), .break_evens = 2});
  const InputSensitivity& worlds = found.from_trials.inputs.front();
  CHECK(worlds.input == InputId{0});
  CHECK_THAT(worlds.change.first.value, tests::WithinAbs(-20.0, 0.1));
  CHECK_THAT(worlds.change.last.value, tests::WithinAbs(30.0, 0.1));
  CHECK(worlds.spearman.value > 0.9);
  CHECK(found.break_evens.size() == 1);  // there is nothing between two worlds
  const std::size_t place = found.tail.inputs[0].input == InputId{0} ? 0 : 1;
  const auto& by_world = found.tail.inputs[place].by_world;
  REQUIRE(by_world.size() == 3);
  CHECK(by_world[1].in_tail == 1.0);
  CHECK_THAT(by_world[1].in_all, tests::WithinAbs(0.25, 1e-3));
  CHECK(by_world[0].in_tail == 0.0);
}

TEST_CASE("the ends of the worlds in a run are the worst and the best", "[sensitivity]") {
  const Model model = worldly();
  const Plan plan = compile(model);
  const auto found = sensitivity_of_run(model, Simulator(plan, sobol(1024)).run_keeping_inputs(), 1);
  REQUIRE(found);
  CHECK(found->from_trials.inputs.front().input == InputId{0});
  CHECK(found->outer_tenths.front() == OuterTenths{1.0, 2.0});
}

TEST_CASE("a table by worlds has all of them", "[sensitivity]") {
  const Model model = worldly();
  Experiment experiment(model, {Subject{}}, sobol(64));
  const TwoWayTable table = two_way_table(experiment, InputId{0}, InputId{1}, 1);
  CHECK(table.row_values == std::vector<double>{0.0, 1.0, 2.0});
}

}  // namespace
}  // namespace wayworth::engine
