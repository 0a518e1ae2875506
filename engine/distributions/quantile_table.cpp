#include "engine/distributions/quantile_table.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "engine/core/vector_kernel.hpp"
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
constexpr double below_half = 0x1.fffffffffffffp-2;

/// The exponent and the first fraction bits of a double are, side by side, the number of its piece.
constexpr std::uint64_t leading_bits(double m) {
  return std::bit_cast<std::uint64_t>(m) >> (52 - fraction_bits);
}

constexpr std::uint64_t first_leading_bits = leading_bits(deepest);

/// In a piece, the bits behind the leading ones; with the first of them set and the others not, a number is its centre.
constexpr std::uint64_t bits_in_piece = (std::uint64_t{1} << (52 - fraction_bits)) - 1;
constexpr std::uint64_t half_of_piece = std::uint64_t{1} << (52 - fraction_bits - 1);

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

/// Four numbers that the compiler keeps in one register.
using Four = double __attribute__((vector_size(32)));
using FourInMemory = double __attribute__((vector_size(32), aligned(8), may_alias));
using FourWords = std::int64_t __attribute__((vector_size(32)));

constexpr std::size_t row_length = 8;  // a piece as numbers: its coefficients

/// `sum` becomes a[0] + a[1] t + ... + a[7] t^7, with no long chain in which each operation waits for the one before.
/// Source: Estrin, "Organization of computer systems: the fixed plus variable structure computer", 1960.
template <class Number>
[[gnu::always_inline]] inline void add_up(const std::array<Number, row_length>& a, const Number& t, Number& sum) {
  const Number t2 = t * t;
  const Number low = (a[0] + a[1] * t) + (a[2] + a[3] * t) * t2;
  const Number high = (a[4] + a[5] * t) + (a[6] + a[7] * t) * t2;
  sum = low + high * (t2 * t2);
}

/// What remains of a[0] + a[1] x + ... + a[9] x^9 in powers up to x^7 when its parts in the Chebyshev polynomials
/// T8 and T9 are left out, which changes it by no more than |a[8]| / 128 + |a[9]| / 256 for |x| <= 1.
/// Source: Lanczos, "Applied Analysis", 1956, chapter 7 ("economization of power series").
template <std::size_t count>
std::array<double, row_length> economised(const std::array<double, count>& a) {
  static_assert(count >= row_length + 2);
  return {a[0] - a[8] / 128.0, a[1] - a[9] * (9.0 / 256.0), a[2] + a[8] / 4.0, a[3] + a[9] * (15.0 / 32.0),
          a[4] - a[8] * 1.25,  a[5] - a[9] * 1.6875,        a[6] + a[8] * 2.0, a[7] + a[9] * 2.25};
}

/// Four numbers of each of four rows, from number `begin` on, as four columns.
[[gnu::always_inline]] inline void turn_round(const std::array<const double*, 4>& rows, std::size_t begin, Four& a,
                                              Four& b, Four& c, Four& d) {
  const Four row0 = reinterpret_cast<const FourInMemory&>(rows[0][begin]);
  const Four row1 = reinterpret_cast<const FourInMemory&>(rows[1][begin]);
  const Four row2 = reinterpret_cast<const FourInMemory&>(rows[2][begin]);
  const Four row3 = reinterpret_cast<const FourInMemory&>(rows[3][begin]);
  const Four even01 = __builtin_shufflevector(row0, row1, 0, 4, 2, 6);
  const Four odd01 = __builtin_shufflevector(row0, row1, 1, 5, 3, 7);
  const Four even23 = __builtin_shufflevector(row2, row3, 0, 4, 2, 6);
  const Four odd23 = __builtin_shufflevector(row2, row3, 1, 5, 3, 7);
  a = __builtin_shufflevector(even01, even23, 0, 1, 4, 5);
  b = __builtin_shufflevector(odd01, odd23, 0, 1, 4, 5);
  c = __builtin_shufflevector(even01, even23, 2, 3, 6, 7);
  d = __builtin_shufflevector(odd01, odd23, 2, 3, 6, 7);
}

