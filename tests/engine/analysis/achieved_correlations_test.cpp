#include "engine/analysis/achieved_correlations.hpp"

#include <cmath>

#include "engine/random/sampling.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

Model correlated(const Distribution& first, const Distribution& second, double rank) {
  Model model;
  model.inputs = {{"first", first}, {"between", Uniform::make(0, 1)}, {"second", second}};
  for (auto& group : correlation_groups(std::vector<RankCorrelation>{{InputId{0}, InputId{2}, rank}})) {
    model.correlations.push_back(group.value());
  }
  return model;
}

Manifest manifest_of(std::uint64_t trials) {
  const Replicates replicates = replicates_for(Sampling::sobol, trials);
  Manifest manifest;
  manifest.seed = 7;
  manifest.trials = replicates.trials();
  manifest.sampling = Sampling::sobol;
  manifest.replicates = replicates.count;
  return manifest;
}

TEST_CASE("continuous inputs reach the rank correlation that is stated", "[analysis][dependence][statistical]") {
  const Model model = correlated(Lognormal::make(100, 40), Triangular::make(0, 1, 5), -0.7);
  const AchievedCorrelations found = achieved_correlations(model, manifest_of(16384));
  REQUIRE(found.pairs.size() == 1);
  CHECK(found.trials == 16384);
  CHECK(found.stated_pairs == 1);
  CHECK(std::abs(found.pairs[0].achieved + 0.7) < most_correlation_error(16384));
  CHECK_FALSE(found.pairs[0].is_off);
}

TEST_CASE("yes-or-no inputs come out weaker, and that is noticed", "[analysis][dependence][known-answer]") {
  const Model model = correlated(Bernoulli::make(0.5), Bernoulli::make(0.5), 0.8);
  const AchievedCorrelations found = achieved_correlations(model, manifest_of(65536));
  // Of two fair coins with normal scores that correlate by rho: 2 / pi asin(rho), here of rho = 2 sin(0.8 pi / 6).
  const double expected = 2.0 / std::acos(-1.0) * std::asin(2.0 * std::sin(0.8 * std::acos(-1.0) / 6.0));
  CHECK_THAT(found.pairs[0].achieved, WithinAbs(expected, 0.01));
  CHECK(found.pairs[0].is_off);
}

TEST_CASE("there is nothing to look at without chance, or without correlations", "[analysis][dependence]") {
  const Model model = correlated(Uniform::make(0, 1), Uniform::make(0, 1), 0.5);
  Manifest point = manifest_of(64);
  point.point = Point::mean;
  CHECK(achieved_correlations(model, point).pairs.empty());
  CHECK(achieved_correlations(Model{}, manifest_of(64)).pairs.empty());
  CHECK(most_correlation_trials < 1'000'000);
  CHECK(achieved_correlations(model, manifest_of(200'000)).trials == most_correlation_trials);
}

}  // namespace
}  // namespace wayworth::engine
