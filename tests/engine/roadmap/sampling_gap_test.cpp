#include "engine/roadmap/sampling_gap.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::engine {
namespace {

// t of 4 degrees of freedom for 95 %, one-sided: 2.1318; z: 1.6449.
TEST_CASE("the gap between samples' best values and a candidate has its confidence", "[roadmap][known-answer]") {
  const std::vector<double> best = {102.1, 99.7, 101.3, 100.9, 100.2};
  const SamplingGap found = sampling_gap(best, {98.9, 0.35});
  CHECK(found.best.value == Approx(100.84).epsilon(1e-12));
  CHECK(found.best.standard_error == Approx(0.41904653679513765).epsilon(1e-10));
  CHECK(found.gap == Approx(1.94).epsilon(1e-10));
  CHECK(found.gap_at_most == Approx(3.409041782221039).epsilon(1e-10));
}

TEST_CASE("the gap of a roadmap is not negative, and that of a worse one is wider", "[roadmap][property]") {
  std::size_t gaps = 0;
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    INFO("seed " << seed);
    const Model model = tests::random_model(seed, Timeline{.start_year = 2026, .steps = 6, .steps_per_year = 4});
    OptimiseSettings settings;
    settings.search_trials = 256;
    RoadmapSearch search(model, settings);
    const auto outcome = search.optimise();
    REQUIRE(std::holds_alternative<OptimisedRoadmap>(outcome));
    const auto& found = std::get<OptimisedRoadmap>(outcome);
    const auto gap = sampling_gap_of(search, found.programme.schedule);
    REQUIRE(gap);
    // On every sample the best plan is at least as good.
    CHECK(gap->gap >= -1e-6);
    CHECK(gap->gap_at_most >= gap->gap);
    const auto of_nothing = sampling_gap_of(search, Schedule(model.initiatives.size()));
    REQUIRE(of_nothing);
    CHECK(of_nothing->candidate.value == 0.0);
    CHECK(of_nothing->gap >= gap->gap - 1e-6);
    ++gaps;
  }
  CHECK(gaps == 3);
}

TEST_CASE("where the programme does not know the goal or the limits there is no gap", "[roadmap]") {
  Model model = tests::random_model(1);
  model.limits.goal.kind = RoadmapGoal::Kind::p10;
  OptimiseSettings settings;
  settings.search_trials = 256;
  const RoadmapSearch search(model, settings);
  CHECK_FALSE(sampling_gap_of(search, Schedule(model.initiatives.size())));
}

}  // namespace
}  // namespace wayworth::engine
