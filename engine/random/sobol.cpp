#include "engine/random/sobol.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <boost/random/detail/sobol_table.hpp>

#include "engine/core/input_error.hpp"
#include "engine/core/vector_kernel.hpp"
#include "engine/random/philox.hpp"
#include "engine/random/stream.hpp"

namespace wayworth::engine {
namespace {

using JoeKuo = boost::random::detail::qrng_tables::sobol;
static_assert(JoeKuo::max_dimension == sobol_dimensions);

constexpr std::size_t bits = 32;

/// A square matrix of bits by its rows or by its columns; entry 0 of a row or column is its most significant bit.
using BitMatrix = std::array<std::uint32_t, bits>;

/// Exchanges rows and columns: halves of the matrix, then quarters, ...
/// Source: Warren, "Hacker's Delight", 2nd edition, 2012, section 7-3.
BitMatrix transposed(BitMatrix a) {
  std::uint32_t mask = 0x0000FFFFU;
  for (std::uint32_t width = 16; width != 0; width >>= 1U, mask ^= mask << width) {
    for (std::size_t row = 0; row < bits; row = ((row | width) + 1) & ~std::size_t{width}) {
      const std::uint32_t exchanged = (a[row] ^ (a[row | width] >> width)) & mask;
      a[row] ^= exchanged;
      a[row | width] ^= exchanged << width;
    }
  }
  return a;
}

/// A random lower triangular matrix with ones on its diagonal, by rows: it keeps apart what the leading bits tell
/// apart.
BitMatrix random_triangle(const std::array<std::uint32_t, bits>& words) {
  BitMatrix rows{};
  for (std::size_t row = 0; row < bits; ++row) {
    const std::uint32_t diagonal = 0x80000000U >> row;
    const std::uint32_t before_diagonal = ~(diagonal | (diagonal - 1));
    rows[row] = (words[row] & before_diagonal) | diagonal;
  }
  return rows;
}

/// The product of a matrix, by columns, with a vector of bits: the sum of the columns that the vector has a one for.
std::uint32_t product(const BitMatrix& columns, std::uint32_t vector) {
  std::uint32_t sum = 0;
  for (; vector != 0; vector &= vector - 1)
    sum ^= columns[bits - 1 - static_cast<std::size_t>(std::countr_zero(vector))];
  return sum;
}

/// Bits of x + 1/2 as 2^-32 in the fraction of a double in [1, 2), and the double that such bits are.
constexpr std::uint64_t to_fraction(std::uint32_t x) {
  constexpr std::uint64_t one_and_half_a_step = 0x3FF0000000080000U;
  return one_and_half_a_step | std::uint64_t{x} << 20U;
}
double to_unit_interval(std::uint64_t fraction) {
  return std::bit_cast<double>(fraction) - 1.0;
}

/// Neighbouring points, of which the first has a number that ends in log2(lanes) zeros, differ in those bits alone.
constexpr std::size_t lane_bits = 4;
constexpr std::size_t lanes = 1U << lane_bits;
using Lanes = std::array<std::uint64_t, lanes>;

/// What the last bits of the point's number add, ready to be added to fractions.
Lanes last_bits(const SobolDirections& directions) {
  Lanes table{};
  for (std::size_t i = 1; i < lanes; ++i) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(i));
    table[i] = table[i & (i - 1)] ^ (std::uint64_t{directions[bit]} << 20U);
  }
  return table;
}

/// \param fraction  of the first point
/// \param group     number of the first point / lanes
/// \param steps     entry k: what changes when the last k bits of a group's number are ones and 1 is added to it
WAYWORTH_VECTOR_KERNEL
void fill_groups(std::uint64_t fraction, std::uint32_t group, const SobolDirections& steps, const Lanes& table,
                 double* out, std::size_t groups) {
  for (std::size_t done = 0; done < groups; ++done) {
    for (std::size_t i = 0; i < lanes; ++i) out[done * lanes + i] = to_unit_interval(fraction ^ table[i]);
    fraction ^= std::uint64_t{steps[static_cast<std::size_t>(std::countr_one(group++))]} << 20U;
  }
}

