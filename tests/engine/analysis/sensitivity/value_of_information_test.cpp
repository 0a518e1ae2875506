#include "engine/analysis/sensitivity/value_of_information.hpp"

#include <cmath>

#include "engine/analysis/sensitivity/normal_information.hpp"
#include "engine/analysis/sensitivity/perfect_information.hpp"
#include "engine/analysis/sensitivity/regression.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/moments.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

std::vector<double> normals(std::uint64_t seed, std::uint64_t stream, std::size_t count, double mean, double sd) {
  std::vector<double> values(count);
  fill_uniform({.seed = seed, .stream = stream}, values);
  for (double& value : values) value = mean + sd * standard_normal_quantile(value);
  return values;
}

TEST_CASE("the value of information of normal values, in closed form", "[sensitivity][known-answer]") {
  CHECK_THAT(perfect_information_normal(50.0, 100.0), tests::WithinRel(19.779655740130604, 1e-11));
  CHECK_THAT(perfect_information_normal(-50.0, 100.0), tests::WithinRel(19.779655740130604, 1e-11));
  CHECK_THAT(perfect_information_normal(50.0, 60.0), tests::WithinRel(6.798293476436002, 1e-11));
  CHECK_THAT(sample_information_normal(50.0, 60.0, 200.0, 10.0), tests::WithinRel(2.2658631206808444, 1e-11));
  CHECK(perfect_information_normal(-3.0, 0.0) == 0.0);
  CHECK(sample_information_normal(50.0, 0.0, 200.0, 10.0) == 0.0);
  // Barclay Brothers: demand 8,000 with 15 % above 11,000, break-even 6,000, 6 lost per unit below.
  const double sd = 3000.0 / standard_normal_quantile(0.85);
  CHECK_THAT(6.0 * sd * unit_normal_loss(2000.0 / sd), tests::WithinRel(2519.651236547715, 1e-9));
  // The voi package: p1 - p2 with p1 ~ N(1, 1), p2 ~ N(0, 2).
  CHECK_THAT(perfect_information_normal(1.0, std::sqrt(5.0)), tests::WithinAbs(0.4798107, 5e-8));
  CHECK_THAT(perfect_information_normal(1.0, 1.0), tests::WithinRel(0.0833154705876864, 1e-12));
  CHECK_THAT(perfect_information_normal(1.0, 2.0), tests::WithinRel(0.39559311480261217, 1e-12));
  CHECK_THAT(sample_information_normal(1.0, 1.0, 1.0, 10.0), tests::WithinRel(0.07232512026086235, 1e-12));
  CHECK_THAT(sample_information_normal(1.0, 1.0, 1.0, 1000.0), tests::WithinRel(0.08319460609998663, 1e-12));
}

TEST_CASE("perfect information is worth the regret of the best choice", "[sensitivity][known-answer]") {
  const std::vector<double> a = {120.0, -60.0, 206.0, 10.0, -100.0, 150.0};
  const std::vector<double> b = {80.0, 30.0, 90.0, 60.0, 20.0, 40.0};
  const std::vector<double> nothing(6, 0.0);
  const PerfectInformation found = perfect_information({a, b, nothing}, 1);
  CHECK(found.best == 0);
  CHECK_THAT(found.value.value, tests::WithinRel(43.333333333333336, 1e-12));
  CHECK_THAT(found.expected_regret[1], tests::WithinRel(44.333333333333336, 1e-12));
  CHECK_THAT(found.expected_regret[2], tests::WithinRel(97.66666666666667, 1e-12));
  CHECK_THAT(found.means[1].value, tests::WithinRel(53.333333333333336, 1e-12));
  CHECK(found.share_best == std::vector<double>{0.5, 0.5, 0.0});
}

/// A table of outcomes as trials: each so often as its probability says.
std::vector<double> table(const std::vector<std::pair<int, double>>& outcomes) {
  std::vector<double> trials;
  for (const auto& [times, value] : outcomes) trials.insert(trials.end(), static_cast<std::size_t>(times), value);
  return trials;
}

