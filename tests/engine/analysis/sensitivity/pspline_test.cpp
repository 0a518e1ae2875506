#include "engine/analysis/sensitivity/pspline.hpp"

#include <cmath>
#include <numeric>

#include "engine/random/stream.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

const std::vector<double> output = {-30.0, -10.0, -45.0, 5.0, 12.0, -20.0, 25.0, 40.0, -5.0, 60.0, 35.0, 80.0};

std::vector<double> even_places(std::size_t count) {
  std::vector<double> values(count);
  std::iota(values.begin(), values.end(), 0.0);
  for (double& value : values) value += 1.0;
  return places_of(values);
}

struct Expected {
  double lambda, parameters, rss, gcv, first, last;
};

TEST_CASE("penalised splines through twelve points", "[sensitivity][known-answer]") {
  const PSpline spline(even_places(12), 4);
  for (const Expected& expected :
       {Expected{0.1, 3.687481241696676, 4610.912269890912, 800.7608436892634, -29.229503263332504, 68.54397572897568},
        Expected{10.0, 2.1324770004346756, 4902.555398170597, 604.2093772816986, -33.66871788746268,
                 59.851095545414545}}) {
    const PSplineFit fit = spline.fit(output, expected.lambda);
    CHECK_THAT(fit.effective_parameters, tests::WithinRel(expected.parameters, 1e-9));
    CHECK_THAT(fit.residual_sum_of_squares, tests::WithinRel(expected.rss, 1e-9));
    CHECK_THAT(fit.gcv, tests::WithinRel(expected.gcv, 1e-9));
    const std::vector<double> fitted = spline.curve(fit);
    CHECK_THAT(fitted.front(), tests::WithinRel(expected.first, 1e-9));
    CHECK_THAT(fitted.back(), tests::WithinRel(expected.last, 1e-9));
    CHECK_THAT(std::accumulate(fitted.begin(), fitted.end(), 0.0) / 12.0, tests::WithinRel(12.25, 1e-12));
  }
}

TEST_CASE("the best smoothness has the least GCV of those that are tried", "[sensitivity]") {
  const PSpline spline(even_places(12), 4);
  const PSplineFit best = spline.best_fit(output);
  for (const double lambda : {1e-4, 0.1, 10.0, 1e8}) CHECK(best.gcv <= spline.fit(output, lambda).gcv);
}

TEST_CASE("a straight line is met whatever the penalty", "[sensitivity][property]") {
  const std::vector<double> places = even_places(500);
  std::vector<double> line(500);
  for (std::size_t i = 0; i < 500; ++i) line[i] = 1e6 + 3.0 * places[i];
  const PSpline spline(places);
  const std::vector<double> fitted = spline.curve(spline.fit(line, 1e6));
  for (std::size_t i = 0; i < 500; ++i) CHECK(std::abs(fitted[i] - line[i]) < 1e-4);
}

TEST_CASE("a curve under noise is found within the curves that are possible", "[sensitivity][statistical]") {
  constexpr std::size_t count = 4000;
  const std::vector<double> places = even_places(count);
  std::vector<double> noise(count);
  fill_uniform({.seed = 5, .stream = 9}, noise);
  std::vector<double> points(count);
  const auto truth = [&](std::size_t i) { return std::sin(6.0 * places[i]); };
  for (std::size_t i = 0; i < count; ++i) points[i] = truth(i) + 4.0 * (noise[i] - 0.5);
  const PSpline spline(places);
  const PSplineFit fit = spline.best_fit(points);
  const std::vector<double> fitted = spline.curve(fit);
  const auto curves = spline.possible_curves(fit, 200);
  for (const std::size_t i : {200u, 1000u, 2000u, 3000u, 3800u}) {
    double mean = 0.0;
    double square = 0.0;
    for (const auto& curve : curves) {
      mean += curve[i] / 200.0;
      square += curve[i] * curve[i] / 200.0;
    }
    const double error = std::sqrt(square - mean * mean);
    CHECK(error > 0.01);
    CHECK(error < 0.2);
    CHECK(std::abs(fitted[i] - truth(i)) < 5.0 * error);
  }
}

}  // namespace
}  // namespace wayworth::engine
