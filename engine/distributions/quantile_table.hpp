#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace wayworth::engine {

/// A distribution near one of its quantiles, on a coordinate y in which x = origin + direction * y (direction 1 or -1)
/// and that has no digits lost. It belongs to Pearson's system: its density f(y) has f'/f = -N(y) / D(y).
/// Source: Pearson, "Contributions to the mathematical theory of evolution II", Phil. Trans. R. Soc. A 186, 1895.
struct PearsonPoint {
  double origin = 0.0;
  double direction = 1.0;
  double y = 0.0;
  double density = 0.0;              ///< f(y)
  std::array<double, 3> divisor{};   ///< D = d0 + d1 y + d2 y^2
  std::array<double, 2> dividend{};  ///< N = n0 + n1 y
  double scale = 1.0;                ///< errors of y count in relation to this
};

/// A fast quantile function of a distribution of Pearson's system: a table of polynomials.
///
/// The distance m = min(p, 1 - p) to the nearer end of (0, 1) picks the piece: each octave [2^-k, 2^-k+1) of m, on both
/// sides, has four. Inside a piece the quantile is the Taylor series at the centre, shortened to a polynomial of degree
/// 7, which fills one cache line. The series begins with the exact quantile; its further coefficients follow from the
/// differential equation of the quantile y(p),
///     y'' D(y) = N(y) y'^2.
/// Beyond 2^-deepest_octave, and where a series converges too slowly, the exact quantile answers.
/// Source: Steinbrecher and Shaw, "Quantile mechanics", European Journal of Applied Mathematics 19, 2008.
class QuantileTable {
public:
  /// A place near a quantile, as far as a series from the last piece tells.
  struct Guess {
    double origin = 0.0;
    double y = 0.0;
  };
  /// The distribution at probability p; `above` is 1 - p. There is no guess for the first piece of a side.
  using PointAt = std::function<PearsonPoint(double p, double above, const std::optional<Guess>& guess)>;
  using Exact = std::function<double(double p)>;

  QuantileTable(const PointAt& point_at, Exact exact);

  /// The beta distribution on [0, 1]; the gamma distribution with scale 1; Student's t with location 0 and scale 1.
  static QuantileTable beta(double alpha, double beta);
  static QuantileTable gamma(double shape);
  static QuantileTable student_t(double dof);

  /// \param p  in (0, 1)
  /// Relative error against the exact quantile below 1e-9; of Student's t, where it is near 0, absolute.
  [[nodiscard]] double quantile(double p) const;

  /// out[i] = quantile(p[i]), to the bit, several at a time; p and out have one size and may be one span.
  void quantiles(std::span<const double> p, std::span<double> out) const;

private:
  struct alignas(64) Piece {
    std::array<double, 8> coefficients;  // of (m - centre)^0, ^1, ...; NaN when the series is too slow
  };

  [[nodiscard]] const Piece& piece_at(double m, double p) const;
  /// Of the quantile in units of the centre: what the polynomial is made of, and one more that shows what is left out.
  using Series = std::array<double, 11>;

  static Series series_at(const PearsonPoint& point, double centre, bool upper_side);
  static Piece make_piece(const PearsonPoint& point, const Series& series, double centre, double half_width);

  Exact exact_;
  std::vector<Piece> pieces_;  // lower side from the deepest octave to 1/2, then the upper side
};

}  // namespace wayworth::engine
