#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/random/stream.hpp"

namespace wayworth::engine {

/// The dimensions that have direction numbers: those whose primitive polynomials fit into 16 bits.
inline constexpr std::size_t sobol_dimensions = 3667;

/// Points are numbered in 32 bits.
inline constexpr std::uint64_t max_sobol_points = std::uint64_t{1} << 32U;

/// What one bit of a point's number contributes to one coordinate, as fractions of 2^-32; lowest bit first.
using SobolDirections = std::array<std::uint32_t, 32>;

/// The direction numbers of a dimension, counted from 0.
/// \throws InputError from sobol_dimensions on.
/// Source: Joe and Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM Journal on
/// Scientific Computing 30, 2008 (file new-joe-kuo-6.21201).
SobolDirections sobol_directions(std::size_t dimension);

/// One coordinate of a scrambled Sobol' net: its first 2^k points are one in each of 2^k equal parts of (0, 1), and
/// each point alone is uniform. Points are in binary order, so 2^(k + 1) of them begin with the same 2^k. Source:
/// Matousek, "On the L2-discrepancy for anchored boxes", Journal of Complexity 14, 1998 (random linear scramble and
/// digital shift); Owen, "Variance with alternative scramblings of digital nets", ACM TOMACS 13, 2003.
class ScrambledSobol {
public:
  ScrambledSobol(const SobolDirections& directions, const ReplicateAddress& address);

  /// An odd multiple of 2^-33, so strictly inside (0, 1).
  /// \param point  below max_sobol_points
  [[nodiscard]] double at(std::uint64_t point) const;

  /// Points first, first + 1, ...: the same numbers as at(), many at a time.
  void fill(std::uint64_t first, std::span<double> out) const;

private:
  [[nodiscard]] std::uint32_t coordinate(std::uint64_t point) const;

  std::uint32_t shift_;
  SobolDirections directions_;  ///< scrambled
};

}  // namespace wayworth::engine
