#include "engine/analysis/sensitivity/pspline.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/ranks.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t degree = 3;
using Index = Eigen::Index;

/// The four basis functions that are not 0 at a place, from the `first` on.
struct BasisValues {
  std::size_t first = 0;
  std::array<double, degree + 1> values{};
};

/// Cubic B-splines on a grid of whole numbers, at `x` segments from the left end.
BasisValues basis_at(double x, std::size_t segments) {
  const std::size_t segment = std::min(static_cast<std::size_t>(x), segments - 1);
  const double u = x - static_cast<double>(segment);
  const double rest = 1.0 - u;
  return {segment,
          {rest * rest * rest / 6.0, (3.0 * u * u * u - 6.0 * u * u + 4.0) / 6.0,
           (-3.0 * u * u * u + 3.0 * u * u + 3.0 * u + 1.0) / 6.0, u * u * u / 6.0}};
}

/// Rows of second differences.
Eigen::MatrixXd bend_penalty(Index size) {
  Eigen::MatrixXd differences = Eigen::MatrixXd::Zero(size - 2, size);
  for (Index row = 0; row < size - 2; ++row) {
    differences(row, row) = differences(row, row + 2) = 1.0;
    differences(row, row + 1) = -2.0;
  }
  return differences.transpose() * differences;
}

double mean_of(std::span<const double> values) {
  Moments moments;
  moments.add(values);
  return moments.mean();
}

}  // namespace

struct PSpline::System {
  std::vector<BasisValues> basis;
  Eigen::MatrixXd products;  ///< of the basis functions over the points
  Eigen::MatrixXd penalty;

  struct Centred {
    double mean = 0.0;
    double squares = 0.0;        ///< sum of the squared deviations from the mean
    Eigen::VectorXd with_basis;  ///< products of the deviations with the basis functions
  };
  struct Solution {
    Eigen::VectorXd coefficients;  ///< of the deviations
    double effective_parameters = 0.0;
    double residual_sum_of_squares = 0.0;
    double gcv = 0.0;
  };

  Centred centred(std::span<const double> output) const {
    Centred result{mean_of(output), 0.0, Eigen::VectorXd::Zero(products.rows())};
    for (std::size_t i = 0; i < output.size(); ++i) {
      const double deviation = output[i] - result.mean;
      result.squares += deviation * deviation;
      for (std::size_t k = 0; k <= degree; ++k) {
        result.with_basis[static_cast<Index>(basis[i].first + k)] += deviation * basis[i].values[k];
      }
    }
    return result;
  }

  Eigen::LLT<Eigen::MatrixXd> factor(double lambda) const {
    return Eigen::LLT<Eigen::MatrixXd>(products + lambda * penalty);
  }

  Solution solve(const Centred& output, double lambda) const {
    const Eigen::LLT<Eigen::MatrixXd> penalised = factor(lambda);
    Solution solution;
    solution.coefficients = penalised.solve(output.with_basis);
    solution.effective_parameters = penalised.solve(products).trace();
    solution.residual_sum_of_squares = output.squares - 2.0 * solution.coefficients.dot(output.with_basis) +
                                       solution.coefficients.dot(products * solution.coefficients);
    const auto count = static_cast<double>(basis.size());
    const double free = count - solution.effective_parameters;
    solution.gcv = count * solution.residual_sum_of_squares / (free * free);
    return solution;
  }

  std::vector<double> curve(const Eigen::VectorXd& coefficients, double mean) const {
    std::vector<double> fitted(basis.size());
    for (std::size_t i = 0; i < basis.size(); ++i) {
      double value = mean;
      for (std::size_t k = 0; k <= degree; ++k) {
        value += coefficients[static_cast<Index>(basis[i].first + k)] * basis[i].values[k];
      }
      fitted[i] = value;
    }
    return fitted;
  }

  PSplineFit finished(const Centred& output, const Solution& solution, double lambda) const {
    return {curve(solution.coefficients, output.mean), lambda, solution.effective_parameters,
            solution.residual_sum_of_squares, solution.gcv};
  }
};

PSpline::PSpline(std::span<const double> places, std::size_t segments) {
  auto system = std::make_unique<System>();
  const auto size = static_cast<Index>(segments + degree);
  system->products = Eigen::MatrixXd::Zero(size, size);
  system->penalty = bend_penalty(size);
  for (const double place : places) {
    const BasisValues at = basis_at(place * static_cast<double>(segments), segments);
    for (std::size_t i = 0; i <= degree; ++i) {
      for (std::size_t j = 0; j <= degree; ++j) {
        system->products(static_cast<Index>(at.first + i), static_cast<Index>(at.first + j)) +=
            at.values[i] * at.values[j];
      }
    }
    system->basis.push_back(at);
  }
  system_ = std::move(system);
}

PSpline::~PSpline() = default;
PSpline::PSpline(PSpline&&) noexcept = default;

PSplineFit PSpline::fit(std::span<const double> output, double lambda) const {
  const System::Centred centred = system_->centred(output);
  return system_->finished(centred, system_->solve(centred, lambda), lambda);
}

PSplineFit PSpline::best_fit(std::span<const double> output) const {
  const System::Centred centred = system_->centred(output);
  double best_lambda = 1e8;
  System::Solution best = system_->solve(centred, best_lambda);
  for (int i = 0; i < 48; ++i) {
    const double lambda = std::pow(10.0, -4.0 + i / 4.0);
    System::Solution solution = system_->solve(centred, lambda);
    if (!(solution.gcv < best.gcv)) continue;
    best = std::move(solution);
    best_lambda = lambda;
  }
  return system_->finished(centred, best, best_lambda);
}

std::vector<std::vector<double>> PSpline::possible_curves(std::span<const double> output, const PSplineFit& fit,
                                                          std::size_t count) const {
  const System::Centred centred = system_->centred(output);
  const System::Solution solution = system_->solve(centred, fit.lambda);
  const Eigen::LLT<Eigen::MatrixXd> factor = system_->factor(fit.lambda);
  const double free = static_cast<double>(output.size()) - fit.effective_parameters;
  const double sigma = std::sqrt(std::fmax(0.0, fit.residual_sum_of_squares) / free);
  std::vector<std::vector<double>> curves;
  for (std::size_t which = 0; which < count; ++which) {
    Eigen::VectorXd normal(solution.coefficients.size());
    for (Index i = 0; i < normal.size(); ++i) {
      normal[i] = standard_normal_quantile(uniform({.stream = stream_id("possible curves"),
                                                    .trial = which,
                                                    .draw = static_cast<std::uint32_t>(i),
                                                    .purpose = Purpose::resampling}));
    }
    curves.push_back(system_->curve(solution.coefficients + sigma * factor.matrixU().solve(normal), centred.mean));
  }
  return curves;
}

std::vector<double> places_of(std::span<const double> input) {
  std::vector<double> places = average_ranks(input);
  for (double& place : places) place = (place - 0.5) / static_cast<double>(input.size());
  return places;
}

}  // namespace wayworth::engine
