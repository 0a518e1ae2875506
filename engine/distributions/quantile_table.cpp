#include "engine/distributions/quantile_table.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "engine/distributions/student_t.hpp"
#include "engine/distributions/unit_beta.hpp"
#include "engine/distributions/unit_gamma.hpp"

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

/// Taylor coefficients of a function y(t) with y'' D(y) = N(y) y'^2, from its first two. Both sides are power series;
/// equal powers give one further coefficient at a time.
template <std::size_t count>
std::array<double, count> taylor_coefficients(const PearsonPoint& point, double slope) {
  const auto& [d0, d1, d2] = point.divisor;
  const auto& [n0, n1] = point.dividend;
  std::array<double, count> y = {point.y, slope};
  std::array<double, count> first{};     // of y'
  std::array<double, count> second{};    // of y''
  std::array<double, count> squared{};   // of y'^2
  std::array<double, count> divisor{};   // of D(y)
  std::array<double, count> dividend{};  // of N(y)
  for (std::size_t n = 0; n + 2 < count; ++n) {
    const auto order = static_cast<double>(n);
    first[n] = (order + 1.0) * y[n + 1];
    dividend[n] = n1 * y[n] + (n == 0 ? n0 : 0.0);
    divisor[n] = d1 * y[n] + (n == 0 ? d0 : 0.0);
    for (std::size_t k = 0; k <= n; ++k) {
      squared[n] += first[k] * first[n - k];
      divisor[n] += d2 * y[k] * y[n - k];
    }
    double known = 0.0;
    for (std::size_t k = 0; k <= n; ++k) {
      known += dividend[k] * squared[n - k] - (k < n ? second[k] * divisor[n - k] : 0.0);
    }
    second[n] = known / divisor[0];
    y[n + 2] = second[n] / ((order + 2.0) * (order + 1.0));
  }
  return y;
}

/// The distance to the nearer end of [0, 1], which has no digits lost to 1 - y.
PearsonPoint beta_point(double alpha, double beta, double p, double above) {
  const double from_low = unit_beta_quantile(alpha, beta, p);
  if (from_low > 0.5) {
    const double from_high = unit_beta_quantile(beta, alpha, above);
    return {1.0,
            -1.0,
            from_high,
            unit_beta_density(beta, alpha, from_high),
            {0.0, 1.0, -1.0},
            {1.0 - beta, alpha + beta - 2.0},
            0.5};
  }
  return {0.0,
          1.0,
          from_low,
          unit_beta_density(alpha, beta, from_low),
          {0.0, 1.0, -1.0},
          {1.0 - alpha, alpha + beta - 2.0},
          from_low};
}

}  // namespace

QuantileTable QuantileTable::beta(double alpha, double beta) {
  return {[=](double p, double above) { return beta_point(alpha, beta, p, above); },
          [=](double p) { return unit_beta_quantile(alpha, beta, p); }};
}

QuantileTable QuantileTable::gamma(double shape) {
  const auto point_at = [=](double p, double above) -> PearsonPoint {
    const double y = p <= 0.5 ? unit_gamma_quantile(shape, p) : unit_gamma_upper_quantile(shape, above);
    return {0.0, 1.0, y, unit_gamma_density(shape, y), {0.0, 1.0, 0.0}, {1.0 - shape, 1.0}, y};
  };
  return {point_at, [=](double p) { return unit_gamma_quantile(shape, p); }};
}

QuantileTable QuantileTable::student_t(double dof) {
  const auto point_at = [=](double p, double above) -> PearsonPoint {
    const double y = p <= 0.5 ? standard_t_quantile(dof, p) : -standard_t_quantile(dof, above);
    constexpr double centre = 0.1;
    return {0.0, 1.0, y, standard_t_density(dof, y), {dof, 0.0, 1.0}, {0.0, dof + 1.0}, centre + std::abs(y)};
  };
  return {point_at, [=](double p) { return standard_t_quantile(dof, p); }};
}

QuantileTable::QuantileTable(const PointAt& point_at, Exact exact) : exact_(std::move(exact)) {
  pieces_.reserve(2 * pieces_per_side);
  for (const bool upper_side : {false, true}) {
    for (std::size_t i = 0; i < pieces_per_side; ++i) {
      const double octave_start = std::ldexp(deepest, static_cast<int>(i / pieces_per_octave));
      const double width = octave_start / static_cast<double>(pieces_per_octave);
      const double centre = octave_start + width * (static_cast<double>(i % pieces_per_octave) + 0.5);
      const PearsonPoint point = upper_side ? point_at(1.0 - centre, centre) : point_at(centre, 1.0 - centre);
      pieces_.push_back(make_piece(point, centre, 0.5 * width, upper_side));
    }
  }
}

QuantileTable::Piece QuantileTable::make_piece(const PearsonPoint& point, double centre, double half_width,
                                               bool upper_side) {
  // In units of the centre, so that no power overflows; y rises with p, so it falls with m on the upper side, unless it
  // runs the other way. One coefficient more shows what is left out.
  const double slope = (upper_side ? -1.0 : 1.0) * point.direction * centre / point.density;
  const auto series = taylor_coefficients<coefficient_count + 1>(point, slope);
  constexpr double left_out_limit = 1e-10;
  const double left_out = std::abs(series.back()) * std::pow(half_width / centre, coefficient_count);
  const bool converges = left_out <= left_out_limit * point.scale;

  Piece piece{centre, {}};
  double scale = point.direction;
  for (std::size_t k = 0; k < coefficient_count; ++k) {
    piece.coefficients[k] = converges ? series[k] * scale : std::numeric_limits<double>::quiet_NaN();
    scale /= centre;
  }
  piece.coefficients[0] += point.origin;
  return piece;
}

const QuantileTable::Piece& QuantileTable::piece_at(double m, double p) const {
  const std::size_t bits = std::max<std::size_t>(leading_bits(m), first_leading_bits);
  const std::size_t on_side = std::min<std::size_t>(bits - first_leading_bits, pieces_per_side - 1);
  return pieces_[on_side + (p > 0.5 ? pieces_per_side : 0)];
}

double QuantileTable::quantile(double p) const {
  double result = 0.0;
  quantiles({&p, 1}, {&result, 1});
  return result;
}

// A polynomial is a chain of operations of which each waits for the one before: eight chains side by side keep the
// processor busy. (Loading eight rows of coefficients into vectors would take longer than it saves.)
void QuantileTable::quantiles(std::span<const double> p, std::span<double> out) const {
  constexpr std::size_t lanes = 8;
  for (std::size_t first = 0; first < p.size(); first += lanes) {
    const std::size_t count = std::min(lanes, p.size() - first);
    std::array<double, lanes> at;
    std::array<double, lanes> t;
    std::array<double, lanes> sums;
    std::array<const Piece*, lanes> pieces;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      at[lane] = p[first + std::min(lane, count - 1)];
      const double m = std::min(at[lane], 1.0 - at[lane]);
      pieces[lane] = &piece_at(m, at[lane]);
      t[lane] = m - pieces[lane]->centre;
      sums[lane] = pieces[lane]->coefficients[coefficient_count - 1];
    }
    for (std::size_t k = coefficient_count - 1; k-- > 0;) {
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        sums[lane] = sums[lane] * t[lane] + pieces[lane]->coefficients[k];
      }
    }
    for (std::size_t lane = 0; lane < count; ++lane) {
      const bool is_tabulated = std::min(at[lane], 1.0 - at[lane]) >= deepest && !std::isnan(sums[lane]);
      out[first + lane] = is_tabulated ? sums[lane] : exact_(at[lane]);
    }
  }
}

}  // namespace wayworth::engine