TEST_CASE("perfect information in textbook decision tables", "[sensitivity][known-answer]") {
  const std::vector<double> nothing(10, 0.0);
  // Thompson Lumber: 30 %, 50 %, 20 %.
  const std::vector<double> large = table({{3, 200'000}, {5, 100'000}, {2, -120'000}});
  const std::vector<double> small = table({{3, 90'000}, {5, 50'000}, {2, -20'000}});
  CHECK_THAT(perfect_information({large, small, nothing}, 1).value.value, tests::WithinRel(24'000.0, 1e-12));
  // A coin that wins 100 or loses 80, and a launch that costs 1 million and wins 15 with probability 20 %.
  CHECK_THAT(perfect_information({table({{5, 100}, {5, -80}}), nothing}, 1).value.value, tests::WithinRel(40.0, 1e-12));
  CHECK_THAT(perfect_information({table({{2, 14e6}, {8, -1e6}}), nothing}, 1).value.value,
             tests::WithinRel(800'000.0, 1e-12));
}

TEST_CASE("an input of two values is worth what its group means decide", "[sensitivity][known-answer]") {
  const std::vector<double> nothing(10, 0.0);
  const std::vector<double> launch = table({{2, 14e6}, {8, -1e6}});
  const std::vector<double> wins = table({{2, 1.0}, {8, 0.0}});
  const PartialInformation found = InformationValue({launch, nothing}, 1, InformationTools(10)).of(SortedColumn(wins));
  CHECK_THAT(found.value.value, tests::WithinRel(800'000.0, 1e-12));
}

TEST_CASE("binned information of twelve trials", "[sensitivity][known-answer]") {
  std::vector<double> x;
  for (int i = 0; i < 12; ++i) x.push_back(i / 11.0);
  const std::vector<double> npv = {-30.0, -10.0, -45.0, 5.0, 12.0, -20.0, 25.0, 40.0, -5.0, 60.0, 35.0, 80.0};
  const std::vector<double> nothing(12, 0.0);
  CHECK_THAT(binned_partial_information(x, {npv, nothing}, 3), tests::WithinRel(6.666666666666668, 1e-12));
  CHECK_THAT(perfect_information({npv, nothing}, 1).value.value, tests::WithinRel(9.166666666666668, 1e-12));
}

TEST_CASE("a parabola through twelve trials", "[sensitivity][known-answer]") {
  std::vector<double> x;
  std::vector<double> squares;
  for (int i = 0; i < 12; ++i) {
    x.push_back(i / 11.0);
    squares.push_back(x.back() * x.back());
  }
  const std::vector<double> npv = {-30.0, -10.0, -45.0, 5.0, 12.0, -20.0, 25.0, 40.0, -5.0, 60.0, 35.0, 80.0};
  const auto moments_of = [](std::span<const double> column) {
    Moments moments;
    moments.add(column);
    return moments;
  };
  const std::vector<double> slopes = regression_sensitivity({x, squares}, npv).standardised;
  const double sd = moments_of(npv).standard_deviation();
  const double linear = slopes[0] * sd / moments_of(x).standard_deviation();
  const double quadratic = slopes[1] * sd / moments_of(squares).standard_deviation();
  const double constant =
      moments_of(npv).mean() - linear * moments_of(x).mean() - quadratic * moments_of(squares).mean();
  CHECK_THAT(constant, tests::WithinRel(-26.64560439560438, 1e-6));
  CHECK_THAT(linear, tests::WithinRel(41.83791208791203, 1e-6));
  CHECK_THAT(quadratic, tests::WithinRel(51.58516483516487, 1e-6));
  std::vector<double> curve;
  for (std::size_t i = 0; i < 12; ++i) curve.push_back(constant + linear * x[i] + quadratic * squares[i]);
  const std::vector<double> nothing(12, 0.0);
  // Of a fit each trial is a bin of its own.
  CHECK_THAT(binned_partial_information(x, {curve, nothing}, 12), tests::WithinRel(6.8669871794871735, 1e-6));
}

TEST_CASE("bins find something in an input without any influence", "[sensitivity][statistical]") {
  const std::vector<double> nothing(1000, 0.0);
  Moments found;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    const std::vector<double> npv = normals(seed, 0, 1000, 0.0, 100.0);
    const std::vector<double> x = normals(seed, 1, 1000, 0.0, 1.0);
    const double value = binned_partial_information(x, {npv, nothing}, 10);
    found.add({&value, 1});
  }
  // (1 / sqrt(100) - 1 / sqrt(1000)) * 100 / sqrt(2 pi)
  CHECK(std::abs(found.mean() - 2.727856543004247) < 5.0 * found.standard_error());
}

TEST_CASE("the value of knowing one of two normal inputs lies within its error", "[sensitivity][statistical]") {
  constexpr std::size_t trials = 8192;
  const std::vector<double> nothing(trials, 0.0);
  double squares = 0.0;
  constexpr std::uint64_t runs = 10;
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    const std::vector<double> a = normals(seed, 1, trials, 0.0, 20.0);
    const std::vector<double> b = normals(seed, 2, trials, 0.0, 60.0);
    const std::vector<double> other = normals(seed, 3, trials, 0.0, 1.0);
    std::vector<double> npv(trials);
    for (std::size_t i = 0; i < trials; ++i) npv[i] = 50.0 + 3.0 * a[i] + b[i];
    const std::vector<std::span<const double>> choices = {npv, nothing};
    const PerfectInformation perfect = perfect_information(choices, 1);
    CHECK(std::abs(perfect.value.value - 14.564024823265166) < 5.0 * perfect.value.standard_error);
    const InformationTools tools(trials);
    const InformationValue information(choices, 1, tools);
    for (const std::vector<double>* input : {&a, &b}) {
      const PartialInformation found = information.of(SortedColumn(*input));
      const double z = (found.value.value - 6.798293476436002) / found.value.standard_error;
      CHECK(std::abs(z) < 5.0);
      squares += z * z;
      CHECK_FALSE(found.is_noise());
      CHECK(found.value.value <= perfect.value.value);
    }
    const PartialInformation irrelevant = information.of(SortedColumn(other));
    CHECK(irrelevant.value.value < 1.5);
    CHECK(irrelevant.noise_floor < 2.0);
  }
  CHECK(squares / (2.0 * runs) < 2.0);  // the errors are not far too small
  CHECK(squares / (2.0 * runs) > 0.3);  // nor far too large
}

TEST_CASE("the machine lease of four normal inputs", "[sensitivity][statistical]") {
  constexpr std::size_t trials = 32768;
  const double z90 = standard_normal_quantile(0.95);
  const std::vector<double> maintenance = normals(3, 1, trials, 15.0, 5.0 / z90);
  const std::vector<double> labour = normals(3, 2, trials, 3.0, 5.0 / z90);
  const std::vector<double> materials = normals(3, 3, trials, 6.0, 3.0 / z90);
  const std::vector<double> production = normals(3, 4, trials, 25000.0, 10000.0 / z90);
  std::vector<double> npv(trials);
  for (std::size_t i = 0; i < trials; ++i) {
    npv[i] = (maintenance[i] + labour[i] + materials[i]) * production[i] - 400'000.0;
  }
  const std::vector<double> nothing(trials, 0.0);
  const std::vector<std::span<const double>> choices = {npv, nothing};
  const PerfectInformation perfect = perfect_information(choices, 1);
  CHECK(std::abs(perfect.value.value - 10585.515746724355) < 5.0 * perfect.value.standard_error);
  const InformationTools tools(trials);
  const InformationValue information(choices, 1, tools);
  const PartialInformation of_production = information.of(SortedColumn(production));
  CHECK(std::abs(of_production.value.value - 5704.847733026865) < 5.0 * of_production.value.standard_error);
  // Known from the closed form: 100 for maintenance and labour, 0.05 for materials.
  CHECK(information.of(SortedColumn(maintenance)).value.value < 500.0);
  CHECK(information.of(SortedColumn(materials)).value.value <=
        information.of(SortedColumn(materials)).noise_floor + 1.0);
}

}  // namespace
}  // namespace wayworth::engine
