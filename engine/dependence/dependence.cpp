#include "engine/dependence/dependence.hpp"

#include "engine/dependence/nearest_correlation.hpp"
#include "engine/dependence/rank_correlation.hpp"

namespace wayworth::engine {
namespace {

template <class Function>
SquareMatrix off_diagonal(const SquareMatrix& matrix, Function function) {
  SquareMatrix result = SquareMatrix::identity(matrix.size());
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) result.set_both(i, j, function(matrix(i, j)));
  }
  return result;
}

}  // namespace

std::optional<Dependence> dependence_from(const SquareMatrix& ranks) {
  const SquareMatrix stated = off_diagonal(ranks, normal_correlation);
  if (auto factor = cholesky_factor(stated)) return Dependence{std::move(*factor), ranks, std::nullopt};
  if (ranks.size() > most_repairable) return std::nullopt;
  constexpr double least_eigenvalue = 1e-8;
  const NearestCorrelation nearest = nearest_correlation(stated);
  const SquareMatrix used = with_eigenvalues_from(nearest.matrix, least_eigenvalue);
  auto factor = cholesky_factor(used);
  if (!factor) return std::nullopt;
  return Dependence{std::move(*factor), off_diagonal(used, rank_correlation), nearest.distance};
}

}  // namespace wayworth::engine
