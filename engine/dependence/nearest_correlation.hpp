#pragma once

#include "engine/dependence/square_matrix.hpp"

namespace wayworth::engine {

/// The correlation matrix that is nearest to a symmetric matrix, and their distance (Frobenius norm). The smallest
/// eigenvalue may be 0.
struct NearestCorrelation {
  SquareMatrix matrix;
  double distance = 0.0;
};

/// Entries are good to 1e-10.
/// Source: Higham, "Computing the nearest correlation matrix - a problem from finance", IMA J. Numer. Anal. 22, 2002.
NearestCorrelation nearest_correlation(const SquareMatrix& matrix);

/// `matrix` with every eigenvalue at least `least`, scaled back to a unit diagonal, so that it has a Cholesky factor.
SquareMatrix with_eigenvalues_from(const SquareMatrix& matrix, double least);

}  // namespace wayworth::engine
