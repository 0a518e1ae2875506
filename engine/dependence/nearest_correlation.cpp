#include "engine/dependence/nearest_correlation.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace wayworth::engine {
namespace {

Eigen::MatrixXd to_eigen(const SquareMatrix& matrix) {
  const auto size = static_cast<Eigen::Index>(matrix.size());
  Eigen::MatrixXd result(size, size);
  for (Eigen::Index i = 0; i < size; ++i) {
    for (Eigen::Index j = 0; j < size; ++j) {
      result(i, j) = matrix(static_cast<std::size_t>(i), static_cast<std::size_t>(j));
    }
  }
  return result;
}

SquareMatrix from_eigen(const Eigen::MatrixXd& matrix) {
  SquareMatrix result(static_cast<std::size_t>(matrix.rows()));
  for (std::size_t i = 0; i < result.size(); ++i) {
    for (std::size_t j = 0; j < result.size(); ++j) {
      result(i, j) = matrix(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
    }
  }
  return result;
}

/// The nearest matrix whose eigenvalues are at least `least`.
Eigen::MatrixXd with_least_eigenvalue(const Eigen::MatrixXd& matrix, double least) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
  const Eigen::MatrixXd& vectors = solver.eigenvectors();
  return vectors * solver.eigenvalues().cwiseMax(least).asDiagonal() * vectors.transpose();
}

}  // namespace

NearestCorrelation nearest_correlation(const SquareMatrix& matrix) {
  constexpr int most_sweeps = 10'000;
  constexpr double converged = 1e-12;
  const Eigen::MatrixXd wanted = to_eigen(matrix);
  Eigen::MatrixXd nearest = wanted;
  Eigen::MatrixXd correction = Eigen::MatrixXd::Zero(wanted.rows(), wanted.cols());
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    const Eigen::MatrixXd corrected = nearest - correction;
    const Eigen::MatrixXd semidefinite = with_least_eigenvalue(corrected, 0.0);
    correction = semidefinite - corrected;
    Eigen::MatrixXd next = semidefinite;
    next.diagonal().setOnes();
    const double change = (next - nearest).norm();
    nearest = std::move(next);
    if (change < converged * nearest.norm()) break;
  }
  return {from_eigen(nearest), (wanted - nearest).norm()};
}

SquareMatrix with_eigenvalues_from(const SquareMatrix& matrix, double least) {
  const Eigen::MatrixXd lifted = with_least_eigenvalue(to_eigen(matrix), least);
  SquareMatrix result = SquareMatrix::identity(matrix.size());
  for (std::size_t i = 0; i < result.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const auto row = static_cast<Eigen::Index>(i);
      const auto column = static_cast<Eigen::Index>(j);
      const double entry = lifted(row, column) / std::sqrt(lifted(row, row) * lifted(column, column));
      result.set_both(i, j, std::clamp(entry, -1.0, 1.0));
    }
  }
  return result;
}

}  // namespace wayworth::engine
