#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace wayworth::engine {

/// How many values fall where, of a column too long to be kept: counts in bins less than 0.1 % of their values wide.
/// Counts are whole numbers, so that it does not matter in which order values are added.
///
/// A bin is what a double's sign, exponent and first 10 bits of the fraction have in common.
/// Source: Masson, Rim and Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees",
/// Proceedings of the VLDB Endowment 12, 2019, with these bins for theirs.
class ValueCounts {
public:
  ValueCounts();

  /// Finite values, NaN (undefined) or +infinity (never). No more than 2^32 - 1 of them in all.
  void add(std::span<const double> values);
  /// One value, `times` over.
  void add(double value, std::uint32_t times);

  [[nodiscard]] std::uint64_t undefined() const { return undefined_; }
  [[nodiscard]] std::uint64_t never() const { return never_; }
  /// Values below 0.
  [[nodiscard]] std::uint64_t losses() const { return losses_; }
  /// Values but the undefined ones.
  [[nodiscard]] std::uint64_t count() const { return finite_ + never_; }

  /// Some values that lie close to each other.
  struct Bin {
    double low;
    double high;
    std::uint64_t count;
  };
  /// Those with values, in ascending order; together all finite values, the first from the least of them on, the last
  /// up to the greatest.
  [[nodiscard]] std::vector<Bin> bins() const;

private:
  static constexpr std::size_t bins_of_octave = 1024;
  /// From one power of two to the next.
  using Octave = std::array<std::uint32_t, bins_of_octave>;

  std::vector<std::uint16_t> octave_of_;  ///< by sign and exponent: place in octaves_, from 1; 0: none
  std::vector<Octave> octaves_;
  std::uint64_t finite_ = 0;
  std::uint64_t never_ = 0;
  std::uint64_t undefined_ = 0;
  std::uint64_t losses_ = 0;
  double minimum_ = std::numeric_limits<double>::infinity();
  double maximum_ = -std::numeric_limits<double>::infinity();
};

}  // namespace wayworth::engine