SobolDirections group_steps(const SobolDirections& directions) {
  SobolDirections steps{};
  std::uint32_t step = 0;
  for (std::size_t bit = 0; bit + lane_bits < bits; ++bit) steps[bit] = step ^= directions[bit + lane_bits];
  return steps;
}

void check_points(std::uint64_t first, std::uint64_t count) {
  if (count > max_sobol_points || first > max_sobol_points - count) {
    throw InputError(fmt::format("{} points from {} on: a net has at most {} points", count, first, max_sobol_points));
  }
}

}  // namespace

SobolDirections sobol_directions(std::size_t dimension) {
  if (dimension >= sobol_dimensions) {
    throw InputError(fmt::format("dimension {} of a Sobol' net: there are {}", dimension, sobol_dimensions));
  }
  SobolDirections directions{};
  if (dimension == 0) {
    for (std::size_t k = 0; k < bits; ++k) directions[k] = 0x80000000U >> k;
    return directions;
  }
  const std::uint32_t polynomial = JoeKuo::polynomial(dimension - 1);
  const auto degree = static_cast<std::size_t>(std::bit_width(polynomial)) - 1;
  for (std::size_t k = 0; k < degree; ++k) {
    directions[k] = std::uint32_t{JoeKuo::minit(dimension - 1, k)} << (bits - 1 - k);
  }
  for (std::size_t k = degree; k < bits; ++k) {
    directions[k] = directions[k - degree] ^ (directions[k - degree] >> degree);
    for (std::size_t j = 1; j < degree; ++j) {
      if ((polynomial >> (degree - j) & 1U) != 0) directions[k] ^= directions[k - j];
    }
  }
  return directions;
}

ScrambledSobol::ScrambledSobol(const SobolDirections& directions, const ReplicateAddress& address) {
  std::array<std::uint32_t, bits> words{};
  const auto block = [&](std::uint64_t index) {
    return random_words({address.seed, address.stream, index, address.replicate, Purpose::sobol_scramble});
  };
  for (std::size_t i = 0; i < bits; i += std::tuple_size_v<PhiloxBlock>) {
    const PhiloxBlock next = block(i / std::tuple_size_v<PhiloxBlock>);
    std::copy(next.begin(), next.end(), words.begin() + static_cast<std::ptrdiff_t>(i));
  }
  shift_ = block(bits / std::tuple_size_v<PhiloxBlock>)[0];
  const BitMatrix columns = transposed(random_triangle(words));
  std::transform(directions.begin(), directions.end(), directions_.begin(),
                 [&](std::uint32_t direction) { return product(columns, direction); });
}

std::uint32_t ScrambledSobol::coordinate(std::uint64_t point) const {
  std::uint32_t x = shift_;
  for (; point != 0; point &= point - 1) x ^= directions_[static_cast<std::size_t>(std::countr_zero(point))];
  return x;
}

double ScrambledSobol::at(std::uint64_t point) const {
  check_points(point, 1);
  return to_unit_interval(to_fraction(coordinate(point)));
}

void ScrambledSobol::fill(std::uint64_t first, std::span<double> out) const {
  check_points(first, out.size());
  const std::size_t before_group = std::min<std::size_t>((lanes - first % lanes) % lanes, out.size());
  const std::size_t groups = (out.size() - before_group) / lanes;
  const std::size_t after_groups = before_group + groups * lanes;
  for (std::size_t i = 0; i < before_group; ++i) out[i] = at(first + i);
  if (groups > 0) {
    const std::uint64_t point = first + before_group;
    fill_groups(to_fraction(coordinate(point)), static_cast<std::uint32_t>(point / lanes), group_steps(directions_),
                last_bits(directions_), out.data() + before_group, groups);
  }
  for (std::size_t i = after_groups; i < out.size(); ++i) out[i] = at(first + i);
}

}  // namespace wayworth::engine
