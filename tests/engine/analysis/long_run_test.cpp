#include "engine/analysis/long_run.hpp"

#include "engine/analysis/findings.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::engine {
namespace {

void check_same_mean(const Estimate& found, const Estimate& expected) {
  CHECK(std::abs(found.value - expected.value) <= 1e-9 * std::abs(expected.value) + 1e-6);
}

TEST_CASE("the means of a run that is not kept whole are those of all its trials, and add up", "[analysis][property]") {
  for (const std::uint64_t which : {2u, 3u, 11u}) {
    INFO("random model " << which);
    const Model model = tests::random_model(which);
    const Plan plan = compile(model);
    RunSettings settings{.trials = 40000, .seed = 5, .sampling = Sampling::random};
    const Findings all = find(model, simulate(plan, settings));
    settings.most_kept_bytes = 1;
    const Findings some = find(model, simulate(plan, settings));
    check_same_mean(some.bridge.sum_alone, all.bridge.sum_alone);
    check_same_mean(some.bridge.overlap, all.bridge.overlap);
    check_same_mean(some.bridge.programme, all.bridge.programme);
    for (std::size_t i = 0; i < all.comparisons.size(); ++i) {
      check_same_mean(some.comparisons[i].mean_gain_of_first, all.comparisons[i].mean_gain_of_first);
    }
    for (std::size_t i = 0; i < all.options.size(); ++i) {
      REQUIRE(some.options[i].roi_of_means.has_value() == all.options[i].roi_of_means.has_value());
      if (all.options[i].roi_of_means) check_same_mean(*some.options[i].roi_of_means, *all.options[i].roi_of_means);
      std::uint64_t counted = some.npv_distributions[i].histogram.below + some.npv_distributions[i].histogram.above;
      for (const std::uint64_t count : some.npv_distributions[i].histogram.counts) counted += count;
      CHECK(counted == 40000);
    }
  }
}

TEST_CASE("an error of the kept trials shrinks with the root of all of them", "[analysis]") {
  Manifest manifest;
  manifest.trials = 400;
  CHECK(as_of_all_trials({1.0, 0.2}, 1.1, manifest) == Estimate{1.1, 0.2});
  manifest.kept_trials = 100;
  CHECK(as_of_all_trials({1.0, 0.2}, 1.1, manifest) == Estimate{1.1, 0.1});
}

}  // namespace
}  // namespace wayworth::engine
