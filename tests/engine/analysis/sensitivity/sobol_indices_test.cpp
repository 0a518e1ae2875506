#include "engine/analysis/sensitivity/sobol_indices.hpp"

#include <array>
#include <cmath>
#include <functional>

#include "engine/random/stream.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using Point = std::vector<double>;

TEST_CASE("the estimators on four rows", "[sensitivity][known-answer]") {
  const std::vector<Point> a = {{0.1, 0.7}, {0.4, 0.2}, {0.9, 0.5}, {0.6, 0.8}};
  const std::vector<Point> b = {{0.3, 0.6}, {0.8, 0.9}, {0.2, 0.1}, {0.5, 0.4}};
  const auto f = [](const Point& x) { return x[0] * x[1] + 2.0 * x[0]; };
  const double first_order[] = {0.9870108896271687, 0.280015688445921};
  const double total[] = {0.9705841638981174, 0.06130029531192322};
  for (std::size_t which = 0; which < 2; ++which) {
    std::vector<double> of_a, of_b, of_mixed;
    for (std::size_t i = 0; i < 4; ++i) {
      of_a.push_back(f(a[i]));
      of_b.push_back(f(b[i]));
      Point mixed = a[i];
      mixed[which] = b[i][which];
      of_mixed.push_back(f(mixed));
    }
    const SobolIndices found = sobol_indices(of_a, of_b, of_mixed);
    CHECK_THAT(found.first.value, tests::WithinRel(first_order[which], 1e-12));
    CHECK_THAT(found.total.value, tests::WithinRel(total[which], 1e-12));
    CHECK(std::isinf(found.first.standard_error));
  }
}

TEST_CASE("an output that does not vary has no indices", "[sensitivity]") {
  const std::vector<double> same(64, 2.0);
  CHECK(std::isnan(sobol_indices(same, same, same).first.value));
}

struct Function {
  std::size_t inputs;
  std::function<double(const Point&)> value;
  std::vector<double> first;
  std::vector<double> total;
};

Function ishigami() {
  return {3,
          [](const Point& u) {
            std::array<double, 3> x{};
            for (std::size_t i = 0; i < 3; ++i) x[i] = (2.0 * u[i] - 1.0) * 3.14159265358979323846;
            return std::sin(x[0]) * (1.0 + 0.1 * std::pow(x[2], 4)) + 7.0 * std::pow(std::sin(x[1]), 2);
          },
          {0.31390519114781146, 0.4424111447900408, 0.0},
          {0.5575888552099592, 0.4424111447900408, 0.24368366406214773}};
}

Function g_function() {
  return {8,
          [](const Point& u) {
            constexpr std::array<double, 8> a = {0, 1, 4.5, 9, 99, 99, 99, 99};
            double product = 1.0;
            for (std::size_t i = 0; i < 8; ++i) product *= (std::abs(4.0 * u[i] - 2.0) + a[i]) / (1.0 + a[i]);
            return product;
          },
          {0.7161921688790334, 0.17904804221975834, 0.023675774177819284, 0.007161921688790333, 7.161921688790333e-05,
           7.161921688790333e-05, 7.161921688790333e-05, 7.161921688790333e-05},
          {0.787144126659275, 0.24219819281823846, 0.034316910154082836, 0.010460387065239536, 0.00010494905191950601,
           0.00010494905191950601, 0.00010494905191950601, 0.00010494905191950601}};
}

/// Uniform inputs with the moments of the closed form: x1 x2 + x3.
Function business_product() {
  return {3,
          [](const Point& u) {
            const double root12 = std::sqrt(12.0);
            return (100.0 + 20.0 * root12 * (u[0] - 0.5)) * (0.4 + 0.1 * root12 * (u[1] - 0.5)) - 30.0 +
                   5.0 * root12 * (u[2] - 0.5);
          },
          {0.3316062176165803, 0.5181347150259067, 0.12953367875647667},
          {0.35233160621761656, 0.538860103626943, 0.12953367875647667}};
}

TEST_CASE("indices of analytic functions lie within their errors of the truth", "[sensitivity][statistical]") {
  constexpr std::size_t trials = 8192;
  for (const Function& function : {ishigami(), g_function(), business_product()}) {
    std::vector<std::vector<double>> a(function.inputs, std::vector<double>(trials));
    std::vector<std::vector<double>> b = a;
    for (std::size_t i = 0; i < function.inputs; ++i) {
      fill_uniform({.seed = 1, .stream = i}, a[i]);
      fill_uniform({.seed = 2, .stream = i}, b[i]);
    }
    const auto run = [&](std::size_t from_b, bool all_b) {
      std::vector<double> values;
      for (std::size_t k = 0; k < trials; ++k) {
        Point point;
        for (std::size_t i = 0; i < function.inputs; ++i) point.push_back(all_b || i == from_b ? b[i][k] : a[i][k]);
        values.push_back(function.value(point));
      }
      return values;
    };
    const std::vector<double> first = run(function.inputs, false);
    const std::vector<double> second = run(function.inputs, true);
    for (std::size_t i = 0; i < function.inputs; ++i) {
      const SobolIndices found = sobol_indices(first, second, run(i, false));
      CHECK(std::abs(found.first.value - function.first[i]) < 5.0 * found.first.standard_error);
      CHECK(std::abs(found.total.value - function.total[i]) < 5.0 * found.total.standard_error);
      CHECK(found.first.standard_error < 0.05);
    }
  }
}

}  // namespace
}  // namespace wayworth::engine
