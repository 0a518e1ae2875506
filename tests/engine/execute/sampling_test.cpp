#include <array>
#include <cmath>
#include <vector>

#include "engine/execute/input_draws.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/confidence.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/replicates.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

constexpr std::array<Sampling, 3> samplings = {Sampling::sobol, Sampling::latin_hypercube, Sampling::random};

std::vector<PlanInput> four_inputs() {
  return {{InputId{0}, "a", Uniform::make(0.0, 2.0)},
          {InputId{1}, "b", Pert::make(0.0, 1.0, 4.0)},
          {InputId{2}, "c", Normal::make(1.0, 0.2)},
          {InputId{3}, "d", Bernoulli::make(0.5)}};
}
constexpr double true_mean = 1.0 * (8.0 / 6.0) + 1.0 * 0.5;

/// The model a b + c d, in all trials.
Estimate mean_of_model(const DrawSettings& settings) {
  InputDraws draws(four_inputs(), {}, settings);
  ScoreCache scores;
  std::array<std::vector<double>, 4> x;
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i].resize(settings.replicates.trials());
    draws.fill(i, 0, x[i], scores);
  }
  std::vector<double> y(settings.replicates.trials());
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = x[0][i] * x[1][i] + x[2][i] * x[3][i];
  return mean_estimate(y, settings.replicates.count);
}

TEST_CASE("the 95 % interval holds the true mean in 95 % of all runs", "[sampling][property]") {
  constexpr int runs = 400;
  for (const Sampling sampling : samplings) {
    INFO("sampling " << static_cast<int>(sampling));
    int held = 0;
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
      const DrawSettings settings{seed, sampling, replicates_for(sampling, 1024)};
      const Estimate mean = mean_of_model(settings);
      const bool replicated = settings.replicates.count > 1;
      const double multiplier = replicated ? two_sided_t(0.95, settings.replicates.count) : two_sided_z(0.95);
      held += std::abs(mean.value - true_mean) <= multiplier * mean.standard_error ? 1 : 0;
    }
    CHECK(std::abs(held - 0.95 * runs) < 5.0 * std::sqrt(0.95 * 0.05 * runs));
  }
}

TEST_CASE("even sampling leaves a small part of the error of independent trials", "[sampling][property]") {
  const auto error = [](Sampling sampling) {
    Moments errors;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
      const double squared =
          std::pow(mean_of_model({seed, sampling, replicates_for(sampling, 4096)}).value - true_mean, 2.0);
      errors.add({&squared, 1});
    }
    return std::sqrt(errors.mean());
  };
  const double random = error(Sampling::random);
  CHECK(error(Sampling::latin_hypercube) < random / 1.5);
  CHECK(error(Sampling::sobol) < random / 10.0);
}

TEST_CASE("blocks that cross replicates, drawn in any order and again, are parts of the whole",
          "[sampling][property]") {
  for (const Sampling sampling : samplings) {
    ScoreCache scores;
    InputDraws draws(four_inputs(), {}, {3, sampling, replicates_for(sampling, 500)});
    std::vector<double> whole(512);
    if (sampling == Sampling::random) whole.resize(500);
    draws.fill(1, 0, whole, scores);
    for (const std::size_t first : {300UL, 30UL, 0UL, 31UL, 300UL, 64UL}) {
      std::vector<double> part(200);
      draws.fill(1, first, part, scores);
      CHECK(std::equal(part.begin(), part.end(), whole.begin() + static_cast<std::ptrdiff_t>(first)));
    }
  }
}

TEST_CASE("a Sobol' input's draws hang on its place in the model, not in the plan", "[sampling][property]") {
  const std::vector<PlanInput> all = four_inputs();
  const DrawSettings settings{9, Sampling::sobol, {16, 64}};
  ScoreCache scores;
  InputDraws of_all(all, {}, settings);
  InputDraws of_some({all[0], all[2]}, {}, settings);
  std::vector<double> expected(1024);
  std::vector<double> actual(1024);
  of_all.fill(2, 0, expected, scores);
  of_some.fill(1, 0, actual, scores);
  CHECK(actual == expected);
}

TEST_CASE("inputs beyond the last dimension are padded with independent draws", "[sampling][known-answer]") {
  const std::vector<PlanInput> inputs = {{InputId{0}, "first", Uniform::make(0.0, 1.0)},
                                         {static_cast<InputId>(sobol_dimensions), "beyond", Uniform::make(0.0, 1.0)}};
  ScoreCache scores;
  InputDraws draws(inputs, {}, {9, Sampling::sobol, {16, 64}});
  std::vector<double> values(2);
  draws.fill(1, 3 * 64 + 5, values, scores);
  CHECK(values[1] ==
        uniform(
            {.seed = 9, .stream = stream_id("beyond"), .trial = 6, .draw = 2 * 3, .purpose = Purpose::sobol_padding}));
}

}  // namespace
}  // namespace wayworth::engine
