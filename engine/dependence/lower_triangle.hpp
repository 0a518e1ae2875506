#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/dependence/square_matrix.hpp"

namespace wayworth::engine {

/// A lower triangular matrix: row i has the entries 0 .. i.
class LowerTriangle {
public:
  explicit LowerTriangle(std::size_t size) : size_(size), entries_(size * (size + 1) / 2, 0.0) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::span<double> row(std::size_t i) { return {entries_.data() + i * (i + 1) / 2, i + 1}; }
  [[nodiscard]] std::span<const double> row(std::size_t i) const { return {entries_.data() + i * (i + 1) / 2, i + 1}; }

  /// The first `size` rows: the factor of the first variables alone.
  [[nodiscard]] LowerTriangle leading(std::size_t size) const;

  friend bool operator==(const LowerTriangle&, const LowerTriangle&) = default;

private:
  std::size_t size_;
  std::vector<double> entries_;  // row by row
};

/// The lower triangle L with L L' = `matrix`, or nothing when the matrix is not positive semidefinite. Rounding is
/// forgiven: an eigenvalue may be as low as -1e-10. Appending a variable leaves the rows of the others as they are.
/// \param matrix  symmetric, with a unit diagonal
/// Source: Golub and Van Loan, "Matrix Computations", 4th edition 2013, algorithm 4.2.1, with a zero column for a
/// variable that the earlier ones determine.
std::optional<LowerTriangle> cholesky_factor(const SquareMatrix& matrix);

/// Turns independent standard normal scores into correlated ones, in place: column i becomes the sum over j <= i of
/// factor.row(i)[j] times column j, added in the order of j.
/// \param columns  column after column, `trials` numbers each
void correlate(const LowerTriangle& factor, std::span<double> columns, std::size_t trials);

}  // namespace wayworth::engine