/// Probabilities four at a time. Each has a row of coefficients of its own: four rows are loaded as they stand and
/// turned round in registers, so that one register has the first coefficient of all four, one the second, ... (Loading
/// each of these by four addresses takes three times as long.) Where no piece answers, the value is not a number.
/// \param unanswered  becomes true where that is so for any of them
WAYWORTH_VECTOR_KERNEL
void evaluate_pieces(const double* pieces, const double* p, double* out, std::size_t groups, bool& unanswered) {
  FourWords is_gap{};
  for (std::size_t group = 0; group < groups; ++group) {
    const Four at = reinterpret_cast<const FourInMemory&>(p[4 * group]);
    const Four above = 1.0 - at;
    const Four m = at < above ? at : above;
    const Four low = Four{} + deepest;
    const Four high = Four{} + below_half;
    const Four raised = m < low ? low : m;
    const Four held = raised < high ? raised : high;
    const FourWords upper = (at > 0.5) & static_cast<std::int64_t>(pieces_per_side);
    const FourWords place =
        ((FourWords)held >> (52 - fraction_bits)) - static_cast<std::int64_t>(first_leading_bits) + upper;
    const std::array<const double*, 4> rows = {pieces + row_length * static_cast<std::size_t>(place[0]),
                                               pieces + row_length * static_cast<std::size_t>(place[1]),
                                               pieces + row_length * static_cast<std::size_t>(place[2]),
                                               pieces + row_length * static_cast<std::size_t>(place[3])};
    std::array<Four, row_length> a;
    turn_round(rows, 0, a[0], a[1], a[2], a[3]);
    turn_round(rows, 4, a[4], a[5], a[6], a[7]);
    const FourWords centre =
        ((FourWords)held & ~static_cast<std::int64_t>(bits_in_piece)) | static_cast<std::int64_t>(half_of_piece);
    Four value;
    add_up(a, m - (Four)centre, value);
    const Four answer = m < low ? Four{} + std::numeric_limits<double>::quiet_NaN() : value;
    is_gap |= answer != answer;
    reinterpret_cast<FourInMemory&>(out[4 * group]) = answer;
  }
  unanswered = (is_gap[0] | is_gap[1] | is_gap[2] | is_gap[3]) != 0;
}

/// The quantile of the beta distribution by one step from a guess that is right to some digits, which triples them;
/// exact where it is not. Source: Halley's method, as in Press and others, "Numerical Recipes", 3rd edition, 2007,
/// section 9.4.2.
double beta_quantile_near(double guess, double alpha, double beta, double p) {
  if (!(guess > 0.0 && guess < 1.0)) return unit_beta_quantile(alpha, beta, p);
  const double step = (unit_beta_cdf(alpha, beta, guess) - p) / unit_beta_density(alpha, beta, guess);
  const double bend = (alpha - 1.0) / guess - (beta - 1.0) / (1.0 - guess);  // of the density, in relation to it
  const double correction = step / (1.0 - 0.5 * step * bend);
  constexpr double most_correction = 1e-5;  // in relation to the quantile
  if (!(std::abs(correction) <= most_correction * guess)) return unit_beta_quantile(alpha, beta, p);
  return guess - correction;
}

