#include "engine/analysis/sensitivity/pspline.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/moments.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t degree = 3;
constexpr double least_lambda = 1e-4;
constexpr int lambdas = 49;  ///< four a decade, up to 1e8
using Index = Eigen::Index;

double lambda_number(int i) {
  return std::pow(10.0, -4.0 + i / 4.0);
}

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

Eigen::MatrixXd products_of(const std::vector<BasisValues>& basis, Index size) {
  Eigen::MatrixXd products = Eigen::MatrixXd::Zero(size, size);
  for (const BasisValues& at : basis) {
    for (std::size_t i = 0; i <= degree; ++i) {
      for (std::size_t j = 0; j <= degree; ++j) {
        products(static_cast<Index>(at.first + i), static_cast<Index>(at.first + j)) += at.values[i] * at.values[j];
      }
    }
  }
  return products;
}

}  // namespace

/// With B the basis at the points and P the penalty: L L' = B'B + lambda0 P, which is positive definite even where
/// points leave gaps, and L^-1 P L^-T = U diag(bends) U'. Then B'B + lambda P = L U diag(1 + (lambda - lambda0) bends)
/// U' L', and `turned` = L^-T U takes the output's products with the turned basis to the coefficients.
struct PSpline::System {
  std::vector<BasisValues> basis;
  Eigen::MatrixXd turned;
  Eigen::ArrayXd bends;

  System(std::span<const double> places, std::size_t segments) {
    for (const double place : places) basis.push_back(basis_at(place * static_cast<double>(segments), segments));
    const auto size = static_cast<Index>(segments + degree);
    const Eigen::MatrixXd penalty = bend_penalty(size);
    const Eigen::LLT<Eigen::MatrixXd> factor(products_of(basis, size) + least_lambda * penalty);
    Eigen::MatrixXd bent = factor.matrixL().solve(penalty);
    bent = factor.matrixL().solve(bent.transpose().eval());
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> axes(bent);  // eigenvalues ascend
    turned = factor.matrixU().solve(axes.eigenvectors());
    bends = axes.eigenvalues().array().max(0.0);
    bends.head(2) = 0.0;  // straight lines, exactly
  }

  /// By axis, the part of its least-squares coefficient that a penalty leaves.
  Eigen::ArrayXd kept(double lambda) const { return 1.0 / (1.0 + (lambda - least_lambda) * bends); }

  struct Projection {
    double mean = 0.0;
    double squares = 0.0;   ///< sum of the squared deviations from the mean
    Eigen::ArrayXd onto{};  ///< products of the deviations with the turned basis
  };

  Projection project(std::span<const double> output) const {
    Projection found{mean_of(output), 0.0, {}};
    Eigen::VectorXd with_basis = Eigen::VectorXd::Zero(turned.rows());
    for (std::size_t i = 0; i < output.size(); ++i) {
      const double deviation = output[i] - found.mean;
      found.squares += deviation * deviation;
      double* const products = with_basis.data() + basis[i].first;
      for (std::size_t k = 0; k <= degree; ++k) products[k] += deviation * basis[i].values[k];
    }
    found.onto = (turned.transpose() * with_basis).array();
    return found;
  }

  struct Quality {
    double effective_parameters = 0.0;
    double residual_sum_of_squares = 0.0;
    double gcv = 0.0;
  };

  Quality quality(const Projection& output, double lambda) const {
    const Eigen::ArrayXd left = kept(lambda);
    const Eigen::ArrayXd unpenalised = 1.0 - least_lambda * bends;  // B'B on the axes
    const auto count = static_cast<double>(basis.size());
    Quality found;
    found.effective_parameters = (left * unpenalised).sum();
    found.residual_sum_of_squares = output.squares - (output.onto.square() * left * (2.0 - left * unpenalised)).sum();
    const double free = count - found.effective_parameters;
    found.gcv = count * found.residual_sum_of_squares / (free * free);
    return found;
  }

  PSplineFit fit(const Projection& output, double lambda) const {
    const Quality found = quality(output, lambda);
    const Eigen::VectorXd coefficients = turned * (kept(lambda) * output.onto).matrix();
    return {output.mean,
            {coefficients.begin(), coefficients.end()},
            lambda,
            found.effective_parameters,
            found.residual_sum_of_squares,
            found.gcv};
  }

  std::vector<double> curve(const double* coefficients, double mean, std::size_t stride) const {
    std::vector<double> values;
    values.reserve(basis.size() / stride + 1);
    for (std::size_t i = 0; i < basis.size(); i += stride) {
      const double* const c = coefficients + basis[i].first;
      const auto& b = basis[i].values;
      values.push_back(mean + ((c[0] * b[0] + c[1] * b[1]) + (c[2] * b[2] + c[3] * b[3])));
    }
    return values;
  }
};

PSpline::PSpline(std::span<const double> places, std::size_t segments)
    : system_(std::make_unique<const System>(places, segments)) {}

PSpline::~PSpline() = default;
PSpline::PSpline(PSpline&&) noexcept = default;

std::size_t PSpline::points() const {
  return system_->basis.size();
}

PSplineFit PSpline::fit(std::span<const double> output, double lambda) const {
  return system_->fit(system_->project(output), lambda);
}

PSplineFit PSpline::best_fit(std::span<const double> output) const {
  const System::Projection projection = system_->project(output);
  double best_lambda = lambda_number(lambdas - 1);
  double best_gcv = system_->quality(projection, best_lambda).gcv;
  for (int i = 0; i + 1 < lambdas; ++i) {
    const double gcv = system_->quality(projection, lambda_number(i)).gcv;
    if (!(gcv < best_gcv)) continue;
    best_gcv = gcv;
    best_lambda = lambda_number(i);
  }
  return system_->fit(projection, best_lambda);
}

std::vector<double> PSpline::curve(const PSplineFit& fit, std::size_t stride) const {
  return system_->curve(fit.coefficients.data(), fit.mean, stride);
}

std::vector<std::vector<double>> PSpline::possible_curves(const PSplineFit& fit, std::size_t count,
                                                          std::size_t stride) const {
  const double free = static_cast<double>(points()) - fit.effective_parameters;
  const double sigma = std::sqrt(std::fmax(0.0, fit.residual_sum_of_squares) / free);
  const Eigen::ArrayXd errors = sigma * system_->kept(fit.lambda).sqrt();
  const Eigen::VectorXd middle =
      Eigen::Map<const Eigen::VectorXd>(fit.coefficients.data(), static_cast<Index>(fit.coefficients.size()));
  std::vector<std::vector<double>> curves;
  for (std::size_t which = 0; which < count; ++which) {
    Eigen::ArrayXd normal(errors.size());
    for (Index i = 0; i < normal.size(); ++i) {
      normal[i] = standard_normal_quantile(uniform({.stream = stream_id("possible curves"),
                                                    .trial = which,
                                                    .draw = static_cast<std::uint32_t>(i),
                                                    .purpose = Purpose::resampling}));
    }
    const Eigen::VectorXd coefficients = middle + system_->turned * (errors * normal).matrix();
    curves.push_back(system_->curve(coefficients.data(), fit.mean, stride));
  }
  return curves;
}

std::vector<double> places_of(std::span<const double> ranks) {
  std::vector<double> places(ranks.begin(), ranks.end());
  for (double& place : places) place = (place - 0.5) / static_cast<double>(ranks.size());
  return places;
}

}  // namespace wayworth::engine
