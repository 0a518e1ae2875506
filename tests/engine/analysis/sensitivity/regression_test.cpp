#include "engine/analysis/sensitivity/regression.hpp"

#include <array>
#include <cmath>

#include "engine/stats/ranks.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

const std::array<std::vector<double>, 3> inputs = {{
    {1.2, 2.3, 0.7, 3.1, 1.9, 2.8, 0.4, 1.5, 2.0, 3.5, 1.1, 2.6},
    {30.0, 28.0, 35.0, 25.0, 31.0, 22.0, 38.0, 27.0, 33.0, 24.0, 36.0, 29.0},
    {0.5, 0.7, 0.2, 0.9, 0.4, 0.6, 0.3, 0.8, 0.1, 0.95, 0.55, 0.35},
}};
const std::vector<double> output = {12.1, 19.8, 6.2, 27.9, 15.0, 20.5, 4.4, 17.7, 11.9, 31.2, 11.5, 17.0};

TEST_CASE("regression on twelve trials of three inputs that go together", "[sensitivity][known-answer]") {
  const std::array<double, 3> pearson = {0.9300604984184512, -0.8763096856896094, 0.8333962410296584};
  const std::array<double, 3> spearman = {0.9160839160839163, -0.9580419580419581, 0.8321678321678322};
  const std::array<double, 3> src = {0.7052861166646347, 0.04955502494196656, 0.4544848541564737};
  const std::array<double, 3> srrc = {0.424388754752588, -0.3674224553418625, 0.2998455119843848};
  const std::array<double, 3> pcc = {0.9694274674957631, 0.23323566510338292, 0.9593857363831025};
  const std::array<double, 3> prcc = {0.9115798993285205, -0.8395284535992821, 0.8892313832801466};
  std::array<std::vector<double>, 3> ranks;
  for (std::size_t i = 0; i < 3; ++i) ranks[i] = average_ranks(inputs[i]);
  const std::vector<double> output_ranks = average_ranks(output);
  const RegressionSensitivity values = regression_sensitivity({inputs[0], inputs[1], inputs[2]}, output);
  const RegressionSensitivity by_rank = regression_sensitivity({ranks[0], ranks[1], ranks[2]}, output_ranks);
  CHECK_THAT(values.r_squared, tests::WithinAbs(0.9912991761677861, 1e-8));
  CHECK_THAT(by_rank.r_squared, tests::WithinAbs(0.9903036306333284, 1e-8));
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK_THAT(correlation(inputs[i], output), tests::WithinRel(pearson[i], 1e-12));
    CHECK_THAT(correlation(ranks[i], output_ranks), tests::WithinRel(spearman[i], 1e-12));
    // The ridge of 1e-10 shows in the ninth digit.
    CHECK_THAT(values.standardised[i], tests::WithinAbs(src[i], 1e-8));
    CHECK_THAT(by_rank.standardised[i], tests::WithinAbs(srrc[i], 1e-8));
    CHECK_THAT(values.partial[i], tests::WithinAbs(pcc[i], 1e-8));
    CHECK_THAT(by_rank.partial[i], tests::WithinAbs(prcc[i], 1e-8));
  }
}

TEST_CASE("an input that does not vary has no part in a regression", "[sensitivity]") {
  const std::vector<double> same(output.size(), 7.0);
  const RegressionSensitivity found = regression_sensitivity({inputs[0], same, inputs[0]}, output);
  CHECK(found.standardised[1] == 0.0);
  CHECK(found.partial[1] == 0.0);
  CHECK(std::isfinite(found.standardised[0]));
  CHECK(std::isnan(correlation(same, output)));
  CHECK(regression_sensitivity({inputs[0]}, same).r_squared == 0.0);
}

TEST_CASE("equal values share their mean rank", "[sensitivity][known-answer]") {
  CHECK(average_ranks(std::vector<double>{3.0, 1.0, 3.0, 2.0, 3.0}) == std::vector<double>{4.0, 1.0, 4.0, 2.0, 4.0});
}

}  // namespace
}  // namespace wayworth::engine
