#include "engine/distributions/beta_table.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "engine/distributions/unit_beta.hpp"

namespace wayworth::engine {
namespace {

constexpr int deepest_octave = 14;  // one draw in 2^13 is deeper
constexpr int fraction_bits = 2;    // four pieces an octave
constexpr std::size_t pieces_per_octave = std::size_t{1} << fraction_bits;
constexpr std::size_t pieces_per_side = (deepest_octave - 1) * pieces_per_octave;
constexpr double deepest = 1.0 / (1U << deepest_octave);

/// The exponent and the first fraction bits of a double are, side by side, the number of its piece.
constexpr std::uint64_t leading_bits(double m) {
  return std::bit_cast<std::uint64_t>(m) >> (52 - fraction_bits);
}

constexpr std::uint64_t first_leading_bits = leading_bits(deepest);

/// Taylor coefficients of a function y(t) with y'' y (1 - y) = -((alpha - 1) (1 - y) - (beta - 1) y) y'^2, from its
/// first two. Both sides are power series; equal powers give one further coefficient at a time.
template <std::size_t count>
std::array<double, count> taylor_coefficients(double value, double slope, double alpha, double beta) {
  std::array<double, count> y = {value, slope};
  std::array<double, count> first{};    // of y'
  std::array<double, count> second{};   // of y''
  std::array<double, count> squared{};  // of y'^2
  std::array<double, count> product{};  // of y (1 - y)
  std::array<double, count> factor{};   // of -((alpha - 1) (1 - y) - (beta - 1) y)
  for (std::size_t n = 0; n + 2 < count; ++n) {
    const auto order = static_cast<double>(n);
    first[n] = (order + 1.0) * y[n + 1];
    factor[n] = (alpha + beta - 2.0) * y[n] - (n == 0 ? alpha - 1.0 : 0.0);
    product[n] = y[n];
    for (std::size_t k = 0; k <= n; ++k) {
      squared[n] += first[k] * first[n - k];
      product[n] -= y[k] * y[n - k];
    }
    double known = 0.0;
    for (std::size_t k = 0; k <= n; ++k) {
      known += factor[k] * squared[n - k] - (k < n ? second[k] * product[n - k] : 0.0);
    }
    second[n] = known / product[0];
    y[n + 2] = second[n] / ((order + 2.0) * (order + 1.0));
  }
  return y;
}

}  // namespace

BetaTable::BetaTable(double alpha, double beta) : alpha_(alpha), beta_(beta) {
  pieces_.reserve(2 * pieces_per_side);
  for (const bool upper_side : {false, true}) {
    for (std::size_t i = 0; i < pieces_per_side; ++i) {
      const double octave_start = std::ldexp(deepest, static_cast<int>(i / pieces_per_octave));
      const double width = octave_start / static_cast<double>(pieces_per_octave);
      const double start = octave_start + width * static_cast<double>(i % pieces_per_octave);
      pieces_.push_back(make_piece(start + 0.5 * width, 0.5 * width, upper_side));
    }
  }
}

BetaTable::Piece BetaTable::make_piece(double centre, double half_width, bool upper_side) const {
  const double p = upper_side ? 1.0 - centre : centre;
  const double from_low = unit_beta_quantile(alpha_, beta_, p);
  // The series is made for the distance to the nearer end of [0, 1], which has no digits lost to 1 - y.
  const bool nearer_low = from_low <= 0.5;
  const double alpha = nearer_low ? alpha_ : beta_;
  const double beta = nearer_low ? beta_ : alpha_;
  const double distance = nearer_low ? from_low : unit_beta_quantile(beta_, alpha_, 1.0 - p);
  const double sign = nearer_low == upper_side ? -1.0 : 1.0;  // does the distance fall when m rises?
  const double slope = sign * centre / unit_beta_density(alpha, beta, distance);

  // In units of the centre, so that no power overflows; one coefficient more shows what is left out.
  const auto series = taylor_coefficients<coefficient_count + 1>(distance, slope, alpha, beta);
  constexpr double left_out_limit = 1e-10;
  const double left_out = std::abs(series.back()) * std::pow(half_width / centre, coefficient_count);
  const bool converges = left_out <= left_out_limit * (nearer_low ? distance : 0.5);

  Piece piece{centre, {}};
  double scale = nearer_low ? 1.0 : -1.0;
  for (std::size_t k = 0; k < coefficient_count; ++k) {
    piece.coefficients[k] = converges ? series[k] * scale : std::numeric_limits<double>::quiet_NaN();
    scale /= centre;
  }
  if (!nearer_low) piece.coefficients[0] += 1.0;
  return piece;
}

double BetaTable::quantile(double p) const {
  const double m = std::min(p, 1.0 - p);
  if (m < deepest) return unit_beta_quantile(alpha_, beta_, p);
  const std::size_t on_side = std::min<std::size_t>(leading_bits(m) - first_leading_bits, pieces_per_side - 1);
  const Piece& piece = pieces_[on_side + (p > 0.5 ? pieces_per_side : 0)];
  const auto& c = piece.coefficients;
  const double t = m - piece.centre;
  double sum = c[coefficient_count - 1];
  for (std::size_t k = coefficient_count - 1; k-- > 0;) {
    sum = sum * t + c[k];
  }
  return std::isnan(sum) ? unit_beta_quantile(alpha_, beta_, p) : sum;
}

}  // namespace wayworth::engine