/// The distance to the nearer end of [0, 1], which has no digits lost to 1 - y.
PearsonPoint beta_point(double alpha, double beta, double p, double above,
                        const std::optional<QuantileTable::Guess>& guess) {
  const auto distance_from = [&](double origin) { return guess->origin == origin ? guess->y : 1.0 - guess->y; };
  const double from_low =
      guess ? beta_quantile_near(distance_from(0.0), alpha, beta, p) : unit_beta_quantile(alpha, beta, p);
  if (from_low > 0.5) {
    const double from_high =
        guess ? beta_quantile_near(distance_from(1.0), beta, alpha, above) : unit_beta_quantile(beta, alpha, above);
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
  return {[=](double p, double above, const std::optional<Guess>& guess) {
            return beta_point(alpha, beta, p, above, guess);
          },
          [=](double p) { return unit_beta_quantile(alpha, beta, p); }};
}

QuantileTable QuantileTable::gamma(double shape) {
  const auto point_at = [=](double p, double above, const std::optional<Guess>&) -> PearsonPoint {
    const double y = p <= 0.5 ? unit_gamma_quantile(shape, p) : unit_gamma_upper_quantile(shape, above);
    return {0.0, 1.0, y, unit_gamma_density(shape, y), {0.0, 1.0, 0.0}, {1.0 - shape, 1.0}, y};
  };
  return {point_at, [=](double p) { return unit_gamma_quantile(shape, p); }};
}

QuantileTable QuantileTable::student_t(double dof) {
  const auto point_at = [=](double p, double above, const std::optional<Guess>&) -> PearsonPoint {
    const double y = p <= 0.5 ? standard_t_quantile(dof, p) : -standard_t_quantile(dof, above);
    constexpr double centre = 0.1;
    return {0.0, 1.0, y, standard_t_density(dof, y), {dof, 0.0, 1.0}, {0.0, dof + 1.0}, centre + std::abs(y)};
  };
  return {point_at, [=](double p) { return standard_t_quantile(dof, p); }};
}

QuantileTable::QuantileTable(const PointAt& point_at, Exact exact) : exact_(std::move(exact)) {
  pieces_.reserve(2 * pieces_per_side);
  for (const bool upper_side : {false, true}) {
    std::optional<Guess> guess;
    for (std::size_t i = 0; i < pieces_per_side; ++i) {
      const double octave_start = std::ldexp(deepest, static_cast<int>(i / pieces_per_octave));
      const double width = octave_start / static_cast<double>(pieces_per_octave);
      const double centre = octave_start + width * (static_cast<double>(i % pieces_per_octave) + 0.5);
      const PearsonPoint point =
          upper_side ? point_at(1.0 - centre, centre, guess) : point_at(centre, 1.0 - centre, guess);
      const Series series = series_at(point, centre, upper_side);
      pieces_.push_back(make_piece(point, series, centre, 0.5 * width));
      const bool is_last_of_octave = (i + 1) % pieces_per_octave == 0;
      const double to_next = (is_last_of_octave ? 1.5 : 1.0) * width / centre;
      double next = 0.0;
      for (std::size_t k = series.size(); k-- > 0;) next = next * to_next + series[k];
      guess = Guess{point.origin, next};
    }
  }
}

/// y rises with p, so it falls with m on the upper side, unless it runs the other way. In units of the centre no power
/// overflows.
QuantileTable::Series QuantileTable::series_at(const PearsonPoint& point, double centre, bool upper_side) {
  const double slope = (upper_side ? -1.0 : 1.0) * point.direction * centre / point.density;
  return taylor_coefficients<std::tuple_size_v<Series>>(point, slope);
}

QuantileTable::Piece QuantileTable::make_piece(const PearsonPoint& point, const Series& series, double centre,
                                               double half_width) {
  constexpr double left_out_limit = 1e-10;
  Series scaled = series;  // in units of half the width
  double power = 1.0;
  for (double& coefficient : scaled) {
    coefficient *= power;
    power *= half_width / centre;
  }
  const double left_out = std::abs(scaled[8]) / 128.0 + std::abs(scaled[9]) / 256.0 + std::abs(scaled[10]);
  const bool converges = left_out <= left_out_limit * point.scale;

  Piece piece{economised(scaled)};
  double scale = point.direction;
  for (double& coefficient : piece.coefficients) {
    coefficient = converges ? coefficient * scale : std::numeric_limits<double>::quiet_NaN();
    scale /= half_width;
  }
  piece.coefficients[0] += point.origin;
  return piece;
}

const QuantileTable::Piece& QuantileTable::piece_at(double m, double p) const {
  const std::size_t on_side = leading_bits(std::min(m, below_half)) - first_leading_bits;
  return pieces_[on_side + (p > 0.5 ? pieces_per_side : 0)];
}

double QuantileTable::quantile(double p) const {
  const double m = std::min(p, 1.0 - p);
  if (m < deepest) return exact_(p);
  const Piece& piece = piece_at(m, p);
  const auto held = std::bit_cast<std::uint64_t>(std::min(m, below_half));
  const auto centre = std::bit_cast<double>((held & ~bits_in_piece) | half_of_piece);
  double value = 0.0;
  add_up(piece.coefficients, m - centre, value);
  return std::isnan(value) ? exact_(p) : value;
}

void QuantileTable::quantiles(std::span<const double> p, std::span<double> out) const {
  static_assert(sizeof(Piece) == row_length * sizeof(double));
  constexpr std::size_t chunk = 256;
  std::array<double, chunk> at;
  std::array<double, chunk> values;
  for (std::size_t first = 0; first < p.size(); first += chunk) {
    const std::size_t count = std::min(chunk, p.size() - first);
    const std::size_t groups = (count + 3) / 4;
    std::copy_n(p.data() + first, count, at.begin());
    std::fill(at.begin() + static_cast<std::ptrdiff_t>(count), at.begin() + static_cast<std::ptrdiff_t>(4 * groups),
              0.5);
    bool unanswered = false;
    evaluate_pieces(pieces_.front().coefficients.data(), at.data(), values.data(), groups, unanswered);
    for (std::size_t i = 0; unanswered && i < count; ++i) {
      if (std::isnan(values[i])) values[i] = exact_(at[i]);
    }
    std::copy_n(values.begin(), count, out.data() + first);
  }
}

}  // namespace wayworth::engine
