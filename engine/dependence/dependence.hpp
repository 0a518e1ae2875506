#pragma once

#include <optional>

#include "engine/dependence/lower_triangle.hpp"
#include "engine/dependence/square_matrix.hpp"

namespace wayworth::engine {

/// How the normal scores of some variables depend on each other (a Gaussian copula), from rank correlations.
struct Dependence {
  LowerTriangle factor;     ///< Cholesky factor of the correlations of the normal scores
  SquareMatrix used_ranks;  ///< Spearman's rank correlations that the factor gives: the stated ones, unless repaired
  /// Set when no variables can depend on each other as stated: the Frobenius distance of the correlations of the
  /// normal scores that are used from those that were stated.
  std::optional<double> repair_distance;
};

/// Variables in groups beyond this are too many for the search for the nearest possible correlations.
inline constexpr std::size_t most_repairable = 200;

/// \param ranks  symmetric, entries in [-1, 1], ones on the diagonal
/// \return nothing when the ranks cannot hold together and are too many to repair
/// The stated ranks are taken as they are when they can hold together; else the nearest that can, in the space of the
/// normal scores: a matrix of ranks that could be one of correlations need not be one after the step to the scores.
std::optional<Dependence> dependence_from(const SquareMatrix& ranks);

}  // namespace wayworth::engine
