#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace wayworth::engine {

/// A fast quantile function of the beta distribution on [0, 1]: a table of Taylor polynomials.
///
/// The distance m = min(p, 1 - p) to the nearer end of (0, 1) picks the piece: each octave [2^-k, 2^-k+1) of m, on both
/// sides, has four. Inside a piece the quantile is the Taylor series at the centre. Its first coefficient is the exact
/// quantile; the others follow from the differential equation of the beta quantile y(p),
///     y'' y (1 - y) = -((alpha - 1) (1 - y) - (beta - 1) y) y'^2.
/// Beyond 2^-deepest_octave, and where a series converges too slowly, the exact quantile answers.
/// Source: Steinbrecher and Shaw, "Quantile mechanics", European Journal of Applied Mathematics 19, 2008.
class BetaTable {
public:
  BetaTable(double alpha, double beta);

  /// \param p  in (0, 1)
  /// Relative error against the exact quantile below 1e-9.
  [[nodiscard]] double quantile(double p) const;

private:
  static constexpr std::size_t coefficient_count = 10;

  struct Piece {
    double centre;
    std::array<double, coefficient_count> coefficients;  // of (m - centre)^0, ^1, ...; NaN when the series is too slow
  };

  [[nodiscard]] Piece make_piece(double centre, double half_width, bool upper_side) const;

  double alpha_;
  double beta_;
  std::vector<Piece> pieces_;  // lower side from the deepest octave to 1/2, then the upper side
};

}  // namespace wayworth::engine
