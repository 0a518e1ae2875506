#include "engine/analysis/compare/input_numbering.hpp"

#include <cmath>

#include "engine/distributions/distribution.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::engine {
namespace {

Input input(const std::string& path) {
  return {path, Uniform::make(0.0, 1.0)};
}

Driver driver(Expression value) {
  Driver driver;
  driver.key = driver.name = "d";
  driver.value = std::move(value);
  driver.annual_growth = number(0.0);
  return driver;
}

Model with_inputs(const std::vector<std::string>& paths) {
  Model model;
  model.time.steps = 1;
  for (const std::string& path : paths) {
    model.drivers.push_back(driver({Expression::Draw{static_cast<InputId>(model.inputs.size())}}));
    model.inputs.push_back(input(path));
  }
  return model;
}

std::vector<std::string> paths_of(const Model& model) {
  std::vector<std::string> paths;
  for (const Input& one : model.inputs) paths.push_back(one.path);
  return paths;
}

std::size_t drawn_by(const Model& model, std::size_t driver) {
  return index_of(std::get<Expression::Draw>(model.drivers[driver].value.node).input);
}

TEST_CASE("inputs keep the places of the first model; what others add comes behind", "[compare][known-answer]") {
  const Model first = with_inputs({"a", "b", "c"});
  const Model second = with_inputs({"new", "c", "a"});
  InputNumbering numbering;
  numbering.add(first);
  numbering.add(second);
  const std::vector<std::string> all = {"a", "b", "c", "new"};
  CHECK(paths_of(numbering.apply(first)) == all);
  const Model renumbered = numbering.apply(second);
  CHECK(paths_of(renumbered) == all);
  CHECK(drawn_by(renumbered, 0) == 3);
  CHECK(drawn_by(renumbered, 1) == 2);
  CHECK(drawn_by(renumbered, 2) == 0);
}

TEST_CASE("a series of draws stays together when one model looks farther ahead", "[compare][known-answer]") {
  const auto with_series = [](std::size_t steps, const std::vector<std::string>& others) {
    Model model;
    model.time.steps = steps;
    for (std::size_t step = 1; step <= steps; ++step)
      model.inputs.push_back(input("noise[" + std::to_string(step) + "]"));
    model.drivers.push_back(driver({Expression::StepDraw{InputId{0}}}));
    for (const std::string& path : others) {
      model.drivers.push_back(driver({Expression::Draw{static_cast<InputId>(model.inputs.size())}}));
      model.inputs.push_back(input(path));
    }
    return model;
  };
  InputNumbering numbering;
  numbering.add(with_series(2, {"a"}));
  numbering.add(with_series(4, {"b", "a"}));
  const std::vector<std::string> all = {"noise[1]", "noise[2]", "noise[3]", "noise[4]", "a", "b"};
  const Model shorter = numbering.apply(with_series(2, {"a"}));
  const Model longer = numbering.apply(with_series(4, {"b", "a"}));
  CHECK(paths_of(shorter) == all);
  CHECK(paths_of(longer) == all);
  CHECK(drawn_by(shorter, 1) == 4);
  CHECK(drawn_by(longer, 1) == 5);
  CHECK(drawn_by(longer, 2) == 4);
}

TEST_CASE("a model means the same under any numbering", "[compare][property]") {
  InputNumbering numbering;  // puts inputs of other models before and between
  numbering.add(with_inputs({"x", "y", "z"}));
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    INFO("seed " << seed);
    const Model model = tests::random_model(seed);
    InputNumbering own = numbering;
    own.add(model);
    const RunSettings settings{.trials = 32, .sampling = Sampling::random};
    const Results as_it_is = simulate(compile(model), settings);
    const Results renumbered = simulate(compile(own.apply(model)), settings);
    REQUIRE(as_it_is.columns.size() == renumbered.columns.size());
    for (std::size_t i = 0; i < as_it_is.columns.size(); ++i) {
      const auto& was = as_it_is.columns[i].values;
      const auto& is = renumbered.columns[i].values;
      for (std::size_t trial = 0; trial < was.size(); ++trial) {
        if (was[trial] != is[trial]) CHECK((std::isnan(was[trial]) && std::isnan(is[trial])));
      }
    }
  }
}

}  // namespace
}  // namespace wayworth::engine
